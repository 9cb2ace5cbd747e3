import type { Command as Commander, CommanderError, Option } from 'commander'
import { type Io, UserError } from '../io.ts'
import type { ColorSetting } from '../terminal/look.ts'
import { printable } from '../terminal.ts'
import {
  type Command,
  type Flag,
  type FlagTable,
  type FlagValues,
  flagName,
  type MainCommand,
  type Program,
  runnerFlags,
} from './command.ts'
import { behind, inFront, sentence } from './help.ts'

/** A command line, understood. */
export interface ParsedArguments {
  readonly command: MainCommand
  readonly arguments: readonly string[]
  readonly flags: FlagValues<FlagTable>
  /** Flags that the runner itself obeys; absent where they were not given. */
  readonly runnerFlags: { readonly cwd?: string; readonly color?: ColorSetting }
}

type Library = typeof import('commander')

/**
 * What a command line asks for; undefined where it asks for help or the version, which are then written already.
 *
 * @throws {UserError} on a command line that makes no sense, with what may have been meant
 */
export async function parseArguments(
  program: Program,
  argv: readonly string[],
  io: Io,
): Promise<ParsedArguments | undefined> {
  await refuseHelpAbout(program, argv)
  const library = await import('commander')
  let parsed: ParsedArguments | undefined
  const root = buildRoot(program, io, library)
  for (const [command, commander] of commandersOf(program, argv, { root, library })) {
    commander.action(() => {
      requireOwn(command, commander)
      if (commander.args.includes('')) throw new UserError('an argument is empty: give a value, or leave it out')
      parsed = readParsed(command, commander)
    })
  }
  try {
    root.parse(argv, { from: 'user' })
  } catch (error) {
    if (!(error instanceof library.CommanderError)) throw error
    if (error.exitCode !== 0) throw usageError(error, program, argv)
  }
  return parsed
}

/** Asked to help with a command that is not there, commander shows all of the help and says no word about it. */
async function refuseHelpAbout({ name, commands = [] }: Program, [first, about]: readonly string[]): Promise<void> {
  const names = ['help', ...commands.map((command) => command.name)]
  if (first !== 'help' || about === undefined || about.startsWith('-') || names.includes(about)) return
  const { nearest } = await import('../text/nearest.ts')
  const near = nearest(about, names)
  const instead = near === undefined ? `see ${name} --help` : `did you mean ${near}?`
  throw new UserError(`there is no command ${JSON.stringify(about)}; ${instead}`)
}

function buildRoot(program: Program, io: Io, library: Library): Commander {
  return (
    new library.Command(program.name)
      .description(inFront(program.summary, program.main))
      .version(program.version, '-V, --version', 'show the version')
      .helpOption('-h, --help', 'show this help')
      .configureHelp({
        optionDescription: describe,
        // Every command has options.
        subcommandTerm: (command) =>
          `${command.name()} ${command.usage().replace('[options]', '')}`.replace(/ +/g, ' ').trim(),
      })
      .helpCommand((program.commands ?? []).length > 0)
      .exitOverride()
      // A flag belongs to the command it stands behind: both may have a `--format`.
      .enablePositionalOptions()
      .configureOutput({
        writeOut: (text) => io.stdout.write(text),
        writeErr: (text) => io.stderr.write(text),
        outputError: () => {},
        getOutHelpWidth: () => io.stdout.columns ?? 100,
        getErrHelpWidth: () => io.stderr.columns ?? 100,
        getOutHasColors: () => false,
        getErrHasColors: () => false,
      })
  )
}

function describe({ description, argChoices, defaultValueDescription: absent }: Option): string {
  const choices = argChoices ? `: ${argChoices.join(', ')}` : ''
  return `${description}${choices}${absent === undefined ? '' : ` (default: ${absent})`}`
}

interface Tree {
  readonly root: Commander
  readonly library: Library
}

function commandersOf(program: Program, argv: readonly string[], { root, library }: Tree): [MainCommand, Commander][] {
  const pairs = builtCommands(program, argv).map((command): [MainCommand, Commander] => {
    const commander = root
      .command(command.name)
      .summary(command.summary)
      .description(inFront(sentence(command.summary), command))
    // The flags of a command that is not on the line are not asked for.
    return [command, addDetails(commander, argv.includes(command.name) ? command : { ...command, flags: {} }, library)]
  })
  if (program.main) return [[program.main, addDetails(root, program.main, library)], ...pairs]
  addFlags(root, runnerFlags, library)
  return pairs
}

/** Only help, and what is said where none is named, tells of commands that are not on the line: to build them took 2 ms. */
function builtCommands({ main, commands = [] }: Program, argv: readonly string[]): readonly Command[] {
  const asksForAll = !main || ['help', '-h', '--help'].some((word) => argv.includes(word))
  return asksForAll ? commands : commands.filter(({ name }) => argv.includes(name))
}

function addDetails(commander: Commander, command: MainCommand, library: Library): Commander {
  if (command.arguments) commander.arguments(command.arguments)
  const text = behind(command)
  if (text) commander.addHelpText('after', `\n${text}`)
  addFlags(commander, command.flags, library)
  return addFlags(commander, runnerFlags, library)
}

function addFlags(commander: Commander, flags: FlagTable, library: Library): Commander {
  for (const [name, flag] of Object.entries(flags)) {
    commander.addOption(toOption(name, flag, library))
    if (flag.formerly) commander.addOption(formerOption(name, { ...flag, ...flag.formerly }, library))
  }
  return commander
}

function formerOption(key: string, flag: Flag & { readonly name: string }, library: Library): Option {
  const option = toOption(flag.name, flag, library).hideHelp()
  option.attributeName = () => key
  return option
}

function toOption(name: string, flag: Flag, library: Library): Option {
  const short = flag.short ? `-${flag.short}, ` : ''
  const option = new library.Option(`${short}${flagName(name)}${flag.value ? ` <${flag.value}>` : ''}`, flag.summary)
  if (flag.absent !== undefined) option.default(undefined, flag.absent)
  if (flag.choices) option.choices([...flag.choices])
  if (flag.value === undefined) return option
  const known = option.parseArg ?? ((value: string) => value)
  const check = (value: string): unknown => {
    // As a script has it that passes on a variable that is not set: `--config "$CONFIG"`. Only a text may well be empty.
    if (value === '' && !flag.choices && flag.value !== 'text')
      throw new UserError(`${flagName(name)} <${flag.value}> has an empty value; give one, or leave the flag out`)
    return known(value, undefined)
  }
  // Commander's own `<name...>` would swallow the files that stand behind it.
  if (flag.repeat) return option.argParser<unknown[]>((value, previous) => [...(previous ?? []), check(value)])
  return option.argParser(check)
}

/** Flags in front of a command are those of the main one; a command takes the values that it could have behind it. */
function requireOwn({ flags }: MainCommand, commander: Commander): void {
  const known: FlagTable = { ...flags, ...runnerFlags }
  for (const [name, value] of Object.entries(commander.parent?.opts() ?? {})) {
    const help = `see ${commander.parent?.name()} ${commander.name()} --help`
    const flag = Object.hasOwn(known, name) ? known[name] : undefined
    if (!flag) throw new UserError(`${flagName(name)} is no option of ${commander.name()}; ${help}`)
    const { choices } = flag
    if (choices && [value].flat().some((one) => !choices.includes(one)))
      throw new UserError(`${flagName(name)} ${value}: ${commander.name()} has ${choices.join(', ')}; ${help}`)
  }
}

function readParsed(command: MainCommand, commander: Commander): ParsedArguments {
  const given = { ...commander.parent?.opts(), ...commander.opts() }
  const flags = Object.entries(command.flags).map(([name, flag]) => [name, given[name] ?? absentValue(flag)])
  return { command, arguments: commander.args, flags: Object.fromEntries(flags), runnerFlags: given }
}

function absentValue(flag: Flag): false | undefined | [] {
  if (flag.repeat) return []
  return flag.value === undefined ? false : undefined
}

function usageError(error: CommanderError, program: Program, argv: readonly string[]): UserError {
  if (error.code === 'commander.help') return new UserError('no command is given')
  const [message = '', hint = ''] = error.message.replace(/^error: /, '').split(/\n(?=\(Did you mean .+\)$)/)
  const instead = hint ? `; did you mean ${hint.slice('(Did you mean '.length, -2)}?` : ''
  const named = program.commands?.some(({ name }) => name === argv[0]) ? ` ${argv[0]}` : ''
  // What takes no arguments is given one: it was to be a command.
  const [, stray] = (named === '' && /^too many arguments\. .* got \d+: ([^,]+)/.exec(message.replace(/\.$/, ''))) || []
  if (stray !== undefined)
    return new UserError(printable(`there is no command ${JSON.stringify(stray)}; see ${program.name} --help`))
  // The message repeats what was typed, which may come from a script.
  return new UserError(printable(`${message.replace(/\.$/, '')}${instead || `; see ${program.name}${named} --help`}`))
}
