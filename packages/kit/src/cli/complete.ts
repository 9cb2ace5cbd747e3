import type { Io } from '../io.ts'
import {
  type Candidate,
  type Candidates,
  type Command,
  type Flag,
  type FlagTable,
  flagName,
  type MainCommand,
  type Program,
  runnerFlags,
} from './command.ts'

/** Says that the shell shall offer files, or folders, as it does for other commands. */
const paths: Readonly<Record<string, string>> = { file: ':files', folder: ':folders' }

/**
 * What a word may become, for a shell: a line each, `value`, a tab, what it means; and `:files` or `:folders`.
 *
 * @param words of the command line behind the tool's own name; the last one is the one that was begun, and may be empty
 */
export async function complete(program: Program, words: readonly string[], io: Io): Promise<readonly string[]> {
  const current = words.at(-1) ?? ''
  const line = read(program, words.slice(0, -1))
  const inline = line.pending || line.isEnded ? null : /^(--[\w-]+=)(.*)$/.exec(current)
  if (inline) {
    const [, name = '', start = ''] = inline
    const flag = flagAt(line.flags, name.slice(0, -1))
    return flag ? offers(await valuesOf(flag, io), start, name) : []
  }
  if (line.pending) return offers(await valuesOf(line.pending, io), current)
  if (!line.isEnded && current.startsWith('-')) return offers(flagsOf(line, program), current)
  return offers(await argumentsOf(line, program, io), current)
}

/** A command line as far as it is typed. */
interface Line {
  command: MainCommand
  flags: FlagTable
  /** True where another command may still be named. */
  isMain: boolean
  /** Names of flags that were given. */
  readonly given: Set<string>
  arguments: number
  /** The flag whose value comes next. */
  pending: Flag | undefined
  /** True behind `--`. */
  isEnded: boolean
}

function read(program: Program, words: readonly string[]): Line {
  const main: MainCommand = program.main ?? { flags: {}, run: async () => 2 }
  const line: Line = { ...start(main), isMain: true }
  for (const word of words) step(line, word, program)
  return line
}

function step(line: Line, word: string, program: Program): void {
  if (line.pending) line.pending = undefined
  else if (line.isEnded) line.arguments++
  else if (word === '--') line.isEnded = true
  else if (/^-./.test(word)) stepFlag(line, word)
  else {
    const named = mayName(line) ? commandsOf(program).find(({ name }) => name === word) : undefined
    if (named) Object.assign(line, start(named), { isMain: false })
    else line.arguments++
  }
}

function stepFlag(line: Line, word: string): void {
  const [name = '', value] = word.split('=')
  const flag = flagAt(line.flags, name)
  line.given.add(name)
  line.pending = flag?.value !== undefined && value === undefined ? flag : undefined
}

function mayName({ isMain, isEnded, arguments: count }: Line): boolean {
  return isMain && !isEnded && count === 0
}

function start(command: MainCommand): Omit<Line, 'isMain'> {
  const flags = { ...command.flags, ...runnerFlags }
  return { command, flags, given: new Set(), arguments: 0, pending: undefined, isEnded: false }
}

/** The commands, with the one that the argument parser adds. */
function commandsOf({ commands = [] }: Program): readonly Command[] {
  if (commands.length === 0) return []
  const names: Candidates = () => commands.map(({ name, summary }): Candidate => [name, summary])
  const help = { name: 'help', summary: 'show the help of a command', arguments: '[command]', flags: {} }
  return [...commands, { ...help, candidates: names, run: async () => 0 }]
}

function flagAt(flags: FlagTable, typed: string): Flag | undefined {
  return Object.entries(flags).find(([key, { short }]) => flagName(key) === typed || `-${short}` === typed)?.[1]
}

async function valuesOf(flag: Flag, io: Io): Promise<readonly Candidate[]> {
  const marker = paths[flag.value ?? '']
  return [...(flag.choices ?? (await flag.candidates?.(io)) ?? []), ...(marker ? [marker] : [])]
}

function flagsOf({ flags, given, isMain }: Line, { version }: Program): readonly Candidate[] {
  const own = Object.entries(flags)
    .filter(([key, { repeat, short }]) => repeat || !(given.has(flagName(key)) || given.has(`-${short}`)))
    .map(([key, { summary }]): Candidate => [flagName(key), summary])
  return [
    ...own,
    ['--help', 'show this help'],
    ...(isMain ? [['--version', `show the version (${version})`] as const] : []),
  ]
}

async function argumentsOf(line: Line, program: Program, io: Io): Promise<readonly Candidate[]> {
  const { command } = line
  const named = mayName(line) ? commandsOf(program) : []
  const commands = named.map(({ name, summary }): Candidate => [name, summary])
  const { arguments: declared = '' } = command
  if (line.arguments > 0 && !declared.includes('...')) return commands
  const marker = /[<[](?:paths|file|readme)\b/.test(declared) ? [':files'] : []
  return [...commands, ...((await command.candidates?.(io)) ?? []), ...marker]
}

function offers(candidates: readonly Candidate[], begun: string, prefix = ''): string[] {
  const pairs = candidates.map((one) => (typeof one === 'string' ? ([one, ''] as const) : one))
  return pairs
    .filter(([value]) => value.startsWith(begun) || Object.values(paths).includes(value))
    .map(([value, summary]) => (value.startsWith(':') ? value : `${prefix}${value}\t${summary}`))
}
