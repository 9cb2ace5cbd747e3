import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { presentDiff, unifiedDiff } from '../../src/report/diff.ts'
import { project, type TestProject } from '../../src/testing.ts'

const run = promisify(execFile)

const git = ['git', 'apply', '--whitespace=nowarn', '../change.diff']
const patch = ['patch', '--strip=1', '--binary', '--silent', '--input=../change.diff']

// Every system with git applies patches; not every one has patch.
const tools = (await run('patch', ['--version']).catch(() => undefined)) ? [git, patch] : [git]

/** Expects that every tool makes one text of another by their diff. */
async function expectApplies(
  folder: TestProject,
  name: string,
  [before, after]: readonly [string | undefined, string],
) {
  await folder.write({ 'change.diff': await unifiedDiff(name, before, after) })
  for (const [command = '', ...argv] of tools) {
    await rm(folder.join('work'), { recursive: true, force: true })
    await folder.write({ 'work/.keep': '', ...(before !== undefined && { [`work/${name}`]: before }) })
    const env = { PATH: process.env.PATH, GIT_CONFIG_NOSYSTEM: '1', GIT_CEILING_DIRECTORIES: folder.path }
    await run(command, argv, { cwd: folder.join('work'), env })
    // `patch` removes a file that becomes empty.
    expect(await folder.read(`work/${name}`).catch(() => '')).toBe(after)
  }
}

describe('unifiedDiff', () => {
  it('is a patch in git’s own form', async () => {
    expect(
      await unifiedDiff('docs/a.md', 'one\ntwo\nthree\nfour\nfive\n', 'one\n2\nthree\nfour\nfive\nsix'),
    ).toMatchInlineSnapshot(`
      "diff --git a/docs/a.md b/docs/a.md
      --- a/docs/a.md
      +++ b/docs/a.md
      @@ -1,5 +1,6 @@
       one
      -two
      +2
       three
       four
       five
      +six
      \\ No newline at end of file
      "
    `)
  })

  it('takes a file away', async () => {
    expect(await unifiedDiff('newsfragments/1.feature.md', 'Brew\n', undefined)).toMatchInlineSnapshot(`
      "diff --git a/newsfragments/1.feature.md b/newsfragments/1.feature.md
      deleted file mode 100644
      --- a/newsfragments/1.feature.md
      +++ /dev/null
      @@ -1,1 +0,0 @@
      -Brew
      "
    `)
  })

  it('makes a file that is not there yet', async () => {
    expect(await unifiedDiff('CHANGELOG.md', undefined, '# Changelog\n')).toMatchInlineSnapshot(`
      "diff --git a/CHANGELOG.md b/CHANGELOG.md
      new file mode 100644
      --- /dev/null
      +++ b/CHANGELOG.md
      @@ -0,0 +1,1 @@
      +# Changelog
      "
    `)
  })

  test.each([
    ['equal texts', 'a\n', 'a\n'],
    ['empty texts', '', ''],
  ])('is empty for %s', async (_, before, after) => {
    expect(await unifiedDiff('a.md', before, after)).toBe('')
  })

  test.each<[string, string | undefined, string, string?]>([
    ['Unix ends of lines', 'a\nb\nc\n', 'a\nB\nc\nd\n'],
    ['Windows ends of lines', 'a\r\nb\r\nc\r\n', 'a\r\nB\r\nc\r\nd\r\n'],
    ['old Mac ends of lines', 'a\rb\rc\r', 'a\rB\rc\rd\r'],
    ['changed ends of lines', 'a\r\nb\r\n', 'a\nb\n'],
    ['mixed ends of lines', 'a\r\nb\rc\nd', 'a\r\nb\rC\nd'],
    ['a last line that gets its end', 'a\nb', 'a\nb\n'],
    ['a last line that loses its end', 'a\nb\n', 'a\nb'],
    ['a last line without end that changes', 'a\nb', 'a\nc'],
    ['text for an empty file', '', 'a\n'],
    ['no text left', 'a\nb', ''],
    ['a new file', undefined, 'a\nb\n'],
    ['a new file without a last end of line', undefined, 'a\r\nb'],
    ['a byte order mark', '\ufeffa\n', '\ufeffb\n'],
    ['characters of several bytes', 'Größe 👩‍💻\u2028x\u0085y\n', 'Größe 👩‍💻\u2028x\u0085z\n'],
    [
      'lines that look like a patch',
      '--- a\n+++ b\n@@ -1 +1 @@\n',
      '-- a\n++ b\n@@ -1 +1 @@\n\\ No newline at end of file\n',
    ],
    ['two places far from each other', `a\n${'x\n'.repeat(50)}b\n`, `A\n${'x\n'.repeat(50)}B\n`],
    ['a name with a space', 'a\n', 'b\n', 'docs/my file.md'],
    ['a name that is not ASCII', 'a\n', 'b\n', 'docs/größe.md'],
    ['a new name with a space', undefined, 'b\n', 'docs/my file.md'],
  ])('is applied to %s', async (_, before, after, name = 'README.md') => {
    await expectApplies(await project(), name, [before, after])
  })

  it('is applied to any two texts', async () => {
    const folder = await project()
    const line = fc.constantFrom('a', 'b', '', '-', '+', ' ', '\\', '@@', '\u0085', 'é')
    const end = fc.constantFrom('\n', '\r\n', '\r', '')
    const text = fc.array(fc.tuple(line, end), { maxLength: 12 }).map((lines) => lines.flat().join(''))
    await fc.assert(
      fc.asyncProperty(text, text, async (before, after) => {
        fc.pre(before !== after)
        await expectApplies(folder, 'README.md', [before, after])
      }),
      { numRuns: 40 },
    )
  })

  it('replaces the whole of texts that have little in common', async () => {
    const [before, after] = ['a', 'b'].map((letter) =>
      Array.from({ length: 4000 }, (_, line) => `${letter}${line}`).join('\n'),
    )
    const diff = await unifiedDiff('README.md', before, `${after}\n`)
    expect(diff.split('\n')[3]).toBe('@@ -1,4000 +1,4000 @@')
    await expectApplies(await project(), 'README.md', [before, `${after}\n`])
  })
})

describe('presentDiff', () => {
  const diff = '--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n ke\tpt\r\n-old\x1b[2J\r\n+new\u202e\r\n'

  it('is the patch itself in a pipe', () => {
    expect(presentDiff(diff, { isTTY: false }, false)).toBe(diff)
  })

  it('shows control characters on a terminal', () => {
    const shown = '--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n ke\tpt\n-old\\u{1b}[2J\\u{d}\n+new\\u{202e}\\u{d}\n'
    expect(presentDiff(diff, { isTTY: true }, false)).toBe(shown)
  })

  it('colours lines by what happens to them', () => {
    expect(presentDiff('--- a/x\n+++ b/x\n@@ -1 +1 @@\n k\n-o\n+n\n', { isTTY: true }, true).split('\n')).toEqual([
      '\x1b[1m--- a/x\x1b[0m',
      '\x1b[1m+++ b/x\x1b[0m',
      '\x1b[36m@@ -1 +1 @@\x1b[0m',
      ' k',
      '\x1b[31m-o\x1b[0m',
      '\x1b[32m+n\x1b[0m',
      '',
    ])
  })
})
