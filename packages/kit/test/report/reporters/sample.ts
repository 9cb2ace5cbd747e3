import type { FileReport, RuleFinding, Tool } from '../../../src/report.ts'

/** The tool that speaks in the tests of reporters. */
export const tool: Tool = {
  name: 'readme-lint',
  version: '1.2.3',
  rules: [
    {
      name: 'images/alt',
      summary: 'Images have an alt text',
      why: 'A screen reader says nothing for `![](x.png)`.',
      docs: 'https://example.org/rules/images/alt.md',
      severity: 'warning',
    },
    { name: 'links/source', summary: 'A link to the source stands at the top', severity: 'error' },
  ],
}

const readme = [
  '# Frontdoor',
  '',
  '![](docs/logo.png)',
  '<details>',
  '  <summary>More</summary>',
  '',
  '  Text',
  '',
  '</details>',
  'See the docs',
].join('\n')

const windows = '\uFEFF# 日本語 🎉\r\n\t- ![](a.png)\tand 👩‍👩‍👧 ![](b.png)\r\n\r\nend\r\n'

const hostile = [
  '::error file=x::boo',
  '  ::add-mask::secret',
  'text ##[add-mask]secret \u001B]0;pwned\u0007\u001B[2J\u009B31m',
  'a ##[group] <b>]]></b> \u202Eevil\u2066 z\u200Bero &amp; "q"',
].join('\n')

const wide = `${'x'.repeat(5000)}![](c.png)${'y'.repeat(5000)}`

/** Findings as they come, and as an attacker would have them. */
export const files: readonly FileReport[] = [
  {
    path: 'README.md',
    source: readme,
    findings: [
      { rule: 'links/source', severity: 'error', at: { start: 0, end: 0 }, message: 'No link to the source above it' },
      {
        ...found(readme, '![](docs/logo.png)'),
        docs: 'https://example.org/rules/images/alt.md',
        hosts: ['npm', 'PyPI'],
        fix: { safe: true, edits: [{ start: 15, end: 15, text: 'Logo' }] },
      },
      {
        ...found(readme, readme.slice(readme.indexOf('<details>'), readme.indexOf('See'))),
        rule: 'html/details',
        severity: 'info',
        message: 'PyPI shows <details> as text; write [More](docs/more.md) instead',
        fix: { safe: false, edits: [{ start: 32, end: 41, text: '### More\n' }] },
      },
      {
        rule: 'format/final-newline',
        severity: 'warning',
        at: { start: readme.length, end: readme.length },
        message: 'No line ending at the end',
        fix: { safe: true, edits: [{ start: readme.length, end: readme.length, text: '\n' }] },
      },
    ],
  },
  {
    path: 'docs/ä space #1?.md',
    source: windows,
    findings: [
      { ...found(windows, '日本語'), rule: 'headings/language', message: 'Wide characters' },
      { ...found(windows, '![](a.png)'), fix: { safe: true, edits: [] } },
      found(windows, '![](b.png)'),
      { ...found(windows, 'end\r\n'), rule: 'text/end', message: 'A whole line with its line ending' },
    ],
  },
  {
    path: 'evil\n::error file=x::boo ##[add-mask]x\u001B[2J\u202E<.md',
    source: hostile,
    findings: [
      {
        ...found(hostile, '::error file=x::boo'),
        message:
          '100%\n::set-output name=a::b\r##[error]x]]> <b a="c"> & \u001B[31m \u202E \uD800 [here](https://evil.example)',
      },
      { ...found(hostile, '::add-mask::secret'), rule: '::stop-commands::t', message: '::add-mask::a' },
      { ...found(hostile, '[add-mask]secret \u001B]0'), message: '  ::debug::a', hosts: ['::x::', '##[y]', 'a,b:c'] },
      { ...found(hostile, '\u202Eevil'), docs: 'https://example.org/\u001B]8;;x\u0007 y' },
    ],
  },
  {
    path: '::warning::empty.md',
    source: '',
    findings: [{ rule: 'text/empty', severity: 'error', at: { start: 0, end: 0 }, message: 'The file is empty' }],
  },
  { path: 'clean.md', source: '# Clean\n', findings: [] },
  { path: 'wide.md', source: wide, findings: [found(wide, '![](c.png)'), found(wide, 'y'.repeat(300))] },
]

/** A warning of `images/alt` at the first place where a text stands. */
export function found(source: string, text: string): RuleFinding {
  const start = source.indexOf(text)
  const at = { start, end: start + text.length }
  return { rule: 'images/alt', severity: 'warning', at, message: 'The image has no alt text' }
}
