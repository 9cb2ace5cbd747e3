import { type Candidates, commonFlags } from '@frontdoor/kit/command'
import { formatNames } from '../formats/format.ts'
import { noteFormats } from '../renderers/note-formats.ts'
import { forgeFlags } from './flags.ts'

type Common<Name extends keyof typeof commonFlags> = Pick<typeof commonFlags, Name>

/** A flag with a value. */
type Valued = {
  readonly summary: string
  readonly value: string
  readonly short?: string
  readonly absent?: string
  readonly candidates?: Candidates
}

type Chosen<Choices extends readonly string[]> = Valued & {
  readonly choices: Choices
}

type ChangelogFlags = Common<'config'> & {
  readonly output: Valued
  readonly package: Valued & { readonly repeat: true }
  readonly fromContext: { readonly summary: string }
}

type WriteFlags = ChangelogFlags &
  typeof forgeFlags &
  Common<'check' | 'diff' | 'format' | 'report'> & {
    readonly style: Chosen<typeof formatNames>
  }

const changelogFlags: ChangelogFlags = {
  output: { summary: 'the changelog', value: 'file', short: 'o', absent: 'the one of this folder' },
  config: commonFlags.config,
  package: {
    summary: 'a package of the workspace, or "all"; may be given several times',
    value: 'name',
    repeat: true,
  },
  fromContext: { summary: 'take further changes, as JSON, from standard input' },
}

/** Flags of commands that write the changelog. */
export const writeFlags: WriteFlags = {
  check: commonFlags.check,
  diff: commonFlags.diff,
  format: commonFlags.format,
  report: commonFlags.report,
  style: {
    summary: 'how to write a changelog that is new',
    value: 'name',
    choices: formatNames,
    absent: 'keep-a-changelog@1.1.0, or what the config says',
  },
  ...changelogFlags,
  ...forgeFlags,
}

/** Flags of `release`. */
export const releaseFlags: WriteFlags & { readonly date: Valued } = {
  date: { summary: 'the date of the release', value: 'YYYY-MM-DD', absent: 'today, in UTC' },
  ...writeFlags,
}

type NotesFlags = ChangelogFlags &
  typeof forgeFlags & {
    readonly unreleased: { readonly summary: string }
    readonly from: Valued
    readonly to: Valued
    readonly template: Valued
    readonly format: Chosen<typeof noteFormats>
  }

const tagCandidates: Candidates = async (io) => (await import('./candidates.ts')).tagNames(io)

/** Flags of `notes`. */
export const notesFlags: NotesFlags = {
  unreleased: { summary: 'the notes of what is not released' },
  from: { summary: 'the notes of all that came after this tag', value: 'tag', candidates: tagCandidates },
  to: { summary: 'the notes of all up to this tag', value: 'tag', candidates: tagCandidates },
  template: { summary: 'make them with this template in Liquid', value: 'file' },
  format: { summary: 'where the notes are shown', value: 'name', choices: noteFormats, absent: 'markdown' },
  ...changelogFlags,
  ...forgeFlags,
}

type PreviewFlags = Omit<ChangelogFlags, 'fromContext' | 'output'> &
  typeof forgeFlags & {
    readonly base: Valued
    readonly title: Valued
    readonly mergeMethod: Chosen<readonly ['squash', 'merge']>
    readonly format: Chosen<readonly ['text', 'markdown', 'json']>
  }

/** Flags of `preview`. */
export const previewFlags: PreviewFlags = {
  base: {
    summary: 'what the branch will be merged into',
    value: 'revision',
    absent: 'the branch that the forge says, else the default branch',
    candidates: tagCandidates,
  },
  title: { summary: 'the title of the pull request', value: 'text', absent: 'what the forge says' },
  mergeMethod: {
    summary: 'squash makes one change of the title, merge takes the commits, as a rebase does',
    value: 'name',
    choices: ['squash', 'merge'],
    absent: 'squash where there is a title',
  },
  format: {
    summary: 'text for a terminal, markdown for a comment, or json',
    value: 'name',
    choices: ['text', 'markdown', 'json'],
    absent: 'text',
  },
  config: changelogFlags.config,
  package: changelogFlags.package,
  ...forgeFlags,
}

/** Flags of `verify`. */
export const verifyFlags: ChangelogFlags &
  Common<'check' | 'fix' | 'diff' | 'format' | 'report' | 'quiet'> & { readonly forge: { readonly summary: string } } =
  {
    forge: { summary: 'compare with the releases on GitHub or GitLab, too' },
    check: commonFlags.check,
    fix: commonFlags.fix,
    diff: commonFlags.diff,
    format: commonFlags.format,
    report: commonFlags.report,
    ...changelogFlags,
    quiet: commonFlags.quiet,
  }

/** Flags of `check-message`. */
export const checkMessageFlags: Common<'fix' | 'diff' | 'format' | 'report' | 'config' | 'quiet'> & {
  readonly strict: { readonly summary: string }
} = {
  strict: { summary: 'free text fails, too: ask for "type(scope): subject"' },
  fix: commonFlags.fix,
  diff: commonFlags.diff,
  format: commonFlags.format,
  report: commonFlags.report,
  config: commonFlags.config,
  quiet: commonFlags.quiet,
}
