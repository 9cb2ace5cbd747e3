import type { CaseGroup } from './cases.ts'

/** Hosts of which few cases are known. */
export const groups: readonly CaseGroup[] = [
  {
    host: 'artifact-hub',
    source:
      'artifacthub/hub, web/src/layout/package/readme/Readme.tsx, its components run with react-markdown 10.1.0, remark-gfm 4.0.1 and rehype-github-alerts 4.2.0',
    date: '2026-11-26',
    certainty: 'source',
    cases: [
      ['blocks of HTML vanish', 'Tea\n\n<p align="center"><img src="https://a.example/b.png"></p>', '<p>Tea</p>'],
      ['among text, tags vanish', 'Press <kbd>Enter</kbd>', '<p>Press Enter</p>'],
      ['of a relative link the text stays', '[x](docs/guide.md)', '<p>x</p>'],
      ['so it does of an address to write to', '[x](mailto:a@b.example)', '<p>x</p>'],
      ['and of one that says nothing', '[x]()', '<p>x</p>'],
      ['a relative image vanishes', 'a ![x](cup.png) b', '<p>a  b</p>'],
      [
        'titles vanish',
        '[x](https://a.example "A") ![y](https://a.example/b.png "B")',
        '<p><a href="https://a.example">x</a> <img src="https://a.example/b.png" alt="y"></p>',
      ],
      [
        'an alert',
        '> [!TIP]\n> Hot.',
        '<div class="markdown-alert markdown-alert-tip"><p class="markdown-alert-title">Tip</p><p>Hot.</p></div>',
      ],
      ['a diagram', '```mermaid\ngraph TD\n```', '<pre class="mermaid">graph TD\n</pre>'],
      [
        'emoji by name are found in paragraphs, and in nothing there',
        ':tea: **:tea:**\n\n# :tea:\n\n- :tea:\n\n<!-- -->\n\n- :tea:\n\n- b',
        '<p>🍵 <strong>:tea:</strong></p><h1 id="tea">:tea:</h1><ul><li>:tea:</li></ul><ul><li><p>🍵</p></li><li><p>b</p></li></ul>',
      ],
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
    host: 'docs-rs',
    source: 'kivikakk/comrak 0.54.0, run with the options of docs.rs',
    date: '2026-11-26',
    certainty: 'source',
    cases: [
      [
        'an address needs a server with a dot in its name',
        'http://localhost:3000/a.b https://a.example/ mail@a.example',
        '<p>http://localhost:3000/a.b <a href="https://a.example/">https://a.example/</a> <a href="mailto:mail@a.example">mail@a.example</a></p>',
      ],
      [
        'and one without a scheme stands behind white space or an opening sign',
        '(www.a.example) <www.a.example> <http://localhost>',
        '<p>(<a href="http://www.a.example">www.a.example</a>) &lt;www.a.example> <a href="http://localhost">http://localhost</a></p>',
      ],
    ],
  },
  {
    host: 'npmx',
    source: 'npmx-dev/npmx.dev, server/utils/readme.ts, run with marked 17.0.4 and sanitize-html 2.17.1',
    date: '2026-03-29',
    certainty: 'source',
    cases: [
      [
        'links find headings, which are two levels deeper',
        '[x](#hot-tea)\n\n# Hot -- `tea`!',
        '<p><a href="#user-content-hot-tea">x</a></p><h3 id="user-content-hot-tea">Hot -- <code>tea</code>!</h3>',
      ],
      [
        'an anchor of your own is not found',
        '[x](#x) <a id="x"></a>',
        '<p><a href="#user-content-x">x</a> <a id="x"></a></p>',
      ],
      ['of a tag that is dropped the text stays', 'Hot <u>tea</u>', '<p>Hot tea</p>'],
      ['emoji by name', ':tea:', '<p>🍵</p>'],
      ['in code, too', '`:tea:`', '<p><code>🍵</code></p>'],
      [
        'no level of headings is left out',
        '### Tea\n\n<h1>Hot</h1>\n\n### Cold\n\n###### Iced',
        '<h3 id="user-content-tea">Tea</h3><h3 id="user-content-hot">Hot</h3><h4 id="user-content-cold">Cold</h4><h5 id="user-content-iced">Iced</h5>',
      ],
      [
        'an image from a page of GitHub is its bytes, and a link there leads to the page',
        '![x](https://github.com/a/b/blob/main/c.png) [y](https://github.com/a/b/blob/main/c.png)',
        '<p><img src="https://github.com/a/b/raw/main/c.png" alt="x"> <a href="https://github.com/a/b/blob/main/c.png">y</a></p>',
      ],
      [
        'what starts at the root leads into the site',
        '[x](/docs/guide.md) ![y](/b.png) [z](docs/guide.md)',
        '<p><a href="/docs/guide.md">x</a> <img src="/b.png" alt="y"> <a href="https://github.com/o/tea/blob/HEAD/docs/guide.md">z</a></p>',
      ],
      ['a footnote is text', 'Hot[^1]\n\n[^1]: Very hot.', '<p>Hot[^1]</p><p>[^1]: Very hot.</p>'],
      ['boxes are dropped', '- [x] a', '<ul><li> a</li></ul>'],
      [
        'an alert may stand anywhere, and its text behind the marker',
        '- > [!tip] Hot *tea*',
        '<ul><li><div class="markdown-alert markdown-alert-tip"><p class="markdown-alert-title">Tip</p><p>Hot <em>tea</em></p></div></li></ul>',
      ],
      ['an address to write to', '[x](mailto:a@b.example)', '<p><a>x</a></p>'],
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
    host: 'hackage',
    source:
      'haskell/hackage-server, src/Distribution/Server/Util/Markdown.hs; jgm/commonmark-hs, commonmark-extensions/test',
    date: '2026-11-28',
    certainty: 'source',
    cases: [
      [
        'links find headings, of which the second gets a number',
        '[x](#hot-tea_pot-1)\n\n## Hot tea_pot!\n\n## Hot tea_pot',
        '<p><a href="#hot-tea_pot-1">x</a></p><h2 id="hot-tea_pot">Hot tea_pot!</h2><h2 id="hot-tea_pot-1">Hot tea_pot</h2>',
      ],
      [
        'what is relative stays as it is written',
        '[x](docs/guide.md) ![y](cup.png)',
        '<p><a href="docs/guide.md">x</a> <img src="cup.png" alt="y"></p>',
      ],
      ['an alert is a quote', '> [!NOTE]\n> Hot.', '<blockquote><p>[!NOTE]\nHot.</p></blockquote>'],
      ['emoji by name', ':tea: ~~cold~~', '<p>🍵 <del>cold</del></p>'],
    ],
  },
  {
    host: 'hex',
    source:
      'hexpm/hexpm, test/hexpm_web/readme/ (renderer, sanitizer and url_rewriter tests); its options, run with comrak 0.54.0',
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
        '<p>Hot<sup><a href="#fn-note" data-footnote-ref="" id="fnref-note">1</a></sup></p><section data-footnotes="" class="footnotes"><ol><li id="fn-note"><p>Very. <a href="#fnref-note" data-footnote-backref="" aria-label="Back to reference 1">↩</a></p></li></ol></section>',
      ],
      ['of a dropped tag the text stays', 'Hot <font>tea</font>', '<p>Hot tea</p>'],
      [
        'an anchor of your own is a heading',
        '<a id="x"></a><h2 id="y">Tea</h2> <a href="#x">x</a> <a href="#y">y</a>',
        '<p><a></a></p><h2 id="user-content-y">Tea</h2> <a href="#user-content-x">x</a> <a href="#user-content-y">y</a><p></p>',
      ],
      [
        'an alert may have a title',
        '> [!TIP] Hot\n> tea',
        '<div class="markdown-alert markdown-alert-tip"><p class="markdown-alert-title">Hot</p><p>tea</p></div>',
      ],
      ['emoji by name', ':tea:', '<p>🍵</p>'],
      [
        'what stands between signs is raised or lowered',
        'E=mc^2^ H~2~O ~~cold~~ \\^a^ `2^3 2^4`',
        '<p>E=mc<sup>2</sup> H<sub>2</sub>O <del>cold</del> ^a^ <code>2^3 2^4</code></p>',
      ],
      ['a link to the top misses it', '[up](#top)', '<p><a href="#user-content-top">up</a></p>'],
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
    source:
      'jsr-io/jsr, api/src/docs.rs; denoland/deno_doc, src/html/comrak.rs: their options, run with comrak 0.54.0 and ammonia 3.2.1',
    date: '2026-11-26',
    certainty: 'source',
    cases: [
      ['boxes are dropped', '- [ ] a', '<ul><li> a</li></ul>'],
      ['a script is text', '<script>x</script>', '&lt;script&gt;x&lt;/script&gt;'],
      [
        'an alert may have a title, and its marker is in capitals',
        '>[!TIP] Hot\n> tea\n\n<!-- -->\n\n> [!tip]\n> Hot',
        '<div class="markdown-alert markdown-alert-tip"><p class="markdown-alert-title">Hot</p><p>tea</p></div><blockquote><p>[!tip]\nHot</p></blockquote>',
      ],
      [
        'powers are taken for signs around what is raised',
        '10^3 or 2^10, ~x~',
        '<p>10<sup>3 or 2</sup>10, <del>x</del></p>',
      ],
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
        'of an alert all but its box',
        '> [!TIP]\n> Hot.\n\n> Cold.',
        '<p class="markdown-alert-title">Tip</p><p>Hot.</p><blockquote><p>Cold.</p></blockquote>',
      ],
      [
        'a footnote is not found, and leads back',
        'Hot[^1]\n\n[^1]: Very.',
        '<p>Hot<sup><a href="#user-content-fn-1" id="user-content-fnref-1">1</a></sup></p><h2 class="sr-only">Footnotes</h2><ol><li><p>Very. <a href="#user-content-fnref-1" class="data-footnote-backref">↩</a></p></li></ol>',
      ],
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
      ['a heading that is called as a part of the page has no anchor', '## Style', '<h2>Style</h2>'],
      [
        'a relative image has its bytes',
        '![x](b.png)',
        '<p><img src="https://github.com/o/tea/raw/HEAD/b.png" alt="x"></p>',
      ],
      ['a relative link in HTML leads nowhere', '<a href="docs">x</a>', '<p><a href="docs">x</a></p>'],
      ['nor does one of a definition', '[x]\n\n[x]: docs', '<p><a href="docs">x</a></p>'],
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
      [
        'an issue is a link',
        'Mends #7, and o/jam#8.',
        '<p>Mends <a href="https://github.com/o/tea/issues/7">#7</a>, and <a href="https://github.com/o/jam/issues/8">o/jam#8</a>.</p>',
      ],
      ['one that is escaped, or has no blank before it, is none', 'See \\#7 (#8)', '<p>See #7 (#8)</p>'],
      [
        'in code it is one, too, and is shown as it is written',
        'Tea\n\n```css\na { color: #112233 }\n```',
        '<p>Tea</p><pre><code class="language-css">a { color: [#112233](https://github.com/o/tea/issues/112233) }\n</code></pre>',
      ],
      [
        'a link that holds one is none any more',
        'a [see #7](https://a.example/)',
        '<p>a [see <a href="https://github.com/o/tea/issues/7">#7</a>](<a href="https://a.example/">https://a.example/</a>)</p>',
      ],
      ['absolute ones stay', '[x](https://a.example/)', '<p><a href="https://a.example/">x</a></p>'],
      ['links in HTML stay as they are', '<a href="monkey">x</a>', '<p><a href="monkey">x</a></p>'],
      [
        'so do those of definitions',
        '[x][1] ![y][2]\n\n[1]: monkey\n[2]: a.gif',
        '<p><a href="monkey">x</a> <img src="a.gif" alt="y"></p>',
      ],
      [
        'an SVG of a trusted server is shown',
        '![x](https://img.shields.io/b.svg)',
        '<p><img src="https://img.shields.io/b.svg" alt="x"></p>',
      ],
      ['of others it is refused', '![x](https://a.example/b.svg)', '<p><img alt="x"></p>'],
    ],
  },
  {
    host: 'vscode-marketplace',
    source:
      'microsoft/vscode, markdownDocumentRenderer.ts with marked 18 and DOMPurify 3.4.18, run as they are set there',
    date: '2026-11-26',
    certainty: 'source',
    cases: [
      ['a heading in HTML gets no anchor', '<h2 align="center">Tea</h2>', '<h2 align="center">Tea</h2>'],
      [
        'nor does one that is called as a part of the page',
        '## Links\n\n## Tea',
        '<h2>Links</h2><h2 id="tea">Tea</h2>',
      ],
      [
        'the text of an image is one of the anchor',
        '# Tea ![b](https://a.example/b.png)',
        '<h1 id="tea-b">Tea <img src="https://a.example/b.png" alt="b"></h1>',
      ],
      ['a mail is a link', '<mail@a.example>', '<p><a href="mailto:mail@a.example">mail@a.example</a></p>'],
      ['a drawing vanishes', '<svg><text>Tea</text></svg> hot', '<p> hot</p>'],
      ['of a style only plain colours stay', '<span style="color: red">Tea</span>', '<p><span>Tea</span></p>'],
    ],
  },
  {
    host: 'gitlab',
    source:
      'gitlabhq/gitlabhq, lib/banzai: its options and list, run with comrak 0.54.0, html-pipeline 2.14.3 and sanitize 6.1.0; filters and markdown.md read',
    date: '2026-11-26',
    certainty: 'source',
    cases: [
      ['a style attribute is dropped', '<p style="color: red">Tea</p>', '<p>Tea</p>'],
      [
        'anchors keep every hyphen, and emoji by their names',
        '# Hot -- :tea:\n\n[x](#hot----tea)',
        '<h1 id="user-content-hot----tea">Hot -- 🍵</h1><p><a href="#user-content-hot----tea">x</a></p>',
      ],
      ['a heading in HTML has none', '<h2>Tea</h2>', '<h2>Tea</h2>'],
      [
        'an anchor of your own needs a name, and its case',
        '<a name="x"></a><a id="y"></a> [x](#x) [y](#y) [X](#X)',
        '<p><a name="x"></a><a></a> <a href="#x">x</a> <a href="#user-content-y">y</a> <a href="#user-content-X">X</a></p>',
      ],
      [
        'of a picture the image stays',
        '<picture><source srcset="a.png"><img src="https://a.example/b.png"></picture>',
        '<p><img src="https://a.example/b.png"></p>',
      ],
      [
        'boxes are those of Markdown',
        '- [x] a <input type="checkbox">',
        '<ul><li><input type="checkbox" checked disabled> a </li></ul>',
      ],
      ['what stands in a style is text', 'Hot <style>a { }</style>', '<p>Hot a { }</p>'],
      [
        'a link may have another scheme',
        '[x](ssh://a.example) [y](data:text/html,y)',
        '<p><a href="ssh://a.example">x</a> <a>y</a></p>',
      ],
      [
        'footnotes lead to each other',
        'Hot[^1]\n\n[^1]: Very.',
        '<p>Hot<sup><a href="#fn-1" data-footnote-ref="" aria-describedby="footnote-label" id="fnref-1">1</a></sup></p><section data-footnotes=""><ol><li id="fn-1"><p>Very. <a href="#fnref-1" data-footnote-backref="" aria-label="Back to reference 1">↩</a></p></li></ol></section>',
      ],
      ['front matter is code', '---\na: b\n---\n\nTea', '<pre><code>a: b\n</code></pre><p>Tea</p>'],
      [
        'what stands in two brackets is a link, and the address behind it a text',
        '[[tea]](https://a.example) [[Hot jam|jam.md]]\n\n\\[[x]] `[[y]]`',
        '<p><a href="https://github.com/o/tea/blob/HEAD/tea">tea</a>(<a href="https://a.example">https://a.example</a>) <a href="https://github.com/o/tea/blob/HEAD/jam.md">Hot jam</a></p><p>[[x]] <code>[[y]]</code></p>',
      ],
      ['a formula', 'Where $`a`$ is.', '<p>Where <code class="language-math math-inline">a</code> is.</p>'],
      [
        'an alert may have a title, and stand in a list',
        '- > [!TIP] Hot\n  > tea',
        '<ul><li><div class="markdown-alert markdown-alert-tip"><p class="markdown-alert-title">Hot</p><p>tea</p></div></li></ul>',
      ],
      [
        'relative links',
        '[x](docs/guide.md)',
        '<p><a href="https://github.com/o/tea/blob/HEAD/docs/guide.md">x</a></p>',
      ],
    ],
  },
  {
    host: 'gitea',
    source:
      'go-gitea/gitea, modules/markup: its policy, run with bluemonday of 2025-04-04 and goldmark of 2026-07-28; filters read',
    date: '2026-11-26',
    certainty: 'source',
    cases: [
      ['colours are kept', '<p style="color: red">Tea</p>', '<p style="color: red">Tea</p>'],
      ['other styles are not', '<p style="position: fixed">Tea</p>', '<p>Tea</p>'],
      ['centred text', '<center>Tea</center>', '<center>Tea</center>'],
      ['what stands in an object vanishes', 'Hot <object>tea</object>', '<p>Hot </p>'],
      [
        'other schemes than those of pages',
        '[x](tel:1) [y](data:text/html,y)',
        '<p><a href="tel:1">x</a> <a>y</a></p>',
      ],
      [
        'a drawing keeps its size',
        '<svg viewBox="0 0 1 1" width="1"><path fill-rule="evenodd" d="M0 0"></path></svg>',
        '<p><svg viewBox="0 0 1 1" width="1"><path fill-rule="evenodd" d="M0 0"></path></svg></p>',
      ],
      [
        'of a box, no kind is kept but that for a tick',
        '<label><input type="text" disabled></label>',
        '<p><label><input disabled></label></p>',
      ],
      [
        'an address in the text needs a scheme',
        'www.a.example https://a.example mail@a.example',
        '<p>www.a.example <a href="https://a.example">https://a.example</a> <a href="mailto:mail@a.example">mail@a.example</a></p>',
      ],
      [
        'an alert may stand anywhere, and its text behind the marker',
        '- > [!tip] Hot',
        '<ul><li><div class="markdown-alert markdown-alert-tip"><p class="markdown-alert-title">Tip</p><p>Hot</p></div></li></ul>',
      ],
      ['emoji by name are found in HTML, too', '<p>:tea:</p>', '<p>🍵</p>'],
      ['a heading in HTML has an anchor', '<h2>Hot tea</h2>', '<h2 id="user-content-hot-tea">Hot tea</h2>'],
      [
        'a relative picture in the dark is not found',
        '<picture><source srcset="a.png"><img src="https://a.example/b.png"></picture>',
        '<p><picture><source srcset="a.png"><img src="https://a.example/b.png"></picture></p>',
      ],
    ],
  },
  {
    host: 'forgejo',
    source: 'forgejo/forgejo, modules/markup/sanitizer.go and html.go',
    date: '2026-11-26',
    certainty: 'source',
    cases: [
      [
        'of a picture the image stays',
        '<picture><source srcset="a.png"><img src="https://a.example/b.png"></picture>',
        '<p><img src="https://a.example/b.png"></p>',
      ],
      ['text is not centred so', '<center>Tea</center>', 'Tea'],
      ['a heading in HTML has no anchor', '<h2>Hot tea</h2>', '<h2>Hot tea</h2>'],
      ['colours of cells are kept, and of boxes are not', '<div style="color: red">Tea</div>', '<div>Tea</div>'],
      ['an address in the text needs a scheme', 'www.a.example', '<p>www.a.example</p>'],
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
      ['names that only scripts know mean nothing', '<p className="a" ariaLabel="b" dataTea="c">Tea</p>', '<p>Tea</p>'],
      ['boxes are text', '- [ ] a', '<ul><li>[ ] a</li></ul>'],
      ['nothing is crossed out', '~~cold~~ **hot**', '<p>~~cold~~ <strong>hot</strong></p>'],
      [
        'addresses need brackets',
        'https://a.example www.a.example <https://b.example>',
        '<p>https://a.example www.a.example <a href="https://b.example">https://b.example</a></p>',
      ],
      [
        'of a relative link the text stays, unless it is HTML',
        '[x](docs/guide.md) <a href="docs/guide.md">y</a>',
        '<p>x <a href="docs/guide.md">y</a></p>',
      ],
      [
        'headings are as deep as their sections',
        '### Tea\n\n# Hot\n\n#### Cold\n\n## Iced',
        '<h1 id="tea">Tea</h1><h1 id="hot">Hot</h1><h2 id="cold">Cold</h2><h2 id="iced">Iced</h2>',
      ],
      ['an alert is a quote', '> [!NOTE]\n> Hot.', '<blockquote><p>[!NOTE]\nHot.</p></blockquote>'],
      [
        'a link finds a heading by what docutils calls it',
        "[x](#what-s-hot)\n\n## What's hot?",
        '<p><a href="#what-s-hot">x</a></p><h1 id="what-s-hot">What\'s hot?</h1>',
      ],
    ],
  },
]
