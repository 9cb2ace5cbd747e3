import type { CaseGroup } from './cases.ts'

export const groups: readonly CaseGroup[] = [
  {
    host: 'crates',
    source: 'rust-lang/crates.io, crates/crates_io_markdown/src/lib.rs (tests)',
    date: '2026-11-26',
    certainty: 'source',
    cases: [
      ['a script is text', 'Tea\n\n<script>alert(1)</script>', '<p>Tea</p>&lt;script&gt;alert(1)&lt;/script&gt;'],
      ['a frame is text', 'Tea\n\n<iframe>x</iframe>', '<p>Tea</p>&lt;iframe&gt;x&lt;/iframe&gt;'],
      ['of an unknown tag the text stays', 'Tea <brew>hot</brew>', '<p>Tea hot</p>'],
      ['a key is shown as one', 'Press <kbd>Enter</kbd>', '<p>Press <kbd>Enter</kbd></p>'],
      [
        'an event handler is dropped',
        '<a href="https://a.example" onclick="alert(1)">x</a>',
        '<p><a href="https://a.example">x</a></p>',
      ],
      [
        'code has its language',
        '```rust\nfn tea() {}\n```',
        '<pre><code class="language-rust">fn tea() {}</code></pre>',
      ],
      [
        'what stands behind a comma is no language',
        '```rust,no_run\nfn tea() {}\n```\n\n```rs, ignore\nx\n```',
        '<pre><code class="language-rust">fn tea() {}</code></pre><pre><code class="language-rs">x</code></pre>',
      ],
      ['of a class that may not stay nothing is left', '<p class="hot">Tea</p>', '<p>Tea</p>'],
      [
        'a diagram is drawn by a script of the page',
        '```mermaid\ngraph LR\nA --> B\n```',
        '<pre class="mermaid">graph LR\nA --&gt; B\n</pre>',
      ],
      [
        'footnotes have prefixed anchors, and find them',
        'Hot[^1]\n\n[^1]: Very.',
        '<p>Hot<sup><a href="#user-content-fn-1" id="user-content-fnref-1">1</a></sup></p><section class="footnotes"><ol><li id="user-content-fn-1"><p>Very. <a href="#user-content-fnref-1" aria-label="Back to reference 1">↩</a></p></li></ol></section>',
      ],
      [
        'a rooted link leads into the repository',
        '[x](/docs)',
        '<p><a href="https://github.com/o/tea/blob/HEAD/docs">x</a></p>',
      ],
      [
        'a relative link leads into the repository',
        '[x](docs)',
        '<p><a href="https://github.com/o/tea/blob/HEAD/docs">x</a></p>',
      ],
      [
        'a relative image has its bytes',
        '![x](cup.png)',
        '<p><img src="https://github.com/o/tea/raw/HEAD/cup.png" alt="x"></p>',
      ],
      ['in HTML, too', '<img src="cup.png" alt="x">', '<img src="https://github.com/o/tea/raw/HEAD/cup.png" alt="x">'],
      [
        'an SVG is asked for as an image',
        '![x](cup.svg)',
        '<p><img src="https://github.com/o/tea/raw/HEAD/cup.svg?sanitize=true" alt="x"></p>',
      ],
      [
        'what is no image by the end of its address has a page',
        '![x](cup.png#gh-dark-mode-only)',
        '<p><img src="https://github.com/o/tea/blob/HEAD/cup.png#gh-dark-mode-only" alt="x"></p>',
      ],
      [
        'from a folder',
        '![x](cup.svg)',
        '<p><img src="https://github.com/o/tea/raw/HEAD/docs/cup.svg?sanitize=true" alt="x"></p>',
        { path: 'docs/README.md' },
      ],
      ['without a repository a link leads nowhere', '[x](/docs)', '<p><a>x</a></p>', { homeless: true }],
      [
        'absolute addresses stay',
        '[![x](https://a.example/b.svg)](https://a.example)',
        '<p><a href="https://a.example"><img src="https://a.example/b.svg" alt="x"></a></p>',
      ],
      ['a path of Rust leads nowhere', '[Tea](tea::Tea)', '<p><a>Tea</a></p>'],
      ['emphasis', '*tea*', '<p><em>tea</em></p>'],
      [
        'a heading has a prefixed anchor',
        '# My crate\n\nTea',
        '<h1 id="user-content-my-crate">My crate</h1><p>Tea</p>',
      ],
      [
        'an anchor in HTML gets the prefix',
        '<h1><a href="#tea" id="tea"></a>Tea</h1>',
        '<h1><a href="#tea" id="user-content-tea"></a>Tea</h1>',
      ],
      [
        'cells span others',
        '<table><tr><th rowspan="1" colspan="2">Tea</th></tr></table>',
        '<table><tbody><tr><th rowspan="1" colspan="2">Tea</th></tr></tbody></table>',
      ],
      [
        'headings are aligned',
        '<h1 align="center">Tea</h1>\n<h5 align="center">Hot</h5>',
        '<h1 align="center">Tea</h1><h5 align="center">Hot</h5>',
      ],
      [
        'a picture has its sources',
        '<picture>\n<source media="(prefers-color-scheme: dark)" srcset="https://a.example/b.svg">\n<img src="https://a.example/a.svg" alt="x" width="200">\n</picture>',
        '<picture><source media="(prefers-color-scheme: dark)" srcset="https://a.example/b.svg"><img src="https://a.example/a.svg" alt="x" width="200"></picture>',
      ],
      [
        'boxes are shown, and links within the page are left alone',
        '- [ ] `c`\n- [ ] [x](#anchor)',
        '<ul><li><input type="checkbox" disabled> <code>c</code></li><li><input type="checkbox" disabled> <a href="#anchor">x</a></li></ul>',
      ],
      [
        'an alert has a title',
        '> [!note]\n> Hot!',
        '<div class="markdown-alert markdown-alert-note"><p class="markdown-alert-title">Note</p><p>Hot!</p></div>',
      ],
      [
        'another format than Markdown is shown as text',
        '*tea*\n\nis hot',
        '<pre>*tea*\n\nis hot</pre>',
        { path: 'README.rst' },
      ],
    ],
  },
]
