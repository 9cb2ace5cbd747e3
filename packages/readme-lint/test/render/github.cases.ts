import type { CaseGroup } from './cases.ts'

export const groups: readonly CaseGroup[] = [
  {
    host: 'github',
    source: 'gjtorikian/html-pipeline, test/sanitization_filter_test.rb; syntax-tree/hast-util-sanitize, test.js',
    date: '2026-11-26',
    certainty: 'documented',
    cases: [
      ['a style attribute is dropped', "<p style='font-size:1000%'>Tea</p>", '<p>Tea</p>'],
      ['an event handler is dropped', "<a onclick='alert(0)'>Tea</a>", '<p><a>Tea</a></p>'],
      ['a weird scheme is dropped', '<a href="something-weird://hey">x</a> y', '<p><a>x</a> y</p>'],
      [
        'the longer description of an image',
        '<img src="https://a.example/b.jpg" longdesc="https://a.example/b">',
        '<img src="https://a.example/b.jpg" longdesc="https://a.example/b">',
      ],
      [
        'but no script in it',
        '<img src="https://a.example/b.jpg" longdesc="javascript:alert(1)">',
        '<img src="https://a.example/b.jpg">',
      ],
      ['drawings are dropped', '<svg height="1"><circle r="4" /></svg>', '<p></p>'],
      [
        'all parts of a table',
        '<table>\n<thead><tr><th>a</th></tr></thead>\n<tfoot><tr><td>c</td></tr></tfoot>\n<tbody><tr><td>b</td></tr></tbody>\n</table>',
        '<table><thead><tr><th>a</th></tr></thead><tfoot><tr><td>c</td></tr></tfoot><tbody><tr><td>b</td></tr></tbody></table>',
      ],
      ['an open section', '<details open>Tea</details>', '<details open>Tea</details>'],
      [
        'a section in another',
        '<details>\n<details>\na\n</details>\nb\n</details>',
        '<details><details>\na\n</details>\nb\n</details>',
      ],
      ['ids get a prefix', '<p id="tea">Tea</p>', '<p id="user-content-tea">Tea</p>'],
      ['so do names', '<a name="tea"></a>', '<p><a name="user-content-tea"></a></p>'],
      ['classes are dropped', '<p class="hot">Tea</p>', '<p>Tea</p>'],
      ['colours are dropped, their text stays', '<font color="red">Hot</font> <u>tea</u>', '<p>Hot tea</p>'],
      ['comments are dropped', 'Hot<!-- not cold --> tea', '<p>Hot tea</p>'],
      ['center is not on the list', '<center>Tea</center>', 'Tea'],
    ],
  },
  {
    host: 'github',
    source: 'GitHub Flavored Markdown 0.29, sections 4.10, 5.3, 6.5, 6.9 and 6.11',
    date: '2026-11-26',
    certainty: 'documented',
    cases: [
      [
        'tables',
        '| a | b |\n| - | :-: |\n| c | d |',
        '<table><thead><tr><th>a</th><th align="center">b</th></tr></thead><tbody><tr><td>c</td><td align="center">d</td></tr></tbody></table>',
      ],
      [
        'boxes',
        '- [ ] a\n- [x] b',
        '<ul><li><input type="checkbox" disabled> a</li><li><input type="checkbox" checked disabled> b</li></ul>',
      ],
      [
        'a list before the addresses of its links',
        '- [a]\n- [b]\n\n  [a]: https://a.example/a\n  [b]: https://a.example/b',
        '<ul><li><a href="https://a.example/a">a</a></li><li><a href="https://a.example/b">b</a></li></ul>',
      ],
      [
        'a list in a quote, with another quote behind it',
        '> - a\n> b\n>\n> > c',
        '<blockquote><ul><li>a\nb</li></ul><blockquote><p>c</p></blockquote></blockquote>',
      ],
      [
        'and one whose last item has two parts',
        '- a\n- b\n\n  c',
        '<ul><li><p>a</p></li><li><p>b</p><p>c</p></li></ul>',
      ],
      ['what is crossed out', '~~cold~~', '<p><del>cold</del></p>'],
      ['bare addresses', 'www.a.example', '<p><a href="http://www.a.example">www.a.example</a></p>'],
      [
        'some tags are text',
        '<strong> <title> <style> <em>\n\n<blockquote>\n  <xmp> is disallowed. <XMP> is also disallowed.\n</blockquote>',
        '<p><strong> &lt;title&gt; &lt;style&gt; <em></em></strong></p><strong><em><blockquote>\n  &lt;xmp&gt; is disallowed. &lt;XMP&gt; is also disallowed.\n</blockquote></em></strong>',
      ],
    ],
  },
  {
    host: 'github',
    source: 'GitHub docs, Basic writing and formatting syntax; Creating diagrams; Writing mathematical expressions',
    date: '2026-11-26',
    certainty: 'documented',
    cases: [
      [
        'an alert',
        '> [!WARNING]\n> Hot.',
        '<div class="markdown-alert markdown-alert-warning"><p class="markdown-alert-title">Warning</p><p>Hot.</p></div>',
      ],
      ['none in a list', '* > [!NOTE]\n  > Hot.', '<ul><li><blockquote><p>[!NOTE]\nHot.</p></blockquote></li></ul>'],
      [
        'headings have anchors',
        '## Hot tea!\n\n[x](#hot-tea)',
        '<h2 id="user-content-hot-tea">Hot tea!</h2><p><a href="#user-content-hot-tea">x</a></p>',
      ],
      [
        'links find them in any case',
        '## Hot\n\n[x](#HOT)',
        '<h2 id="user-content-hot">Hot</h2><p><a href="#user-content-hot">x</a></p>',
      ],
      [
        'and anchors in HTML',
        '<a name="tea"></a>\n\n[x](#tea)',
        '<p><a name="user-content-tea"></a></p><p><a href="#user-content-tea">x</a></p>',
      ],
      ['emoji have names', ':coffee: no :tea_pot:', '<p>☕ no :tea_pot:</p>'],
      [
        'in HTML, too',
        '<p align="center">:rocket: <code>:rocket:</code></p>',
        '<p align="center">🚀 <code>:rocket:</code></p>',
      ],
      [
        'relative links',
        '[x](docs/guide.md) [y](/docs)',
        '<p><a href="https://github.com/o/tea/blob/HEAD/docs/guide.md">x</a> <a href="https://github.com/o/tea/blob/HEAD/docs">y</a></p>',
      ],
      [
        'relative images',
        '![x](a.png)',
        '<p><img src="https://raw.githubusercontent.com/o/tea/HEAD/a.png" alt="x"></p>',
      ],
      ['a diagram', '```mermaid\ngraph TD\n```', '<pre class="mermaid">graph TD\n</pre>'],
      ['a formula', 'Where $a_b = 2$ is.', '<p>Where <code class="language-math math-inline">a_b = 2</code> is.</p>'],
      [
        'a formula in code between dollars',
        'Where $`a`$ is, for US$`5`$.',
        '<p>Where <code class="language-math math-inline">a</code> is, for US$<code>5</code>$.</p>',
      ],
      ['a price is none', 'From $5 to $6.', '<p>From $5 to $6.</p>'],
      [
        'footnotes',
        'Hot[^a].\n\n[^a]: Very.',
        '<p>Hot<sup><a href="#user-content-fn-a" data-footnote-ref="" aria-describedby="footnote-label" id="user-content-fnref-a">1</a></sup>.</p><section data-footnotes="" class="footnotes"><h2 class="sr-only" id="user-content-footnote-label">Footnotes</h2><ol><li id="user-content-fn-a"><p>Very. <a href="#user-content-fnref-a" data-footnote-backref="" aria-label="Back to reference 1" class="data-footnote-backref">↩</a></p></li></ol></section>',
      ],
      [
        'a picture for each colour scheme',
        '<picture><source media="(prefers-color-scheme: dark)" srcset="https://a.example/d.png"><img src="https://a.example/l.png"></picture>',
        '<p><picture><source media="(prefers-color-scheme: dark)" srcset="https://a.example/d.png"><img src="https://a.example/l.png"></picture></p>',
      ],
    ],
  },
]
