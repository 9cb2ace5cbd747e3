import type { CaseGroup } from './cases.ts'

export const groups: readonly CaseGroup[] = [
  {
    host: 'pkg-go-dev',
    source: 'golang/pkgsite, internal/frontend/readme_test.go',
    date: '2026-11-26',
    certainty: 'source',
    cases: [
      [
        'the first heading is of level 3',
        '#### Four\n\n##### Five\n\n##### Five',
        '<h3 class="h4" id="readme-four">Four</h3><h4 class="h5" id="readme-five">Five</h4><h4 class="h5" id="readme-five-1">Five</h4>',
      ],
      [
        'others keep their distance to it',
        '## Two\n\n# One\n\n### Three',
        '<h3 class="h2" id="readme-two">Two</h3><h2 class="h1" id="readme-one">One</h2><h4 class="h3" id="readme-three">Three</h4>',
      ],
      [
        'below level 6 a heading is one by its role',
        '# One\n\n###### Six',
        '<h3 class="h1" id="readme-one">One</h3><div role="heading" aria-level="6" id="readme-six">Six</div>',
      ],
      [
        'and above level 1 it is text',
        '#### Four\n\n# One\n\n## Two',
        '<h3 class="h4" id="readme-four">Four</h3>One<h1 class="h2" id="readme-two">Two</h1>',
      ],
      [
        'links in HTML are left as they are',
        '<a href="#hot">x</a> [y](#hot) [z](#top) <a href="#top">w</a>\n\n# Hot',
        '<p><a href="#hot">x</a> <a href="#readme-hot">y</a> <a href="#readme-top">z</a> <a href="#top">w</a></p><h3 class="h1" id="readme-hot">Hot</h3>',
      ],
      [
        'a page of a file is its bytes, unless it is Markdown or linked in HTML',
        '[x](https://github.com/a/b/blob/main/x.go) [y](https://github.com/a/b/blob/main/y.md) <a href="https://github.com/a/b/blob/main/x.go">z</a> <img src="https://github.com/a/b/blob/main/c.png">',
        '<p><a href="https://github.com/a/b/raw/main/x.go">x</a> <a href="https://github.com/a/b/blob/main/y.md">y</a> <a href="https://github.com/a/b/blob/main/x.go">z</a> <img src="https://github.com/a/b/raw/main/c.png"></p>',
      ],
      ['an address with a blank in it is dropped', '<img src="https://a.example/b c.png" alt="x">', '<img alt="x">'],
      ['an anchor is made of HTML', '# Hot & tea', '<h3 class="h1" id="readme-hot-amp-tea">Hot &amp; tea</h3>'],
      ['an anchor has Latin letters only', '# 中文', '<h3 class="h1" id="readme-heading">中文</h3>'],
      ['emoji have names', '# :zap: Zap\n\n:joy:', '<h3 class="h1" id="readme-zap">⚡ Zap</h3><p>😂</p>'],
      [
        'line endings of Windows',
        'Tea\r\n\r\n- hot\r\n- [x](https://a.example).',
        '<p>Tea</p><ul><li>hot</li><li><a href="https://a.example">x</a>.</li></ul>',
      ],
      ['reStructuredText is shown as text', 'Tea [x](y)', '<pre>Tea [x](y)</pre>', { path: 'README.rst' }],
      [
        'a relative image has its bytes',
        '![x](doc/cup.png)',
        '<p><img src="https://github.com/o/tea/raw/HEAD/doc/cup.png" alt="x"></p>',
      ],
      [
        'from a folder',
        '![x](img/cup.png)',
        '<p><img src="https://github.com/o/tea/raw/HEAD/dir/sub/img/cup.png" alt="x"></p>',
        { path: 'dir/sub/README.md' },
      ],
      [
        'a relative link leads into the repository',
        '[x](doc/tea.md)',
        '<p><a href="https://github.com/o/tea/blob/HEAD/dir/doc/tea.md">x</a></p>',
        { path: 'dir/README.md' },
      ],
      [
        'an image in HTML',
        '<p align="center"><img src="cup.png" /></p>\n\n# Tea',
        '<p align="center"><img src="https://github.com/o/tea/raw/HEAD/cup.png"></p><h3 class="h1" id="readme-tea">Tea</h3>',
      ],
      [
        'a link within the page',
        '[x](#green-tea)\n# Green tea',
        '<p><a href="#readme-green-tea">x</a></p><h3 class="h1" id="readme-green-tea">Green tea</h3>',
      ],
      [
        'headings of the same text',
        '# Tea 😎\n## 👾\n## Tea 🚀',
        '<h3 class="h1" id="readme-tea">Tea 😎</h3><h4 class="h2" id="readme-heading">👾</h4><h4 class="h2" id="readme-tea-1">Tea 🚀</h4>',
      ],
      [
        'a link in HTML is left alone',
        '# Hot <a href="tea">tea</a>',
        '<h3 class="h1" id="readme-hot-tea">Hot <a href="tea">tea</a></h3>',
      ],
      [
        'but none over several lines, and none in a link',
        '<p>\n<img\n  src="cup.png"><img\nsrc="https://github.com/o/tea/blob/HEAD/b.png"></p>\n\n<img\nsrc="a.png"> [<img src="b.png">](https://a.example)',
        '<p>\n<img src="cup.png"><img src="https://github.com/o/tea/blob/HEAD/b.png"></p><p><img src="https://github.com/o/tea/raw/HEAD/a.png"> <a href="https://a.example"><img src="b.png"></a></p>',
      ],
      [
        'a picture has its sources',
        '<picture>\n<source media="(prefers-color-scheme: dark)" srcset=".i/dark.svg">\n<img alt="Tea" src=".i/light.svg">\n</picture>',
        '<picture><source media="(prefers-color-scheme: dark)" srcset="https://github.com/o/tea/raw/HEAD/.i/dark.svg"><img alt="Tea" src="https://github.com/o/tea/raw/HEAD/.i/light.svg"></picture>',
      ],
      [
        'a source without a repository',
        '![x](doc/cup.png)',
        '<p><img src="doc/cup.png" alt="x"></p>',
        { homeless: true },
      ],
    ],
  },
  {
    host: 'pkg-go-dev',
    source: 'golang/pkgsite, internal/sanitizer/sanitizer_test.go',
    date: '2026-11-26',
    certainty: 'source',
    cases: [
      ['a script vanishes', '<script>tea</script>', ''],
      [
        'attributes are checked',
        '<p dir="RTL" lang="en" id="foo" title="a title"></p>',
        '<p dir="RTL" lang="en" id="foo" title="a title"></p>',
      ],
      ['and dropped', '<p dir="ABC" lang="e" id=" foo" title="a title%"></p>', '<p></p>'],
      ['an attribute of another element', '<p href="x">tea</p>', '<p>tea</p>'],
      ['an address to cite', '<blockquote cite="tea://x">tea</blockquote>', '<blockquote>tea</blockquote>'],
      ['unknown tags', '<p><bad>A</bad><bad>B</bad></p>', '<p>AB</p>'],
      [
        'alt text with a colon is dropped',
        '<img src="https://a.example/b.png" alt="License: MIT">',
        '<img src="https://a.example/b.png">',
      ],
    ],
  },
]
