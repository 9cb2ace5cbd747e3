import { describe, expect, expectTypeOf, it, test } from 'vitest'
import { type Call, command, commonFlags, type ExitCode, mainCommand, type Program } from '../src/cli/command.ts'
import { run } from '../src/cli.ts'
import { UserError } from '../src/io.ts'
import { memoryIo, project } from '../src/testing.ts'

const { check, format, quiet } = commonFlags
const host = { summary: 'a host', value: 'name', choices: ['npm', 'pypi'], repeat: true } as const
const dryRun = { summary: 'say what would be done' } as const

/** A tool whose commands write the call they got; its main command does what `work` says. */
function tool(work?: (call: Call) => Promise<ExitCode>): Program {
  const echo = async (call: Call): Promise<ExitCode> => {
    const { arguments: files, flags, io, look } = call
    io.stdout.write(JSON.stringify({ files, flags, cwd: io.cwd, color: look.color }))
    return 0
  }
  return {
    name: 'demo',
    version: '1.2.3',
    summary: 'Shows what it got.',
    issues: 'https://example.com/issues',
    main: mainCommand({ arguments: '[files...]', flags: { check, format, quiet, host }, run: work ?? echo }),
    commands: [
      command({ name: 'explain', summary: 'Explains.', arguments: '<rule>', flags: { dryRun, format }, run: echo }),
      command({
        name: 'print',
        summary: 'Prints.',
        flags: { format: { ...format, choices: ['text', 'markdown'] } },
        run: echo,
      }),
    ],
  }
}

async function demo(argv: string[], program: Program = tool(), env: Record<string, string> = {}) {
  const io = memoryIo({ env })
  const exitCode = await run(program, argv, io)
  return { exitCode, stdout: io.stdout.text, stderr: io.stderr.text }
}

async function call(argv: string[], env?: Record<string, string>) {
  const { exitCode, stdout, stderr } = await demo(argv, tool(), env)
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  return JSON.parse(stdout)
}

describe('a command line', () => {
  it('gives false, nothing and an empty list for flags that are absent', async () => {
    expect(await call([])).toEqual({
      files: [],
      flags: { check: false, quiet: false, host: [] },
      cwd: '/',
      color: false,
    })
  })

  it('gives files and flags in any order', async () => {
    const { files, flags } = await call(['a.md', '--format', 'json', '-q', 'b.md', '--check'])
    expect(files).toEqual(['a.md', 'b.md'])
    expect(flags).toEqual({ check: true, format: 'json', quiet: true, host: [] })
  })

  it('collects a repeated flag without swallowing the file behind it', async () => {
    const { files, flags } = await call(['--host', 'npm', '--host=pypi', 'README.md'])
    expect([files, flags.host]).toEqual([['README.md'], ['npm', 'pypi']])
  })

  it('takes everything behind -- as files', async () => {
    expect((await call(['--', '--check', 'explain'])).files).toEqual(['--check', 'explain'])
  })

  it('gives a command the flags that stand behind it, and camel case to long names', async () => {
    const { files, flags } = await call(['explain', 'top/title', '--dry-run', '--format', 'json'])
    expect([files, flags]).toEqual([['top/title'], { dryRun: true, format: 'json' }])
  })

  test.each([[['--cwd', 'docs', 'explain', 'x']], [['explain', 'x', '--cwd', 'docs']], [['--cwd', 'docs']]])(
    'moves the working directory with %j',
    async (argv) => {
      const { path } = await project({ 'docs/README.md': '' })
      const io = memoryIo({ cwd: path })
      expect(await run(tool(), argv, io)).toBe(0)
      expect(JSON.parse(io.stdout.text).cwd).toBe(`${path}/docs`)
    },
  )

  test.each([
    [['--color', 'always'], {}, true],
    [['--color=never'], { FORCE_COLOR: '1' }, false],
    [[], { FORCE_COLOR: '1' }, true],
  ])('colours with %j and %j: %j', async (argv, env, color) => {
    expect((await call(argv, env)).color).toBe(color)
  })

  it('gives flags their types', () => {
    const definition = command({
      name: 'x',
      summary: '',
      flags: { check, format, host, config: commonFlags.config },
      run: async ({ flags }) => {
        expectTypeOf(flags.check).toEqualTypeOf<boolean>()
        expectTypeOf(flags.format).toEqualTypeOf<(typeof format.choices)[number] | undefined>()
        expectTypeOf(flags.host).toEqualTypeOf<readonly ('npm' | 'pypi')[]>()
        expectTypeOf(flags.config).toEqualTypeOf<string | undefined>()
        return 0
      },
    })
    expect(definition.name).toBe('x')
  })
})

describe('help and version', () => {
  test.each([[['--version']], [['-V']], [['--version', '--check']]])('%j writes the version', async (argv) => {
    expect(await demo(argv)).toEqual({ exitCode: 0, stdout: '1.2.3\n', stderr: '' })
  })

  it('--help shows the flags of the tool and of the runner', async () => {
    const { exitCode, stdout, stderr } = await demo(['--help'])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toMatchInlineSnapshot(`
      "Usage: demo [options] [command] [files...]

      Shows what it got.

      Options:
        -V, --version    show the version
        --check          write nothing; exit 1 if something would change
        --format <name>  how to report: text, json, sarif, junit, github, gitlab (default: text, in GitHub
                         Actions github)
        -q, --quiet      report errors only
        --host <name>    a host: npm, pypi
        --cwd <folder>   work in this folder
        --color <when>   when to colour: auto, always, never (default: auto)
        --debug          show where a failure of the tool itself came from
        -h, --help       show this help

      Commands:
        explain <rule>   Explains.
        print            Prints.
        help [command]   display help for command
      "
    `)
  })

  test.each([[['explain', '--help']], [['help', 'explain']]])('%j shows the flags of the command', async (argv) => {
    const { exitCode, stdout } = await demo(argv)
    expect(exitCode).toBe(0)
    expect(stdout).toContain('Usage: demo explain [options] <rule>')
    expect(stdout).toContain('--dry-run')
    expect(stdout).toContain('--cwd <folder>')
  })

  it('shows examples first, and what the codes mean last', async () => {
    const explain = command({
      name: 'explain',
      summary: 'say why',
      flags: {},
      examples: [
        ['demo explain', 'all'],
        ['demo explain top/title', 'one'],
      ],
      epilogue: 'It never asks the network.',
      exitCodes: { 0: 'explained' },
      run: async () => 0,
    })
    const { stdout } = await demo(['explain', '--help'], { ...tool(), commands: [explain] })
    expect(stdout.replace(/Options:\n( .*\n)+/, 'Options: …\n')).toBe(`Usage: demo explain [options]

Say why.

Examples:
  demo explain            all
  demo explain top/title  one

Options: …

It never asks the network.

Exit codes:
  0  explained
  2  the job could not be done
`)
  })

  it('works through a tool that has commands only', async () => {
    const { main: _, ...commandsOnly } = tool()
    expect(await demo(['--help'], commandsOnly)).toMatchObject({ exitCode: 0, stderr: '' })
    const { exitCode, stderr } = await demo([], commandsOnly)
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/^Usage: demo \[options\] \[command\][\s\S]*\ndemo: no command is given\n$/)
  })
})

describe('a command line that makes no sense exits 2 and says why on one line', () => {
  test.each([
    [['--chekc'], "unknown option '--chekc'; did you mean --check?"],
    [['--zzz'], "unknown option '--zzz'; see demo --help"],
    [
      ['--format', 'xml'],
      /^option '--format <name>' argument 'xml' is invalid. Allowed choices are text, .*; see demo --help/,
    ],
    [['--host', 'nmp'], /Allowed choices are npm, pypi; see demo --help/],
    [['--format'], "option '--format <name>' argument missing; see demo --help"],
    [['--color', 'blue'], /Allowed choices are auto, always, never/],
    [['explain'], "missing required argument 'rule'; see demo explain --help"],
    [['explain', 'a', 'b'], /too many arguments for 'explain'/],
    [['--check', 'explain', 'a'], '--check is no option of explain; see demo explain --help'],
    [['--host', 'npm', 'explain', 'a'], '--host is no option of explain; see demo explain --help'],
    [['--format', 'json', 'print'], '--format json: print has text, markdown; see demo print --help'],
    [['help', 'explian'], 'there is no command "explian"; did you mean explain?'],
    [['help', 'tea'], 'there is no command "tea"; see demo --help'],
    [['--cwd', 'nowhere'], '--cwd nowhere is not a folder'],
    [['--cwd', ''], '--cwd <folder> has an empty value; give one, or leave the flag out'],
    [['explain', 'a', '--cwd='], '--cwd <folder> has an empty value; give one, or leave the flag out'],
    [['--format', ''], /argument '' is invalid/],
    [['explain', ''], 'an argument is empty: give a value, or leave it out'],
    [['a', ''], 'an argument is empty: give a value, or leave it out'],
    [['--\x1b[31m'], "unknown option '--\\u{1b}[31m'; see demo --help"],
    [['--a\n::error::b'], "unknown option '--a\\u{a}::error::b'; see demo --help"],
  ])('%j', async (argv, message) => {
    const { exitCode, stdout, stderr } = await demo(argv)
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toMatch(/^demo: [^\n]*\n$/)
    expect(stderr.slice('demo: '.length, -1)).toEqual(
      typeof message === 'string' ? message : expect.stringMatching(message),
    )
  })

  it('guesses the name of a command in a tool that has commands only', async () => {
    const { main: _, ...commandsOnly } = tool()
    expect((await demo(['explian'], commandsOnly)).stderr).toBe(
      "demo: unknown command 'explian'; did you mean explain?\n",
    )
  })
})

describe('what a command throws', () => {
  const failing = (error: unknown) =>
    tool(async () => {
      throw error
    })

  test.each([0, 1, 2] as const)('nothing: the exit code is the one it gives, %j', async (code) => {
    expect(
      (
        await demo(
          [],
          tool(async () => code),
        )
      ).exitCode,
    ).toBe(code)
  })

  it('a user error is told line by line, each made safe, without a stack', async () => {
    const error = new UserError('a.yml:1:1: bad \x1b[31mkey\n::error::x')
    expect(await demo([], failing(error))).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'demo: a.yml:1:1: bad \\u{1b}[31mkey\ndemo: \\u{3a}:error::x\n',
    })
  })

  it('a system error is told as the machine says it', async () => {
    const error = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES', syscall: 'open' })
    expect((await demo([], failing(error))).stderr).toBe('demo: EACCES: permission denied\n')
  })

  test.each([
    [new TypeError('x is\nnot'), 'TypeError: x is\\u{a}not'],
    ['a string', 'a string'],
    [undefined, 'undefined'],
  ])('anything else is our mistake: %j', async (error, told) => {
    expect(await demo([], failing(error))).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `demo: internal error: ${told}; please report it at https://example.com/issues, with what --debug prints\n`,
    })
  })

  test.each([
    [['--debug'], {}],
    [[], { FRONTDOOR_DEBUG: '1' }],
  ])('the stack and its cause are told with %j %j', async (argv, env) => {
    const error = new TypeError('outer', { cause: new RangeError('inner') })
    const { stderr } = await demo(argv, failing(error), env as Record<string, string>)
    expect(stderr).toMatch(/^demo: TypeError: outer\ndemo: {5}at /m)
    expect(stderr).toMatch(/^demo: caused by RangeError: inner\ndemo: {5}at /m)
  })
})
