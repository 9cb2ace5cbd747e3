import { type Candidates, commonFlags } from '@frontdoor/kit/cli/command'
import { formatNames } from '../formats/format.ts'
import { noteFormats } from '../renderers/note-formats.ts'

type Common<Name extends keyof typeof commonFlags> = Pick<typeof commonFlags, Name>

type Switch = { readonly summary: string }

/** A flag with a value. */
type Valued = {
  readonly summary: string
  readonly value: string
  readonly short?: string
  readonly formerly?: { readonly name: string; readonly short?: string }
  readonly absent?: string
  readonly candidates?: Candidates
}

type Chosen<Choices extends readonly string[]> = Valued & {
  readonly choices: Choices
}

/** Flags of commands that read a history. */
type HistoryFlags = Common<'config'> & {
  readonly package: Valued & { readonly repeat: true }
  readonly fromContext: Switch
}

/** Flags of commands that write a changelog. */
type ChangelogFlags = HistoryFlags & { readonly changelog: Valued }

type KeepFlags = { readonly cache: Valued; readonly offline: Switch }

type ForgeFlags = KeepFlags & { readonly pullRequests: Switch }

type WriteFlags = ChangelogFlags &
  ForgeFlags &
  Common<'check' | 'diff' | 'format' | 'report'> & {
    readonly style: Chosen<typeof formatNames>
  }

const historyFlags: HistoryFlags = {
  config: commonFlags.config,
  package: {
    summary: 'a package of the workspace, or "all"; may be given several times',
    value: 'name',
    repeat: true,
  },
  fromContext: { summary: 'take further changes, as JSON, from standard input' },
}

const changelog = { summary: 'the changelog', value: 'file', absent: 'the one of this folder' } as const

const changelogFlags: ChangelogFlags = {
  changelog: { ...changelog, formerly: { name: 'output', short: 'o' } },
  ...historyFlags,
}

const keepFlags: KeepFlags = {
  cache: { summary: 'keep what the server said in this folder', value: 'folder' },
  offline: { summary: 'only use what is kept' },
}

/** Flags of commands that may ask a forge for pull requests. */
const forgeFlags: ForgeFlags = {
  pullRequests: { summary: 'take titles and labels from pull requests on GitHub or GitLab, too' },
  ...keepFlags,
}

const printFormats = ['text', 'json'] as const

const printed: Chosen<typeof printFormats> = {
  summary: 'how to print it',
  value: 'name',
  choices: printFormats,
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
export const releaseFlags: WriteFlags & { readonly date: Valued; readonly removeFragments: Switch } = {
  date: { summary: 'the date of the release', value: 'YYYY-MM-DD', absent: 'today, in UTC' },
  removeFragments: { summary: 'remove the fragments that no other package has yet to tell of' },
  ...writeFlags,
}

type NotesFlags = HistoryFlags &
  ForgeFlags & {
    readonly changelog: Valued
    readonly output: Valued
    readonly unreleased: Switch
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
  output: { summary: 'write to this file', value: 'file', short: 'o', absent: 'standard output' },
  changelog,
  ...historyFlags,
  ...forgeFlags,
}

const mergeMethods = ['squash', 'merge'] as const

const previewFormats = ['text', 'markdown', 'json'] as const

type PreviewFlags = Omit<HistoryFlags, 'fromContext'> &
  ForgeFlags & {
    readonly base: Valued
    readonly title: Valued
    readonly mergeMethod: Chosen<typeof mergeMethods>
    readonly format: Chosen<typeof previewFormats>
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
    choices: mergeMethods,
    absent: 'squash where there is a title',
  },
  format: {
    summary: 'text for a terminal, markdown for a comment, or json',
    value: 'name',
    choices: previewFormats,
    absent: 'text',
  },
  config: historyFlags.config,
  package: historyFlags.package,
  ...forgeFlags,
}

/** Flags of `verify`. */
export const verifyFlags: ChangelogFlags &
  Common<'fix' | 'diff' | 'format' | 'report' | 'quiet'> & { readonly forge: Switch; readonly check: Switch } = {
  forge: { summary: 'compare with the releases on GitHub or GitLab, too' },
  check: commonFlags.checkOnly,
  fix: commonFlags.fix,
  diff: commonFlags.diff,
  format: commonFlags.format,
  report: commonFlags.report,
  ...changelogFlags,
  quiet: commonFlags.quiet,
}

/** Flags of `check-message`. */
export const checkMessageFlags: Common<'fix' | 'diff' | 'format' | 'report' | 'config' | 'quiet'> & {
  readonly strict: Switch
} = {
  strict: { summary: 'free text fails, too: ask for "type(scope): subject"' },
  fix: commonFlags.fix,
  diff: commonFlags.diff,
  format: commonFlags.format,
  report: commonFlags.report,
  config: commonFlags.config,
  quiet: commonFlags.quiet,
}

/** Flags of `explain`. */
export const explainFlags: HistoryFlags &
  ForgeFlags & { readonly all: Switch; readonly strict: Switch; readonly format: Chosen<typeof printFormats> } = {
  all: { summary: 'every commit, or those of FROM..TO' },
  strict: { summary: 'exit 1 unless every commit is listed or left out for exactly one reason' },
  format: { ...printed, summary: 'how to print it; json is one object a line' },
  ...historyFlags,
  ...forgeFlags,
}

/** Flags of `next`. */
export const nextFlags: HistoryFlags &
  ForgeFlags & { readonly pre: Valued; readonly stable: Switch; readonly format: Chosen<typeof printFormats> } = {
  pre: { summary: 'make it a prerelease: alpha, beta, rc', value: 'name' },
  stable: { summary: 'end a series of prereleases' },
  format: printed,
  ...historyFlags,
  ...forgeFlags,
}

type PublishFlags = KeepFlags &
  Common<'config'> & {
    readonly draft: Switch
    readonly dryRun: Switch
    readonly release: Valued
    readonly tag: Valued
    readonly name: Valued
    readonly target: Valued
  }

/** Flags of `publish`. */
export const publishFlags: PublishFlags = {
  draft: { summary: 'leave it a draft, which only those who may write see (it is published else)' },
  dryRun: { summary: 'change nothing; print what would be asked of the server' },
  release: { summary: 'the version, where it is not the one that the changes ask for', value: 'version' },
  tag: { summary: 'the tag, where it is not the newest, or that of the config', value: 'name' },
  name: { summary: 'the name, instead of the one in the config', value: 'text' },
  target: { summary: 'the branch to release', value: 'branch' },
  ...keepFlags,
  config: commonFlags.config,
}

/** Flags of `label`. */
export const labelFlags: KeepFlags & Common<'config'> & { readonly dryRun: Switch } = {
  dryRun: { summary: 'change nothing; print the labels' },
  ...keepFlags,
  config: commonFlags.config,
}

/** Flags of `init`. */
export const initFlags: { readonly from: Valued; readonly dryRun: Switch } = {
  from: { summary: 'the file with the settings of another tool, where there are several', value: 'file' },
  dryRun: { summary: 'write nothing; print the config' },
}
