import { commonFlags } from '@frontdoor/kit/cli/command'

const ownFlags = {
  unsafe: { summary: 'take suggestions too, which may need your eye' },
  stdinPath: { summary: 'where the text on standard input (-) belongs', value: 'file' },
} as const

type Common = Pick<typeof commonFlags, 'check' | 'fix' | 'diff' | 'format' | 'report' | 'config' | 'quiet'>

/** Flags of `badge-sync [paths...]` and `badge-sync migrate [paths...]`, in the order of the help. */
export const flags: Common & typeof ownFlags = {
  check: commonFlags.check,
  fix: commonFlags.fix,
  diff: commonFlags.diff,
  format: commonFlags.format,
  report: commonFlags.report,
  ...ownFlags,
  config: commonFlags.config,
  quiet: commonFlags.quiet,
}

const ownBlockFlags = {
  force: { summary: 'overwrite blocks that were edited by hand' },
  run: { summary: "let the block `usage` run the project's own commands" },
  online: { summary: 'ask registries whether the packages that are named are there, under this name' },
} as const

/** Flags of `badge-sync [paths...]`. */
export const mainFlags: typeof flags & Pick<typeof commonFlags, 'offline'> & typeof ownBlockFlags = {
  ...flags,
  ...ownBlockFlags,
  offline: commonFlags.offline,
}

const markerFlag = {
  markers: { summary: 'take over the blocks of automd, doctoc, all-contributors and others, too' },
} as const

/** Flags of `badge-sync migrate [paths...]`. */
export const migrateFlags: typeof flags & typeof markerFlag = { ...flags, ...markerFlag }

const rowFlags = {
  downloads: { summary: 'a badge of the downloads, too' },
  kinds: {
    summary: 'kinds of badges, in their order: ci,version,license,coverage,documentation,downloads,chat,social',
    value: 'list',
  },
  style: {
    summary: 'style of the badges, as those of shields.io; without it, that of the config or of the row that is there',
    value: 'name',
    choices: ['flat', 'flat-square', 'plastic', 'for-the-badge', 'social'],
  },
} as const

const askFlags = {
  online: { summary: 'ask registries first: no badge for a package that is not there' },
} as const

type Asking = typeof askFlags & Pick<typeof commonFlags, 'offline'>

/** Flags of `badge-sync init`. */
export const initFlags: typeof flags & typeof rowFlags & Asking = {
  ...flags,
  ...rowFlags,
  ...askFlags,
  offline: commonFlags.offline,
}

const drawingFlags = {
  folder: { summary: 'where the images go', value: 'folder', absent: '.github/badges' },
  writeLinks: { summary: 'show the drawn badges in the README, in place of those that are fetched' },
} as const

type Shared = Pick<typeof commonFlags, 'check' | 'config' | 'quiet'> & Pick<typeof rowFlags, 'style'>

/** Flags of `badge-sync render`. */
export const renderFlags: Shared & typeof drawingFlags = {
  check: commonFlags.check,
  ...drawingFlags,
  style: rowFlags.style,
  config: commonFlags.config,
  quiet: commonFlags.quiet,
}
