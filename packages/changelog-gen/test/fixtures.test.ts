import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '@frontdoor/kit/cli'
import { memoryIo, project, type TestProject } from '@frontdoor/kit/testing'
import { describe, expect, test } from 'vitest'
import { program } from '../src/program.ts'

const fixtures = join(import.meta.dirname, '../fixtures')

/**
 * Each case is a folder. `history` holds a line for each thing that happens: `commit DATE SUBJECT` (`\n` starts a line of the
 * body), `tag NAME`, `file PATH TEXT`, which commits a file, `edit s/…/…/`, which changes the changelog as a person would, and `run ARGUMENTS`, which calls the tool.
 * All other files but those that are expected are in the first commit. `expected.md` is the changelog at the end, and
 * `expected.txt` what the calls print.
 */
describe.each(readdirSync(fixtures).sort())('%s', (name) => {
  test('ends with the changelog that is expected', async () => {
    const folder = join(fixtures, name)
    const given = readdirSync(folder).filter((file) => !/^(?:history|expected\.(?:md|txt))$/.test(file))
    const files = Object.fromEntries(given.map((file) => [file, readFileSync(join(folder, file))]))
    const tea = await project(files, { git: { remote: 'https://github.com/o/tea.git' } })
    if (given.length > 0) await tea.git('add', '--all')

    const printed: string[] = []
    for (const line of readFileSync(join(folder, 'history'), 'utf8').trimEnd().split('\n')) {
      printed.push(await happen(tea, line))
    }
    const changelog = existsSync(tea.join('CHANGELOG.md')) ? await tea.read('CHANGELOG.md') : 'no changelog\n'
    await expect(changelog).toMatchFileSnapshot(join(folder, 'expected.md'))
    await expect(printed.join('')).toMatchFileSnapshot(join(folder, 'expected.txt'))
  })
})

async function happen(tea: TestProject, line: string): Promise<string> {
  const [, what, rest = ''] = /^(\w+) ?(.*)$/.exec(line) ?? []
  if (what === 'commit') await commit(tea, rest)
  else if (what === 'tag') await tea.git('tag', rest)
  else if (what === 'file') await addFile(tea, rest)
  else if (what === 'edit') await edit(tea, rest)
  else if (what === 'run') return call(tea, rest.split(' ').filter(Boolean))
  else throw new Error(`no such step: ${line}`)
  return ''
}

async function commit(tea: TestProject, rest: string): Promise<void> {
  const [date = '', ...words] = rest.split(' ')
  const message = words.join(' ').replaceAll('\\n', '\n')
  await tea.git(
    '-c',
    'user.useConfigOnly=false',
    'commit',
    '--quiet',
    '--allow-empty',
    '--message',
    message,
    '--date',
    `${date}T12:00:00Z`,
  )
}

async function addFile(tea: TestProject, rest: string): Promise<void> {
  const [, path = '', text = ''] = /^(\S+) (.*)$/.exec(rest) ?? []
  await tea.write({ [path]: `${text.replaceAll('\\n', '\n')}\n` })
  await tea.git('add', path)
  await tea.git('commit', '--quiet', '--message', `chore: add ${path}`)
}

async function edit(tea: TestProject, rest: string): Promise<void> {
  const [, pattern = '', replacement = ''] = /^s\/((?:[^/\\]|\\.)*)\/((?:[^/\\]|\\.)*)\/$/.exec(rest) ?? []
  const text = await tea.read('CHANGELOG.md')
  const edited = text.replace(new RegExp(pattern, 'm'), replacement.replaceAll('\\n', '\n').replaceAll('\\/', '/'))
  expect(edited, `nothing to edit: ${rest}`).not.toBe(text)
  await tea.write({ 'CHANGELOG.md': edited })
}

async function call(tea: TestProject, argv: readonly string[]): Promise<string> {
  const io = memoryIo({ cwd: tea.path })
  const code = await run(program, argv, io)
  return `$ changelog-gen ${argv.join(' ')}\n${io.stdout.text}${io.stderr.text}exit ${code}\n\n`
}
