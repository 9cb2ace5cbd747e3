import { describe, expect, it, test } from 'vitest'
import { command, commonFlags, mainCommand, type Program } from '../../src/cli/command.ts'
import { complete } from '../../src/cli/complete.ts'
import { completionsCommand } from '../../src/cli/completions.ts'
import { run } from '../../src/cli.ts'
import { memoryIo } from '../../src/testing.ts'

const program: Program = {
  name: 'demo',
  version: '1.2.3',
  summary: 'Shows what it got.',
  issues: 'https://example.com/issues',
  main: mainCommand({
    arguments: '[paths...]',
    flags: {
      format: commonFlags.format,
      config: commonFlags.config,
      quiet: commonFlags.quiet,
      rule: {
        summary: 'a rule',
        value: 'name',
        repeat: true,
        candidates: async () => [['top/title', 'A title.'], 'top/logo'],
      },
      since: { summary: 'a revision', value: 'rev' },
    },
    run: async () => 0,
  }),
  commands: [
    command({
      name: 'explain',
      summary: 'say why',
      arguments: '<rule>',
      flags: { dryRun: { summary: 'change nothing' } },
      candidates: (io) => [`in:${io.cwd}`, 'top/title'],
      run: async () => 0,
    }),
    completionsCommand('demo'),
  ],
}

const io = memoryIo({ cwd: '/larder' })

async function values(...words: string[]): Promise<string[]> {
  return (await complete(program, words, io)).map((line) => line.split('\t')[0] ?? '')
}

describe('a word may become', () => {
  test.each<[string, string[], string[]]>([
    ['a command, or a file', [''], ['explain', 'completions', 'help', ':files']],
    ['the command that was begun', ['ex'], ['explain', ':files']],
    ['a file only, behind a file', ['README.md', ''], [':files']],
    ['a file only, behind --', ['--', ''], [':files']],
    ['a file, for what looks like a flag behind --', ['--', '-'], [':files']],
    ['a flag', ['--f'], ['--format']],
    ['a flag of the runner', ['--cw'], ['--cwd']],
    ['the version, but not of a command', ['--v'], ['--version']],
    ['a flag of the command', ['explain', '--d'], ['--dry-run', '--debug']],
    ['no flag twice', ['--quiet', '--q'], []],
    ['no flag twice, be it in one letter', ['-q', '--q'], []],
    ['a flag that may be repeated', ['--rule', 'x', '--r'], ['--rule']],
    ['a choice', ['--format', 'j'], ['json', 'junit']],
    ['a choice behind =', ['--format=j'], ['--format=json', '--format=junit']],
    ['a choice of a runner flag', ['explain', '--color', 'a'], ['auto', 'always']],
    ['what the tool knows', ['--rule', 'top/t'], ['top/title']],
    ['nothing where nobody knows', ['--since', ''], []],
    ['nothing behind a flag that is none', ['--nonsense=', ''], ['explain', 'completions', 'help', ':files']],
    ['nothing of a flag that is none', ['--nonsense='], []],
    ['a file for a flag', ['--config', 'x'], [':files']],
    ['a file for a flag, behind =', ['--config=x'], [':files']],
    ['a folder for a flag', ['--cwd', ''], [':folders']],
    ['a command behind flags and their values', ['--format', 'json', '-q', 'expl'], ['explain', ':files']],
    ['a command behind a value that is called as one', ['--since', 'explain', 'expl'], ['explain', ':files']],
    ['what a command takes', ['explain', ''], ['in:/larder', 'top/title']],
    ['nothing where a command has all that it takes', ['explain', 'top/title', ''], []],
    ['a command that is to be explained', ['help', 'e'], ['explain']],
    ['a shell', ['completions', ''], ['bash', 'zsh', 'fish']],
    ['a command where there is no word at all', [], ['explain', 'completions', 'help', ':files']],
  ])('%s: %j', async (_, words, expected) => {
    expect(await values(...words)).toEqual(expected)
  })

  it('a command of a tool that has nothing else, which tells what it does', async () => {
    const { main: _, ...commandsOnly } = program
    expect(await complete(commandsOnly, ['e'], io)).toEqual(['explain\tsay why'])
  })

  it('nothing, for a tool that takes no arguments', async () => {
    const { main, commands: _, ...bare } = program
    const single = { ...bare, main: { ...(main as NonNullable<Program['main']>), arguments: '' } }
    expect(await complete(single, [''], io)).toEqual([])
  })
})

describe('demo completions', () => {
  async function demo(...argv: string[]) {
    const own = memoryIo()
    return { code: await run(program, argv, own), out: own.stdout.text, errors: own.stderr.text }
  }

  test.each(['bash', 'zsh', 'fish'])('%s prints a script that asks the tool in PATH', async (shell) => {
    const { code, out, errors } = await demo('completions', shell)
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    expect(out).toContain('command demo --complete ')
    expect(out).not.toContain('undefined')
  })

  it('refuses another shell, and names those that it knows', async () => {
    expect(await demo('completions', 'tcsh')).toEqual({
      code: 2,
      out: '',
      errors: 'demo: no completions for "tcsh": give one of bash, zsh, fish\n',
    })
  })

  it('answers the script, a line for each candidate', async () => {
    expect(await demo('--complete', '--rule', '')).toEqual({
      code: 0,
      out: 'top/title\tA title.\ntop/logo\t\n',
      errors: '',
    })
  })
})
