import { at, listAt, textsAt } from '../forge/json.ts'
import type { Imported, ImportedSettings } from './imported.ts'
import { type Advice, keyNotes } from './key-notes.ts'

const unsafe = '___experimentalUnsafeOptions_WILL_CHANGE_IN_PATCH'

const mapped = [
  ...['$schema', 'access', 'baseBranch', 'format', 'fixed', 'linked', 'changelog', unsafe],
  ...['bumpVersionsWithWorkspaceProtocolOnly', 'changedFilePatterns'],
]

const advice: Advice = [
  ['no commit is made; let the release job do it', 'commit'],
  ['a release tells of every package of the workspace that it now needs', 'updateInternalDependencies'],
  ['leave the package out of "packages"', 'ignore', 'privatePackages'],
  ['call "changelog-gen next --pre snapshot"', 'snapshot'],
]

/** Groups of packages whose versions are held together. */
function groupsAt(config: unknown, key: 'fixed' | 'linked'): Partial<Pick<ImportedSettings, 'fixed' | 'linked'>> {
  const groups = listAt(config, key).map((group) => textsAt(group))
  return groups.length === 0 ? {} : { [key]: groups }
}

/** Reads .changeset/config.json (changesets 3, read 2026-11). Only changesets are listed, as there. */
export function importChangesets(config: unknown): Imported {
  const hasChangelog = at(config, 'changelog') !== false
  return {
    settings: {
      sources: ['fragments'],
      fragments: ['.changeset'],
      packages: 'auto',
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
