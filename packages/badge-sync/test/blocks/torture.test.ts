import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { sync, unsummed } from './run.ts'

const start = '<!-- badge-sync:start links -->'
const end = '<!-- badge-sync:end links -->'
const row = '[Source code](https://github.com/tea/larder) · [Issues](https://github.com/tea/larder/issues)'

describe('a block is filled wherever it stands', () => {
  test.each<[string, string, string]>([
    ['at the left edge', `${start}\n${end}\n`, `${start}\n\n${row}\n\n${end}\n`],
    ['with old text', `${start}\nold\n${end}\n`, `${start}\n\n${row}\n\n${end}\n`],
    ['on one line', `a\n\n${start}${end}\n\nb\n`, `a\n\n${start}\n\n${row}\n\n${end}\n\nb\n`],
    ['in a quote', `> ${start}\n> ${end}\n`, `> ${start}\n>\n> ${row}\n>\n> ${end}\n`],
    ['in a quote without spaces', `>${start}\n>${end}\n`, `>${start}\n>\n> ${row}\n>\n>${end}\n`],
    [
      'in a list item',
      `1. a\n\n   ${start}\n   ${end}\n2. b\n`,
      `1. a\n\n   ${start}\n\n   ${row}\n\n   ${end}\n2. b\n`,
    ],
    ['as a list item', `- ${start}\n  ${end}\n`, `- ${start}\n\n  ${row}\n\n  ${end}\n`],
    ['in a list in a quote', `> - ${start}\n>   ${end}\n`, `> - ${start}\n>\n>   ${row}\n>\n>   ${end}\n`],
    ['in HTML', `<div>\n${start}\n${end}\n</div>\n`, `<div>\n${start}\n\n${row}\n\n${end}\n</div>\n`],
    ['in a line of text', `See ${start}x${end}.\n`, `See ${start}${row}${end}.\n`],
    [
      'with Windows line endings',
      `a\r\n\r\n${start}\r\n${end}\r\n`,
      `a\r\n\r\n${start}\r\n\r\n${row}\r\n\r\n${end}\r\n`,
    ],
    ['behind a byte order mark', `\uFEFF${start}\n${end}\n`, `\uFEFF${start}\n\n${row}\n\n${end}\n`],
    ['without a final newline', `${start}\n${end}`, `${start}\n\n${row}\n\n${end}`],
    ['below a paragraph', `a\n${start}\n${end}\nb`, `a\n${start}\n\n${row}\n\n${end}\nb`],
    [
      'twice',
      `${start}\n${end}\n\n${start}\n${end}\n`,
      `${start}\n\n${row}\n\n${end}\n\n${start}\n\n${row}\n\n${end}\n`,
    ],
    [
      'in a list with tabs',
      `1.\ta\n\t-\tb\n\n\t\t${start}\n\t\t${end}\n`,
      `1.\ta\n\t-\tb\n\n\t\t${start}\n\n\t\t${row}\n\n\t\t${end}\n`,
    ],
    ['in a quote in a quote', `> > ${start}\n> > ${end}\n`, `> > ${start}\n> >\n> > ${row}\n> >\n> > ${end}\n`],
    ['in an alert', `> [!NOTE]\n> ${start}\n> ${end}\n`, `> [!NOTE]\n> ${start}\n>\n> ${row}\n>\n> ${end}\n`],
    ['before an underlined heading', `${start}\n${end}\nA\n===\n`, `${start}\n\n${row}\n\n${end}\nA\n===\n`],
    ['before a line', `${start}\n${end}\n---\n`, `${start}\n\n${row}\n\n${end}\n---\n`],
    ['with old Mac line endings', `a\r\r${start}\r${end}\r`, `a\r\r${start}\r\r${row}\r\r${end}\r`],
    ['in a footnote', `[^1]: a\n\n    ${start}\n    ${end}\n`, `[^1]: a\n\n    ${start}\n\n    ${row}\n\n    ${end}\n`],
    ['in a cell', `| a |\n| - |\n| ${start}${end} |\n`, `| a |\n| - |\n| ${start}${row}${end} |\n`],
    ['in a heading', `# A ${start}${end}\n`, `# A ${start}${row}${end}\n`],
    [
      'in a block of another tool',
      `<!-- automd:a -->\n${start}\n${end}\n<!-- /automd -->\n`,
      `<!-- automd:a -->\n${start}\n\n${row}\n\n${end}\n<!-- /automd -->\n`,
    ],
    [
      'with a block of another tool in it',
      `${start}\n<!-- automd:a -->\n<!-- /automd -->\n${end}\n`,
      `${start}\n\n${row}\n\n${end}\n`,
    ],
    ['with an end that names nothing', `${start}\n<!-- badge-sync:end -->\n`, `${start}\n\n${row}\n\n${end}\n`],
  ])('%s', async (_, readme, wanted) => {
    const { readme: written, code, err } = await sync(readme)
    expect({ code, err, text: unsummed(written) }).toStrictEqual({ code: 0, err: expect.any(String), text: wanted })
    expect((await sync(written, { argv: ['--check'] })).code).toBe(0)
    expect((await sync(written)).readme).toBe(written)
    expect((await sync(readme, { argv: ['--check'] })).code).toBe(1)
  })
})

it('an indented end behind a list is no part of that', async () => {
  const readme = '   <!-- badge-sync:start toc -->\n   <!-- badge-sync:end toc -->\n\n## A\n'
  const { code, readme: written } = await sync(readme)
  expect([code, unsummed(written)]).toStrictEqual([
    0,
    '   <!-- badge-sync:start toc -->\n\n- [A](#a)\n\n<!-- badge-sync:end toc -->\n\n## A\n',
  ])
  expect((await sync(written, { argv: ['--check'] })).code).toBe(0)
})

describe('what only looks like a marker is left alone', () => {
  test.each<[string, string]>([
    ['in a fence', `\`\`\`md\n${start}\nold\n${end}\n\`\`\`\n`],
    ['in a fence that is never closed', `\`\`\`md\n${start}\nold\n${end}\n`],
    ['in indented code', `a\n\n    ${start}\n    old\n    ${end}\n`],
    ['in a code span', `\`${start}\` old \`${end}\`\n`],
    ['in a fence in a quote', `> ~~~\n> ${start}\n> old\n> ${end}\n> ~~~\n`],
    ['in front matter', `---\ntitle: a\n# ${start}\n# ${end}\n---\n\n# A\n`],
    ['in a longer comment', `<!-- write badge-sync:start links here -->\n`],
    ['escaped', `\\<!-- badge-sync:start links --> old \\<!-- badge-sync:end links -->\n`],
  ])('%s', async (_, readme) => {
    expect(await sync(readme)).toMatchObject({ code: 0, readme })
  })
})

describe('a marker that is not as it must be is told of with its line, and nothing is written', () => {
  test.each<[string, string, string]>([
    [
      'never ended',
      `# a\n\n${start}\nold\n\nmine\n`,
      'README.md:3:1  error  <!-- badge-sync:start links --> is never ended',
    ],
    [
      'ended in a fence only',
      `${start}\n\n\`\`\`\n${end}\n\`\`\`\n`,
      'README.md:1:1  error  <!-- badge-sync:start links --> is never ended',
    ],
    [
      'reversed',
      `${end}\nmine\n${start}\n`,
      'README.md:1:1  error  <!-- badge-sync:end links --> ends a block that does not start',
    ],
    [
      'nested',
      `${start}\n<!-- badge-sync:start toc -->\n<!-- badge-sync:end toc -->\n${end}\n`,
      'README.md:2:1  error  <!-- badge-sync:start toc --> stands inside the block links',
    ],
    [
      'crossed',
      `${start}\n<!-- badge-sync:end toc -->\n`,
      'README.md:2:1  error  <!-- badge-sync:end toc --> ends another block than links',
    ],
    ['of another kind', '<!-- badge-sync:begin links -->\n', 'README.md:1:1  error  badge-sync:begin is no marker'],
    [
      'without a name',
      '<!-- badge-sync:start -->\n<!-- badge-sync:end -->\n',
      'README.md:1:1  error  This marker names no block',
    ],
    [
      'misspelt',
      '<!-- badge-sync:start linsk -->\n<!-- badge-sync:end linsk -->\n',
      'no generator has this name: did you mean links?',
    ],
    [
      'with `$&` as its name',
      '<!-- badge-sync:start $& -->\nmine\n<!-- badge-sync:end $& -->\n',
      'README.md:1:1  error  The block $& stays',
    ],
    [
      'with an option that is none',
      '<!-- badge-sync:start toc mx=2 -->\n<!-- badge-sync:end toc -->\n',
      'no option mx: did you mean max?',
    ],
    [
      'with a value that is none',
      '<!-- badge-sync:start toc max=9 -->\n<!-- badge-sync:end toc -->\n',
      'max=9 cannot be: write a number from 1 to 6',
    ],
    [
      'with a text that is none',
      '<!-- badge-sync:start notice month=May -->\n<!-- badge-sync:end notice -->\n',
      'month=May cannot be: write something such as 2026-11',
    ],
    [
      'in capitals',
      '<!-- BADGE-SYNC:START links -->\n<!-- BADGE-SYNC:END links -->\n',
      'README.md:1:1  error  BADGE-SYNC:START is no marker: write badge-sync:start or badge-sync:end',
    ],
    [
      'crossed with a block of another tool',
      `<!-- automd:badges -->\n${start}\n<!-- /automd -->\n${end}\n`,
      'README.md:2:1  error  The blocks links and badges of automd overlap',
    ],
    [
      'crossed with one that begins inside',
      `${start}\n<!-- automd:badges -->\n${end}\nx\n<!-- /automd -->\n`,
      'README.md:1:1  error  The blocks links and badges of automd overlap',
    ],
    ['in two cells', `| a | b |\n| - | - |\n| ${start} | ${end} |\n`, 'do not stand in the same cell'],
    ['half in emphasis', `*a ${start}x* y${end}\n`, 'do not stand in the same cell or the same emphasis'],
    ['in a link', `[a ${start}x${end}](b)\n`, 'it would put links into a link'],
    ['in preformatted text', `<pre>\n${start}\n${end}\n</pre>\n`, 'Markdown means nothing inside <pre>'],
    [
      'in two containers',
      `- ${start}\n\n${end}\n`,
      'README.md:1:3  error  The block links stays as it is: its markers do not stand in the same list item',
    ],
    ['half in a line', `a ${start}\n\n${end}\n`, 'one of its markers stands in a line of text'],
    ['beside text in HTML', `<div>\na ${start}\n${end}\n</div>\n`, 'text stands beside its markers'],
    [
      'without its file',
      '<!-- badge-sync:start include file=../../etc/passwd -->\nmine\n<!-- badge-sync:end include -->\n',
      'there is no file ../../etc/passwd in this repository',
    ],
  ])('%s', async (_, readme, message) => {
    const result = await sync(`${readme}\n[![x](https://img.shields.io/npm/v/pantry)](http://a.b)\n`)
    expect(result.code).toBe(2)
    expect(result.out).toContain(message)
    expect(result.readme.startsWith(readme)).toBe(true)
    expect((await sync(readme, { argv: ['--check'] })).code).toBe(2)
  })

  it('is one in reStructuredText, too', async () => {
    const text = 'A\n=\n\n.. badge-sync:start toc\n.. badge-sync:end toc\n'
    const { code, out } = await sync('', { argv: ['README.rst', '--check'], files: { 'README.rst': text } })
    expect([code, out]).toStrictEqual([
      2,
      expect.stringContaining('README.rst:4:1  error  Blocks are written into Markdown'),
    ])
  })

  it('is a finding in every format, beside what else there is to say', async () => {
    const readme = `# a\n\n${start}\nold\n\n[![x](https://img.shields.io/npm/v/pantry)](http://a.b)\n`
    const { code, out, readme: kept } = await sync(readme, { argv: ['--format', 'json'] })
    const { files, summary } = JSON.parse(out)
    expect([code, kept, summary.errors]).toStrictEqual([2, readme, 1])
    expect(files[0].findings.map(({ rule }: { rule: string }) => rule)).toStrictEqual([
      'block/markers',
      'badge/package',
    ])
    expect(files[0].findings[0]).toMatchObject({ severity: 'error', start: { line: 3, column: 1 } })
    const github = await sync(readme, { argv: ['--check', '--format', 'github'] })
    expect(github.out).toContain('::error file=README.md,line=3,endLine=3,col=1')
  })

  it('is told beside a diff', async () => {
    const { code, out, err } = await sync(`${start}\n`, { argv: ['--diff'] })
    expect([code, out]).toStrictEqual([2, ''])
    expect(err).toContain('README.md:1:1: <!-- badge-sync:start links --> is never ended')
  })
})

describe('what people wrote is never lost', () => {
  it('reports a block that was edited by hand, and overwrites it only when it is forced to', async () => {
    const { readme } = await sync(`${start}\n${end}\n`)
    const edited = readme.replace('Source code', 'Our code')
    const kept = await sync(edited)
    expect(kept).toMatchObject({ code: 1, readme: edited })
    expect(kept.out).toContain('README.md:1:1  error  The block links was edited by hand')
    expect(await sync(edited, { argv: ['--force'] })).toMatchObject({ code: 0, readme })
  })

  it('takes a block whose spaces a formatter changed for what it wrote', async () => {
    const { readme } = await sync(`> ${start}\n> ${end}\n`)
    const moved = readme.replaceAll(/^> ?/gm, '').replaceAll('\n\n', '\n').replaceAll('\n', '\r\n')
    expect(await sync(moved)).toMatchObject({ code: 0, readme: moved })
  })

  it('keeps a block that would become empty', async () => {
    const { readme } = await sync('<!-- badge-sync:start toc -->\n<!-- badge-sync:end toc -->\n\n## A\n')
    const bare = readme.replace('## A\n', '')
    expect(await sync(bare)).toMatchObject({ code: 1, readme: bare })
  })

  it('puts no marker into a block, whatever a file of the project says', async () => {
    const text =
      '# Log\n\n## 1.0.0\n\n- \\<!-- badge-sync:end changelog -->\n- a `<!-- badge-sync:start toc -->`\n\n<!-- badge-sync:end changelog -->\n'
    const readme = '<!-- badge-sync:start changelog -->\n<!-- badge-sync:end changelog -->\n\nmine\n'
    const { code, readme: written } = await sync(readme, { files: { 'CHANGELOG.md': text } })
    expect(code).toBe(0)
    expect(written.match(/^<!-- badge-sync/gm)).toHaveLength(2)
    expect((await sync(written, { files: { 'CHANGELOG.md': text }, argv: ['--check'] })).code).toBe(0)
  })
})

const line = fc.constantFrom(
  ...['', 'text', '## Head', '- item', '> quote', '```', '    code', '<div>', '</div>', '<!-- other -->', start, end],
  ...[
    '<!-- badge-sync:start toc -->',
    '<!-- badge-sync:end toc -->',
    `  ${start}`,
    `  ${end}`,
    `> ${start}`,
    `> ${end}`,
  ],
  ...[
    `a ${start}b${end} c`,
    '<!-- badge-sync:start version -->',
    '1.0.0',
    '<!-- badge-sync:end version -->',
    '\t- tab',
  ],
)
const documents = fc
  .tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n'))
  .map(([lines, eol]) => lines.join('\n').replaceAll('\n', eol))

describe('whatever the document', () => {
  it('syncing twice is syncing once, --check says what a write would do, and what stands outside of blocks stays', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (readme) => {
        const [checked, written] = [await sync(readme, { argv: ['--check'] }), await sync(readme)]
        if (written.code === 2) {
          expect([checked.code, written.readme]).toStrictEqual([2, readme])
          return
        }
        if (checked.code === 0) expect(written.readme).toBe(readme)
        expect(outside(written.readme)).toBe(outside(readme))
        const again = await sync(written.readme)
        expect(again.readme).toBe(written.readme)
        if (written.code === 0) {
          expect(checked.code).toBe(written.readme === readme ? 0 : 1)
          expect((await sync(written.readme, { argv: ['--check'] })).code).toBe(0)
        }
      }),
      { numRuns: 60, seed: 5 },
    )
  }, 60_000)
})

/** A document without what stands between markers, and without checksums. */
function outside(readme: string): string {
  return unsummed(readme).replaceAll(/(<!-- badge-sync:start (\w+) -->)[\s\S]*?(?=<!-- badge-sync:end \2 -->)/g, '$1')
}
