import type { Io } from '../io.ts'
import type { Look } from '../terminal/look.ts'

/** 0: nothing to say. 1: findings or drift. 2: the job could not be done. */
export type ExitCode = 0 | 1 | 2

/** A command-line tool. Keep the modules that do the work behind `import()` in `run`, so that `--help` loads none of them. */
export interface Program {
  /** What the user types. */
  readonly name: string
  readonly version: string
  readonly summary: string
  /** Where to report a failure of the tool itself. */
  readonly issues: string
  /** What the bare name does; without it, one of the commands must be named. */
  readonly main?: MainCommand
  readonly commands?: readonly Command[]
  /** What it does in workers, by the names of their sources; see `startWorker`. */
  readonly workers?: Readonly<Record<string, () => Promise<unknown>>>
}

/** What a program does when no command is named. */
export type MainCommand<Flags extends FlagTable = FlagTable> = Omit<Command<Flags>, 'name' | 'summary'>

export interface Command<Flags extends FlagTable = FlagTable> {
  readonly name: string
  readonly summary: string
  /** Its arguments as the help shows them: `<file>`, `[files...]`. */
  readonly arguments?: string
  readonly flags: Flags
  /** What people type, and what that does; they come first in the help. */
  readonly examples?: readonly Example[]
  /** Text after the flags in the help. */
  readonly epilogue?: string
  readonly exitCodes?: ExitCodes
  /** What may stand for its arguments, beside files where they are called `paths`, `file` or `readme`. */
  readonly candidates?: Candidates
  run(call: Call<Flags>): Promise<ExitCode>
}

export type Example = readonly [typed: string, does: string]

/** What the codes mean for a command. 1 is absent where it never ends with it, 2 where it means what it always does. */
export interface ExitCodes {
  readonly 0: string
  readonly 1?: string
  readonly 2?: string
}

/** What a shell may put in place of a word that was begun, with what it means. */
export type Candidate = string | readonly [value: string, summary: string]

/** Reads candidates; only asked for when somebody presses the key for it. */
export type Candidates = (io: Io) => readonly Candidate[] | Promise<readonly Candidate[]>

/** A command as it was called. */
export interface Call<Flags extends FlagTable = FlagTable> {
  readonly arguments: readonly string[]
  readonly flags: FlagValues<Flags>
  /** The world, its working directory moved by `--cwd`. */
  readonly io: Io
  readonly look: Look
}

export type FlagTable = Readonly<Record<string, Flag>>

/** One flag; the key it stands under is its name in camel case: `dryRun` is `--dry-run`. */
export interface Flag {
  readonly summary: string
  /** One letter. */
  readonly short?: string
  /** Name of its value in the help; without one the flag is a switch. */
  readonly value?: string
  readonly choices?: readonly string[]
  /** What holds where it is not given, as the documentation says it. */
  readonly absent?: string
  /** Values that a shell may offer where there are no `choices`; files and folders where `value` is called that. */
  readonly candidates?: Candidates
  /** What it was called before: it is understood, and shown nowhere. */
  readonly formerly?: { readonly name: string; readonly short?: string }
  /** May be given several times; its value is a list. */
  readonly repeat?: true
}

/** What the user gave: false, undefined or an empty list where a flag is absent. */
export type FlagValues<Flags extends FlagTable> = { readonly [Name in keyof Flags]: FlagValue<Flags[Name]> }

type FlagValue<One extends Flag> = One extends { readonly repeat: true }
  ? readonly Word<One>[]
  : One extends { readonly value: string }
    ? Word<One> | undefined
    : boolean

type Word<One extends Flag> = One extends { readonly choices: readonly (infer Choice)[] } ? Choice : string

/** Flags that mean the same in all tools; a command takes those it can honour. */
export const commonFlags = {
  check: { summary: 'write nothing; exit 1 if something would change' },
  /** The same for commands that write only with `--fix`, and whose exit code tells of findings. */
  checkOnly: { summary: 'write nothing, as without --fix' },
  fix: { summary: 'write safe fixes' },
  diff: { summary: 'write nothing; print what would change as a diff' },
  format: {
    summary: 'how to report',
    value: 'name',
    choices: ['text', 'json', 'sarif', 'junit', 'github', 'gitlab'],
    absent: 'text, in GitHub Actions github',
  },
  report: {
    summary: 'also report to a file, such as sarif=report.sarif (may be repeated)',
    value: 'format=file',
    repeat: true,
  },
  config: { summary: 'read this config file', value: 'file' },
  offline: { summary: 'never use the network' },
  quiet: { summary: 'report errors only', short: 'q' },
} as const

/** Flags that the runner itself obeys, for every command. */
export const runnerFlags = {
  cwd: { summary: 'work in this folder', value: 'folder' },
  color: { summary: 'when to colour', value: 'when', choices: ['auto', 'always', 'never'], absent: 'auto' },
  debug: { summary: 'show where a failure of the tool itself came from' },
} as const

/** What a shell's script calls a tool with, to be told what a word may become. */
export const completeFlag = '--complete'

/** `dryRun` as it is typed: `--dry-run`. */
export function flagName(key: string): string {
  return `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/** Gives a command the types of its flags. */
export function command<const Flags extends FlagTable>(definition: Command<Flags>): Command<Flags> {
  return definition
}

/** Gives a main command the types of its flags. */
export function mainCommand<const Flags extends FlagTable>(definition: MainCommand<Flags>): MainCommand<Flags> {
  return definition
}
