import type { CaseGroup } from './cases.ts'

export const groups: readonly CaseGroup[] = [
  {
    host: 'nuget',
    source: 'NuGet/NuGetGallery, tests/NuGetGallery.Facts/Services/MarkdownServiceFacts.cs',
    date: '2026-11-26',
    certainty: 'source',
    cases: [
      ['headings are one level lower', '# Tea', '<h2 id="tea">Tea</h2>'],
      ['but for the last', '###### Tea', '<h6 id="tea">Tea</h6>'],
      [
        'two headings of the same text have two anchors',
        '# Tea\n# Tea',
        '<h2 id="tea">Tea</h2><h2 id="tea-1">Tea</h2>',
      ],
      ['signs are no part of an anchor', '# 1.0 Tea', '<h2 id="10-tea">1.0 Tea</h2>'],
      [
        'a link in a heading is no part of its anchor',
        '# Hot [tea](https://a.example/)',
        '<h2 id="hot-tea">Hot <a href="https://a.example/">tea</a></h2>',
      ],
      ['comments are gone before anything is read', '<!-- a --> <!-- b \n c --> tea', '<p>tea</p>'],
      ['a byte order mark is no text', '\uFEFF# Tea', '<h2 id="tea">Tea</h2>'],
      ['lists', '- Tea', '<ul><li>Tea</li></ul>'],
      ['a line ending is none', 'Hot\ntea', '<p>Hot\ntea</p>'],
      ['two blanks break a line', 'Hot  \ntea', '<p>Hot<br>\ntea</p>'],
      ['a link to a script is emptied', "[x](javascript:alert('hi'))", '<p><a href="">x</a></p>'],
      ['so is one of an unknown scheme', '[x](tea://a.example)', '<p><a href="">x</a></p>'],
      ['and a relative one', '[x](docs/guide.md)', '<p><a href="">x</a></p>'],
      [
        'a link within the page stays',
        '# Hot tea\n[x](#hot-tea)',
        '<h2 id="hot-tea">Hot tea</h2><p><a href="#hot-tea">x</a></p>',
      ],
      ['tags are text', '> <b>Tea</b>', '<blockquote><p>&lt;b&gt;Tea&lt;/b&gt;</p></blockquote>'],
      [
        'an image from a trusted server is shown',
        '![x](https://api.codacy.com/b.svg)',
        '<p><img src="https://api.codacy.com/b.svg" alt="x"></p>',
      ],
      ['every other is not', '![x](https://a.example/b.svg)', '<p><img src="" alt="x"></p>'],
      [
        'an image is asked for safely',
        '![x](http://img.shields.io/b.svg)',
        '<p><img src="https://img.shields.io/b.svg" alt="x"></p>',
      ],
      [
        'an image without alt text gets one',
        '![](https://img.shields.io/b.svg)',
        '<p><img src="https://img.shields.io/b.svg" alt="alternate text is missing from this package README image"></p>',
      ],
      ['code may be indented by a tab', '## Tea\n\tHot', '<h3 id="tea">Tea</h3><pre><code>Hot\n</code></pre>'],
      [
        'tables',
        'a | b\n-- | -\n0 | 1',
        '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>0</td><td>1</td></tr></tbody></table>',
      ],
      ['front matter is Markdown', '---\na: b\n---\n\nTea', '<hr><h3 id="a-b">a: b</h3><p>Tea</p>'],
      ['emoji have names', 'I am :angry:', '<p>I am 😠</p>'],
      [
        'boxes are shown',
        '- [ ] a\n- [x] b',
        '<ul><li><input type="checkbox" disabled> a</li><li><input type="checkbox" checked disabled> b</li></ul>',
      ],
      ['lists go on', '1. a\n\ntea\n\n2. b', '<ol><li>a</li></ol><p>tea</p><ol start="2"><li>b</li></ol>'],
      [
        'a bare address is a link',
        'See https://a.example/',
        '<p>See <a href="https://a.example/">https://a.example/</a></p>',
      ],
      ['what is crossed out', '~~cold~~', '<p><del>cold</del></p>'],
      ['an alert has no title', '> [!NOTE]\n> Hot', '<div class="markdown-alert markdown-alert-note"><p>Hot</p></div>'],
    ],
  },
]
