import type { CaseGroup } from './cases.ts'

export const groups: readonly CaseGroup[] = [
  {
    host: 'npm',
    source:
      'npm/marky-markdown, test/sanitize.js, headings.js, repo-github.js and emoji.js (the renderer of the site until 2020)',
    date: '2026-11-26',
    certainty: 'reported',
    cases: [
      ['classes of others are dropped', '<p class="xxx">Tea</p>', '<p>Tea</p>'],
      [
        'event handlers are dropped',
        '<img src="https://a.example/b.png" onerror="alert(1)">',
        '<img src="https://a.example/b.png">',
      ],
      ['what is crossed out, in tags', '<s>cold</s> <del>cold</del>', '<p><s>cold</s> <del>cold</del></p>'],
      ['what stands above and below', 'H<sub>2</sub>O<sup>+</sup>', '<p>H<sub>2</sub>O<sup>+</sup></p>'],
      [
        'an image has a title, and no style',
        '<img src="https://a.example/b.png" title="Tea" style="width: 9px">',
        '<img src="https://a.example/b.png" title="Tea">',
      ],
      ['ids get a prefix', '<p id="tea">Tea</p>', '<p id="user-content-tea">Tea</p>'],
      ['an anchor may end with a hyphen', '## Tea ;)', '<h2 id="user-content-tea-">Tea ;)</h2>'],
      ['emoji have names', ':sparkles:', '<p>✨</p>'],
      [
        'relative links lead into the repository',
        '[x](docs/guide.md)',
        '<p><a href="https://github.com/o/tea/blob/HEAD/docs/guide.md">x</a></p>',
      ],
      [
        'rooted ones, too',
        '[x](/docs/guide.md)',
        '<p><a href="https://github.com/o/tea/blob/HEAD/docs/guide.md">x</a></p>',
      ],
      [
        'relative images have their bytes',
        '![x](cup.png)',
        '<p><img src="https://raw.githubusercontent.com/o/tea/HEAD/cup.png" alt="x"></p>',
      ],
      [
        'those in HTML, too',
        '<img src="./cup.png">',
        '<img src="https://raw.githubusercontent.com/o/tea/HEAD/cup.png">',
      ],
      [
        'without a repository they stay as they are',
        '[x](docs/guide.md)',
        '<p><a href="docs/guide.md">x</a></p>',
        { homeless: true },
      ],
      [
        'a table',
        '| a |\n| - |\n| b |',
        '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>',
      ],
      ['boxes', '- [ ] a', '<ul><li><input type="checkbox" disabled> a</li></ul>'],
      [
        'headings have anchors',
        '## Hot tea\n\n[x](#hot-tea)',
        '<h2 id="user-content-hot-tea">Hot tea</h2><p><a href="#user-content-hot-tea">x</a></p>',
      ],
      ['so have those in HTML', '<h1 align="center">Tea</h1>', '<h1 align="center" id="user-content-tea">Tea</h1>'],
      ['code has its language', '```js\ntea()\n```', '<pre><code class="language-js">tea()</code></pre>'],
      ['a bare address is a link', 'https://a.example', '<p><a href="https://a.example">https://a.example</a></p>'],
    ],
  },
  {
    host: 'npm',
    source: 'npm/documentation, about-package-readme-files.mdx (as GitHub renders it); expressjs/multer#1435 (alerts)',
    date: '2026-11-26',
    certainty: 'reported',
    cases: [
      [
        'a script is text, as on GitHub',
        'Tea <script>alert(1)</script>',
        '<p>Tea &lt;script&gt;alert(1)&lt;/script&gt;</p>',
      ],
      ['an alert is a quote', '> [!NOTE]\n> Hot.', '<blockquote><p>[!NOTE]\nHot.</p></blockquote>'],
      [
        'a diagram is its code',
        '```mermaid\ngraph TD\n```',
        '<pre><code class="language-mermaid">graph TD</code></pre>',
      ],
    ],
  },
]
