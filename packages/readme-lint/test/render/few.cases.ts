import type { CaseGroup } from './cases.ts'

/** Hosts of which few cases are known. */
export const groups: readonly CaseGroup[] = [
  {
    host: 'artifact-hub',
    source: 'artifacthub/hub, web/src/layout/package/readme/Readme.tsx',
    date: '2026-11-26',
    certainty: 'source',
    cases: [
      ['blocks of HTML vanish', 'Tea\n\n<p align="center"><img src="https://a.example/b.png"></p>', '<p>Tea</p>'],
      ['among text, tags vanish', 'Press <kbd>Enter</kbd>', '<p>Press Enter</p>'],
      ['of a relative link the text stays', '[x](docs/guide.md)', '<p>x</p>'],
      ['so it does of an address to write to', '[x](mailto:a@b.example)', '<p>x</p>'],
      ['a relative image vanishes', 'a ![x](cup.png) b', '<p>a  b</p>'],
      [
        'an alert',
        '> [!TIP]\n> Hot.',
        '<div class="markdown-alert markdown-alert-tip"><p class="markdown-alert-title">Tip</p><p>Hot.</p></div>',
      ],
      ['a diagram', '```mermaid\ngraph TD\n```', '<pre class="mermaid">graph TD\n</pre>'],
    ],
  },
  {
    host: 'docs-rs',
    source: 'rust-lang/docs.rs, crates/bin/docs_rs_web/src/utils/markdown.rs; comrak, README.md (unsafe is off)',
    date: '2026-11-26',
    certainty: 'source',
    cases: [
      ['blocks of HTML vanish', '<h1 align="center">Tea</h1>\n\nHot', '<p>Hot</p>'],
      ['among text, tags vanish', 'Press <kbd>Enter</kbd>', '<p>Press Enter</p>'],
      ['an alert is a quote', '> [!NOTE]\n> Hot.', '<blockquote><p>[!NOTE]\nHot.</p></blockquote>'],
      ['a footnote is text', 'Hot[^1]\n\n[^1]: Very hot.', '<p>Hot[^1]</p><p>[^1]: Very hot.</p>'],
      ['boxes', '- [x] a', '<ul><li><input type="checkbox" checked disabled> a</li></ul>'],
      ['headings have no anchors', '# Tea', '<h1>Tea</h1>'],
    ],
  },
  {
    host: 'pub',
    source: 'dart-lang/pub-dev, app/lib/shared/markdown.dart and pkg/sanitize_html; app/test/shared/markdown_test.dart',
    date: '2026-08-20',
    certainty: 'source',
    cases: [
      [
        'links find headings',
        '[x](#hot-tea)\n\n## Hot `tea`!',
        '<p><a href="#hot-tea">x</a></p><h2 id="hot-tea">Hot <code>tea</code>!</h2>',
      ],
      ['the second of two', '## Tea\n\n## Tea', '<h2 id="tea">Tea</h2><h2 id="tea-2">Tea</h2>'],
      ['a tag that is dropped goes with its text', 'Hot <u>tea</u>', '<p>Hot </p>'],
      ['styles are dropped', '<p style="color: red" align="center">Tea</p>', '<p align="center">Tea</p>'],
      [
        'a relative link',
        '[x](docs/guide.md)',
        '<p><a href="https://github.com/o/tea/blob/HEAD/docs/guide.md">x</a></p>',
      ],
      ['without a repository its text stays', '[x](docs/guide.md)', '<p>x</p>', { homeless: true }],
      [
        'a folded part',
        '<details open><summary>a</summary>b</details>',
        '<details open><summary>a</summary>b</details>',
      ],
    ],
  },
  {
    host: 'hex',
    source: 'hexpm/hexpm, test/hexpm_web/readme/ (renderer, sanitizer and url_rewriter tests)',
    date: '2026-11-26',
    certainty: 'source',
    cases: [
      [
        'links find headings',
        '[x](#tea)\n\n## Tea',
        '<p><a href="#user-content-tea">x</a></p><h2 id="user-content-tea">Tea</h2>',
      ],
      [
        'footnotes have no prefix',
        'Hot[^note]\n\n[^note]: Very.',
        '<p>Hot<sup><a href="#fn-note" data-footnote-ref="" id="fnref-note">1</a></sup></p><section data-footnotes="" class="footnotes"><ol><li id="fn-note"><p>Very. <a href="#fnref-note" data-footnote-backref="" aria-label="Back to reference 1" class="data-footnote-backref">↩</a></p></li></ol></section>',
      ],
      ['of a dropped tag the text stays', 'Hot <font>tea</font>', '<p>Hot tea</p>'],
      ['a link to a script leads nowhere', '<a href="javascript:void(0)">x</a>', '<p><a>x</a></p>'],
      ['nor does one with blanks in it', '<a href="java\tscript:alert(1)">x</a>', '<p><a>x</a></p>'],
      [
        'event handlers are dropped',
        '<img src="https://a.example/b.png" onerror="alert(1)">',
        '<img src="https://a.example/b.png">',
      ],
      ['keys', 'Press <kbd>Ctrl</kbd>', '<p>Press <kbd>Ctrl</kbd></p>'],
      ['comments are dropped', 'a<!-- b -->c', '<p>ac</p>'],
      ['another format than Markdown is text', 'Tea', '<pre>Tea</pre>', { path: 'README.rst' }],
    ],
  },
  {
    host: 'jsr',
    source: 'jsr-io/jsr, api/src/docs.rs; denoland/deno_doc, src/html/comrak.rs',
    date: '2026-11-26',
    certainty: 'source',
    cases: [
      ['boxes are dropped', '- [ ] a', '<ul><li> a</li></ul>'],
      ['a script is text', '<script>x</script>', '&lt;script&gt;x&lt;/script&gt;'],
      ['an open section is closed', '<details open>x</details>', '<details>x</details>'],
      [
        'a picture is its image',
        '<picture><source srcset="https://a.example/b"><img src="https://a.example/c"></picture>',
        '<p><img src="https://a.example/c"></p>',
      ],
      ['a footnote is text', 'Hot[^1]\n\n[^1]: Very hot.', '<p>Hot[^1]</p><p>[^1]: Very hot.</p>'],
    ],
  },
  {
    host: 'packagist',
    source: 'composer/packagist, tests/Package/UpdaterTest.php; src/Package/Updater.php (prepareReadme)',
    date: '2026-11-26',
    certainty: 'source',
    cases: [
      ['the first heading is removed', '# Tea\n\nHot', '<p>Hot</p>'],
      ['of the second level, too', '## Tea\n\nHot', '<p>Hot</p>'],
      ['unless something stands in front of it', 'Hot\n\n# Tea', '<p>Hot</p><h1 id="user-content-tea">Tea</h1>'],
      ['boxes of all kinds are dropped', '- [ ] a', '<ul><li> a</li></ul>'],
      ['a block without its tag', '<div align="center">\n\nTea\n\n</div>', '<p>Tea</p>'],
      [
        'relative links',
        '[x](docs/guide.md)',
        '<p><a href="https://github.com/o/tea/blob/HEAD/docs/guide.md">x</a></p>',
      ],
      [
        'links within the page',
        'Hot\n\n## Tea\n\n[x](#tea)',
        '<p>Hot</p><h2 id="user-content-tea">Tea</h2><p><a href="#user-content-tea">x</a></p>',
      ],
    ],
  },
  {
    host: 'open-vsx',
    source:
      'eclipse-openvsx/openvsx, webui/src/components/sanitized-markdown.tsx; markdown-it and DOMPurify as they are set there',
    date: '2026-11-26',
    certainty: 'source',
    cases: [
      ['a script vanishes', 'Tea\n\n<script>x</script>', '<p>Tea</p>'],
      ['boxes are text', '- [ ] a', '<ul><li>[ ] a</li></ul>'],
      ['a footnote is text', 'Hot[^1]\n\n[^1]: Very hot.', '<p>Hot[^1]</p><p>[^1]: Very hot.</p>'],
      ['styles are kept', '<p style="color: red">Tea</p>', '<p style="color: red">Tea</p>'],
      ['an event handler is dropped', '<p onclick="x()">Tea</p>', '<p>Tea</p>'],
    ],
  },
  {
    host: 'vscode-marketplace',
    source: 'microsoft/vscode-vsce, src/test/fixtures/readme/ and src/package.ts',
    date: '2026-11-26',
    certainty: 'source',
    cases: [
      [
        'relative images have their bytes',
        '![x](images/a.gif)',
        '<p><img src="https://github.com/o/tea/raw/HEAD/images/a.gif" alt="x"></p>',
      ],
      [
        'rooted ones, too',
        '![x](/images/a.gif)',
        '<p><img src="https://github.com/o/tea/raw/HEAD/images/a.gif" alt="x"></p>',
      ],
      ['and those in HTML', '<img src="/images/a.gif">', '<img src="https://github.com/o/tea/raw/HEAD/images/a.gif">'],
      [
        'relative links lead into the repository',
        '[x](monkey)',
        '<p><a href="https://github.com/o/tea/blob/HEAD/monkey">x</a></p>',
      ],
      ['absolute ones stay', '[x](https://a.example/)', '<p><a href="https://a.example/">x</a></p>'],
      ['links in HTML stay as they are', '<a href="monkey">x</a>', '<p><a href="monkey">x</a></p>'],
      [
        'an SVG of a trusted server is shown',
        '![x](https://img.shields.io/b.svg)',
        '<p><img src="https://img.shields.io/b.svg" alt="x"></p>',
      ],
      ['of others it is refused', '![x](https://a.example/b.svg)', '<p><img alt="x"></p>'],
    ],
  },
  {
    host: 'gitlab',
    source: 'gjtorikian/html-pipeline 2.14.3, whose list GitLab extends; GitLab docs, GitLab Flavored Markdown',
    date: '2026-11-26',
    certainty: 'reported',
    cases: [
      ['a style attribute is dropped', '<p style="color: red">Tea</p>', '<p>Tea</p>'],
      ['anchors have one hyphen for many', '# Hot -- tea', '<h1 id="user-content-hot-tea">Hot -- tea</h1>'],
      [
        'relative links',
        '[x](docs/guide.md)',
        '<p><a href="https://github.com/o/tea/blob/HEAD/docs/guide.md">x</a></p>',
      ],
    ],
  },
  {
    host: 'gitea',
    source: 'go-gitea/gitea, modules/markup/sanitizer_default.go; Gitea docs, Markdown',
    date: '2026-11-26',
    certainty: 'reported',
    cases: [
      ['colours are kept', '<p style="color: red">Tea</p>', '<p style="color: red">Tea</p>'],
      ['other styles are not', '<p style="position: fixed">Tea</p>', '<p>Tea</p>'],
      ['centred text', '<center>Tea</center>', '<center>Tea</center>'],
    ],
  },
  {
    host: 'bitbucket',
    source: 'Bitbucket, tutorials/markdowndemo; cfce/viper, pull request 3',
    date: '2026-11-26',
    certainty: 'reported',
    cases: [
      ['links need a prefix', '# Tea\n\n[x](#tea)', '<h1 id="markdown-header-tea">Tea</h1><p><a href="#tea">x</a></p>'],
      ['emoji have names', ':coffee:', '<p>☕</p>'],
    ],
  },
  {
    host: 'docker-hub',
    source: 'docker/roadmap#234; ppodgorsek/docker-robot-framework#474',
    date: '2026-11-26',
    certainty: 'reported',
    cases: [
      ['headings have no anchors', '# Tea', '<h1>Tea</h1>'],
      ['relative links stay as they are', '[x](docs/guide.md)', '<p><a href="docs/guide.md">x</a></p>'],
      ['emoji have no names', ':coffee:', '<p>:coffee:</p>'],
    ],
  },
  {
    host: 'read-the-docs',
    source: 'executablebooks/MyST-Parser, docs/syntax/optional.md and myst_parser/config/main.py (no extension is on)',
    date: '2026-11-26',
    certainty: 'source',
    cases: [
      ['HTML is kept', '<p style="color: red">Tea</p>', '<p style="color: red">Tea</p>'],
      ['boxes are text', '- [ ] a', '<ul><li>[ ] a</li></ul>'],
      ['an alert is a quote', '> [!NOTE]\n> Hot.', '<blockquote><p>[!NOTE]\nHot.</p></blockquote>'],
    ],
  },
]
