import type { CaseGroup } from './cases.ts'

export const groups: readonly CaseGroup[] = [
  {
    host: 'pypi',
    source: 'pypa/readme_renderer, tests/fixtures (test_GFM_*, test_CommonMark_*)',
    date: '2026-11-26',
    certainty: 'source',
    cases: [
      [
        'headings have prefixed anchors, and links find them',
        '# Green Tea\n\n## How to brew\n\nSee [above](#green-tea).',
        '<h1 id="user-content-green-tea">Green Tea</h1><h2 id="user-content-how-to-brew">How to brew</h2><p>See <a href="#user-content-green-tea">above</a>.</p>',
      ],
      [
        'an alert is an aside',
        '> [!NOTE]\n> Keep it dry.',
        '<aside class="admonition note"><p class="admonition-title">Note</p><p>Keep it dry.</p></aside>',
      ],
      [
        'every kind of alert has its title',
        '> [!TIP]\n> a\n\n> [!IMPORTANT]\n> b\n\n> [!WARNING]\n> c\n\n> [!CAUTION]\n> d',
        '<aside class="admonition tip"><p class="admonition-title">Tip</p><p>a</p></aside><aside class="admonition important"><p class="admonition-title">Important</p><p>b</p></aside><aside class="admonition warning"><p class="admonition-title">Warning</p><p>c</p></aside><aside class="admonition caution"><p class="admonition-title">Caution</p><p>d</p></aside>',
      ],
      [
        'a definition and a table of reStructuredText',
        'Tea\n  hot\n\n= =\na b\n= =\n',
        '<dl><dt>Tea</dt><dd><p>hot</p></dd></dl><table><tbody><tr><td><p>a</p></td><td><p>b</p></td></tr></tbody></table>',
        { path: 'README.rst' },
      ],
      [
        'images that stand for themselves stand side by side, and have a text',
        '.. image:: https://a.example/b.png\n   :target: https://a.example\n\n.. image:: https://a.example/c.png\n   :alt: Cup',
        '<a href="https://a.example"><img src="https://a.example/b.png" alt="https://a.example/b.png"></a><img src="https://a.example/c.png" alt="Cup">',
        { path: 'README.rst' },
      ],
      [
        'links of reStructuredText, and the anchors of its headings',
        'Hot/tea\n=======\n\n`x <http://localhost>`_ https://a.example\n',
        '<h1 id="user-content-hot-tea">Hot/tea</h1><p><a href="http://localhost">x</a> <a href="https://a.example">https://a.example</a></p>',
        { path: 'README.rst' },
      ],
      [
        'the title of a table is above it',
        '.. list-table:: Tea\n\n   * - a\n',
        '<p>Tea</p><table><tbody><tr><td><p>a</p></td></tr></tbody></table>',
        { path: 'README.rst' },
      ],
      [
        'an alert may stand anywhere, and have a title of its own',
        '- a\n\n  > [!TIP] Hot *and* \\*cold\n  > Tea **and\n  > jam**.',
        '<ul><li><p>a</p><aside class="admonition tip"><p class="admonition-title">Hot *and* *cold</p><p>Tea <strong>and\njam</strong>.</p></aside></li></ul>',
      ],
      [
        'but not without a blank before its marker',
        '>[!NOTE]\n> Tea\n\n> [!NOTE]\n\n> > [!TIP]\n> > Hot',
        '<blockquote><p>[!NOTE]\nTea</p></blockquote><aside class="admonition note"><p class="admonition-title">Note</p></aside><blockquote><aside class="admonition tip"><p class="admonition-title">Tip</p><p>Hot</p></aside></blockquote>',
      ],
      [
        'a relative link leads nowhere, and stays',
        '[x](javascript/README.md)',
        '<p><a href="javascript/README.md">x</a></p>',
      ],
      ['emoji have names, but not in code', 'Warm :tada: and `:tada:`', '<p>Warm 🎉 and <code>:tada:</code></p>'],
      ['a name that is GitHub’s alone stays', 'The :shipit: squirrel', '<p>The :shipit: squirrel</p>'],
      [
        'footnotes have anchors without a prefix',
        'Steep it[^1].\n\n[^1]: For three minutes.',
        '<p>Steep it<sup><a href="#fn-1" id="fnref-1">1</a></sup>.</p><section><ol><li id="fn-1"><p>For three minutes. <a href="#fnref-1">↩</a></p></li></ol></section>',
      ],
      [
        'a picture is only its image',
        '<picture>\n  <source srcset="/dark.png">\n  <img src="/light.png" alt="">\n</picture>',
        '<picture><img src="/light.png" alt=""></picture>',
      ],
      [
        'an image keeps its size and its paragraph where it stands',
        '<p align="center">\n<img src="https://a.example/b.png" width="20%" height="9px" alt="Cup" title="Cup">\n</p>',
        '<p align="center"><img src="https://a.example/b.png" width="20%" height="9px" alt="Cup"></p>',
      ],
      ['a style attribute is dropped', '<p style="color: red">Hot</p>', '<p>Hot</p>'],
      ['a script is text', 'Hello\n\n<script>alert(1)</script>', '<p>Hello</p>&lt;script&gt;alert(1)&lt;/script&gt;'],
      ['a style element is text', '<style>p { color: red }</style>', '&lt;style&gt;p { color: red }&lt;/style&gt;'],
      [
        'a link to a script leads nowhere',
        '[x](javascript:alert(1)) and <a href="javascript:alert(1)">y</a>',
        '<p><a>x</a> and <a>y</a></p>',
      ],
      [
        'an event handler is dropped',
        '<a href="https://a.example" onclick="alert(1)">x</a>',
        '<p><a href="https://a.example">x</a></p>',
      ],
      [
        'an open section is closed',
        '<details open>\n<summary>More</summary>\n\nOf *this*.\n\n</details>',
        '<details><summary>More</summary><p>Of <em>this</em>.</p></details>',
      ],
      [
        'code has its language on the outside',
        '```python\nbrew()\n```\n\n```\nplain\n```\n\n```sh title=x\n```',
        '<pre lang="python">brew()</pre><pre><code>plain</code></pre><pre><code class="language-sh"></code></pre>',
      ],
      ['what is crossed out', '~~cold~~ hot', '<p><del>cold</del> hot</p>'],
      [
        'a table has the alignment of its columns',
        '| a | b |\n|:-:|--:|\n| 1 | 2 |',
        '<table><thead><tr><th align="center">a</th><th align="right">b</th></tr></thead><tbody><tr><td align="center">1</td><td align="right">2</td></tr></tbody></table>',
      ],
      [
        'a bare address is a link',
        'See https://a.example/b now',
        '<p>See <a href="https://a.example/b">https://a.example/b</a> now</p>',
      ],
      [
        'boxes are shown',
        '- [ ] a\n- [x] b',
        '<ul><li><input type="checkbox" disabled> a</li><li><input type="checkbox" checked disabled> b</li></ul>',
      ],
      [
        'a field stays what it is',
        '<input> <input type="text" disabled>',
        '<p><input> <input type="text" disabled></p>',
      ],
      ['what stands in a tag without a place on the list stays', '<center>Hot <small>tea</small></center>', 'Hot tea'],
    ],
  },
  {
    host: 'pypi',
    source: 'pypi/warehouse, warehouse/filters.py (camoify); readme_renderer/markdown.py',
    date: '2026-11-26',
    certainty: 'source',
    cases: [
      [
        'relative addresses stay as they are, and lead nowhere',
        '[guide](docs/guide.md) ![logo](logo.png)',
        '<p><a href="docs/guide.md">guide</a> <img src="logo.png" alt="logo"></p>',
      ],
      [
        'a link to an anchor in HTML misses it',
        '<a id="top-of-page"></a>\n\n[up](#top-of-page)',
        '<p><a id="top-of-page"></a></p><p><a href="#user-content-top-of-page">up</a></p>',
      ],
      ['a link to the top misses it, too', '<a href="#top">up</a>', '<p><a href="#user-content-top">up</a></p>'],
      [
        'the text of an image is one of the anchor',
        '# Tea ![hot](b.png) :zap:',
        '<h1 id="user-content-tea-hot-">Tea <img src="b.png" alt="hot"> ⚡</h1>',
      ],
      ['emoji have names wherever they stand', 'a:zap:b :tea::zap:', '<p>a⚡b 🍵⚡</p>'],
      ['of a drawing nothing is left', '<svg><text>Tea</text></svg> hot', '<p> hot</p>'],
      [
        'front matter is Markdown',
        '---\ntitle: Tea\n---\n\nHot',
        '<hr><h2 id="user-content-title-tea">title: Tea</h2><p>Hot</p>',
      ],
      [
        'a scheme may be in capitals',
        '[x](HTTPS://a.example) [y](Data:text/html,y)',
        '<p><a href="https://a.example">x</a> <a>y</a></p>',
      ],
      ['a diagram is its code', '```mermaid\ngraph TD\n```', '<pre lang="mermaid">graph TD</pre>'],
    ],
  },
]
