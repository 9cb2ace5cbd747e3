import { type Candidate, commonFlags } from '@frontdoor/kit/cli/command'
import { profileNames } from '../config/profiles.ts'

/** Flags that only `readme-lint [paths...]` has. */
export const ownFlags = {
  unsafe: { summary: 'with --fix or --diff: take suggestions too, which may need your eye' },
  rule: {
    summary: 'run this rule only (may be repeated)',
    value: 'name',
    repeat: true,
    candidates: async (): Promise<readonly Candidate[]> => (await import('./candidates.ts')).ruleCandidates(),
  },
  maxWarnings: { summary: 'exit 1 only for errors, or for more warnings than this', value: 'number' },
  since: { summary: 'only READMEs changed since HEAD left this branch, tag or commit', value: 'rev' },
  staged: { summary: 'only READMEs that are staged, as the index has them (for hooks)' },
  baseline: { summary: 'report only what this file, written by --write-baseline, does not hold', value: 'file' },
  writeBaseline: { summary: 'write all that is found to the baseline, and report none of it' },
  cache: { summary: 'look again only at what has changed since the last run' },
  host: {
    summary: 'lint for this place instead of those that the manifests tell (may be repeated)',
    value: 'name',
    repeat: true,
    candidates: async (): Promise<readonly Candidate[]> => (await import('./candidates.ts')).hostCandidates(),
  },
  link: { summary: 'also visit the addresses on the web, and report those that lead nowhere' },
  allowPrivate: { summary: 'with --link: visit addresses in private networks, too' },
  engine: {
    summary: 'how to parse; auto takes satteri where it is installed',
    value: 'name',
    choices: ['auto', 'remark', 'satteri'],
    absent: 'auto',
  },
  listRules: { summary: 'list the rules; as JSON with --format json' },
  stdinPath: { summary: 'where the text on standard input (-) belongs', value: 'file' },
  workers: {
    summary: 'look at many READMEs in this many threads at once, instead of half as many as there are cores',
    value: 'number',
  },
  stats: { summary: 'tell how long what took' },
  verbose: { summary: 'tell what was found out about the project' },
} as const

const profile: { readonly summary: string; readonly value: string; readonly choices: typeof profileNames } = {
  summary: 'what kind of project this is, instead of what its files tell',
  value: 'name',
  choices: profileNames,
}

type Common = Pick<typeof commonFlags, 'fix' | 'diff' | 'format' | 'report' | 'config' | 'offline' | 'quiet'>

/** Flags of `readme-lint [paths...]`, in the order of the help. */
export const flags: Common &
  typeof ownFlags & { readonly profile: typeof profile; readonly check: typeof commonFlags.checkOnly } = {
  check: commonFlags.checkOnly,
  fix: commonFlags.fix,
  diff: commonFlags.diff,
  format: commonFlags.format,
  report: commonFlags.report,
  ...ownFlags,
  profile,
  config: commonFlags.config,
  offline: commonFlags.offline,
  quiet: commonFlags.quiet,
}

const ownHostFlags = {
  host: {
    summary: 'compare this place (may be repeated)',
    value: 'name',
    repeat: true,
    candidates: async (): Promise<readonly Candidate[]> => (await import('./candidates.ts')).hostCandidates(),
  },
  all: { summary: 'compare every place that is known' },
  format: { summary: 'how to print', value: 'name', choices: ['text', 'json', 'markdown'], absent: 'text' },
  verbose: { summary: 'also tell which facts are old' },
} as const

/** Flags of `readme-lint hosts [readme]`. */
export const hostFlags: typeof ownHostFlags & Pick<typeof ownFlags, 'stdinPath'> & Pick<typeof commonFlags, 'config'> =
  {
    ...ownHostFlags,
    stdinPath: ownFlags.stdinPath,
    config: commonFlags.config,
  }

const ownPreviewFlags = {
  host: {
    summary: 'show it as this place does (may be repeated)',
    value: 'name',
    repeat: true,
    candidates: async (): Promise<readonly Candidate[]> => (await import('./candidates.ts')).hostCandidates(),
  },
  all: { summary: 'show it as every place that is known does' },
  open: { summary: 'open the page in the browser' },
  port: { summary: 'serve on this port instead of a free one', value: 'number' },
  out: { summary: 'write the page as files into this folder, and serve nothing', value: 'folder' },
} as const

/** Flags of `readme-lint preview [readme]`. */
export const previewFlags: typeof ownPreviewFlags &
  Pick<typeof ownFlags, 'stdinPath'> &
  Pick<typeof commonFlags, 'config'> = {
  ...ownPreviewFlags,
  stdinPath: ownFlags.stdinPath,
  config: commonFlags.config,
}

const ownRenderFlags = {
  host: {
    summary: 'the place to render for',
    value: 'name',
    repeat: true,
    candidates: async (): Promise<readonly Candidate[]> => (await import('./candidates.ts')).hostCandidates(),
  },
  as: {
    summary: 'what to make of it: a README for that place, or the HTML that it shows',
    value: 'form',
    choices: ['markdown', 'html'],
    absent: 'markdown',
  },
  ref: {
    summary: 'the tag or branch that links lead to',
    value: 'name',
    absent: 'the tag of the version, or HEAD',
  },
  output: { summary: 'write to this file', value: 'file', short: 'o', absent: 'standard output' },
  check: { summary: 'write nothing; exit 1 if the file of --output is not what would be written' },
} as const

/** Flags of `readme-lint render [readme]`. */
export const renderFlags: typeof ownRenderFlags & Pick<typeof ownFlags, 'stdinPath'> = {
  ...ownRenderFlags,
  stdinPath: ownFlags.stdinPath,
}
