import { at, listAt, textsAt } from '../forge/json.ts'
import { notesOfUnknown } from './conventional-types.ts'
import type { Imported, ImportedSettings } from './imported.ts'

const unsafe = '___experimentalUnsafeOptions_WILL_CHANGE_IN_PATCH'

const taken = [
  '$schema',
  'access',
  'baseBranch',
  'format',
  'fixed',
  'linked',
  unsafe,
  'bumpVersionsWithWorkspaceProtocolOnly',
  'changedFilePatterns',
]

const advice: Readonly<Record<string, string>> = {
  commit: 'no commit is made; let the release job do it',
  updateInternalDependencies: 'a release tells of every package of the workspace that it now needs',
  ignore: 'leave the package out of "packages"',
  privatePackages: 'leave the package out of "packages"',
  snapshot: 'call "changelog-gen next --pre snapshot"',
}

/** Groups of packages whose versions are held together. */
function groupsAt(config: unknown, key: 'fixed' | 'linked'): Partial<Pick<ImportedSettings, 'fixed' | 'linked'>> {
  const groups = listAt(config, key).map((group) => textsAt(group))
  return groups.length === 0 ? {} : { [key]: groups }
}

/** Reads .changeset/config.json (changesets 3, read 2026-11). Only changesets are listed, as there. */
export function importChangesets(config: unknown): Imported {
  const given = Object.keys(advice).filter((key) => {
    const value = at(config, key)
    return value !== undefined && value !== false && !(Array.isArray(value) && listAt(config, key).length === 0)
  })
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
      ...given.map((key) => `${key}: ${advice[key]}`),
      ...(hasChangelog ? [] : ['changelog: call only "changelog-gen next"']),
      ...notesOfUnknown(config, new Set([...taken, ...Object.keys(advice), 'changelog'])),
    ],
  }
}
