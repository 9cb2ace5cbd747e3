import { at, listAt, textAt, textsAt } from '../json.ts'
import type { Imported, ImportedSettings } from './imported.ts'
import { type Advice, keyNotes } from './key-notes.ts'

const unsafe = '___experimentalUnsafeOptions_WILL_CHANGE_IN_PATCH'

const mapped = [
  ...['$schema', 'access', 'baseBranch', 'format', 'fixed', 'linked', 'changelog', 'ignore', 'privatePackages', unsafe],
  ...['bumpVersionsWithWorkspaceProtocolOnly', 'changedFilePatterns'],
]

const advice: Advice = [
  ['no commit is made; let the release job do it', 'commit'],
  ['a release tells of every package of the workspace that it now needs', 'updateInternalDependencies'],
  ['call "changelog-gen next --pre snapshot"', 'snapshot'],
]

/** Groups of packages whose versions are held together. */
function groupsAt(config: unknown, key: 'fixed' | 'linked'): Partial<Pick<ImportedSettings, 'fixed' | 'linked'>> {
  const groups = listAt(config, key).map((group) => textsAt(group))
  return groups.length === 0 ? {} : { [key]: groups }
}

/** Those of the workspace, without what is ignored; before changesets 3, whose settings are those of the package `config` 4, private ones have versions, too. */
function packagesOf(config: unknown): NonNullable<ImportedSettings['packages']> {
  const given = at(config, 'privatePackages')
  const usual = Number(/@changesets\/config@(\d+)/.exec(textAt(config, '$schema'))?.[1] ?? 3) < 4
  const hasPrivate = given === undefined ? usual : given === true || at(given, 'version') === true
  const left = textsAt(config, 'ignore').map((name) => `!${name}`)
  if (left.length === 0) return hasPrivate ? 'auto' : 'public'
  return [hasPrivate ? 'auto' : 'public', ...left]
}

/** Reads .changeset/config.json (changesets 3, read 2026-11). Only changesets are listed, as there. */
export function importChangesets(config: unknown): Imported {
  const hasChangelog = at(config, 'changelog') !== false
  return {
    settings: {
      sources: ['fragments'],
      fragments: ['.changeset'],
      packages: packagesOf(config),
      style: 'changesets',
      zero: 'major',
      dependents: at(config, unsafe, 'updateInternalDependents') === 'always' ? 'always' : 'out-of-range',
      ...groupsAt(config, 'fixed'),
      ...groupsAt(config, 'linked'),
    },
    notes: [
      ...(hasChangelog ? [] : ['changelog: call only "changelog-gen next"']),
      ...keyNotes(config, { mapped, advice }),
    ],
  }
}
