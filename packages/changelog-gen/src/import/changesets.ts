import { at, listAt } from '../forge/json.ts'
import { notesOfUnknown } from './conventional-types.ts'
import type { Imported } from './imported.ts'

const needless = [
  '$schema',
  'access',
  'baseBranch',
  'format',
  'bumpVersionsWithWorkspaceProtocolOnly',
  'changedFilePatterns',
]

const advice: Readonly<Record<string, string>> = {
  commit: 'no commit is made; let the release job do it',
  fixed: 'versions of packages are not held together; give one to "changelog-gen release"',
  linked: 'versions of packages are not held together; give one to "changelog-gen release"',
  updateInternalDependencies:
    'what depends on a package that is released is released, too, with the next patch version',
  ignore: 'leave the package out of "packages"',
  privatePackages: 'leave the package out of "packages"',
  snapshot: 'call "changelog-gen next --pre snapshot"',
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
    },
    notes: [
      ...given.map((key) => `${key}: ${advice[key]}`),
      ...(hasChangelog ? [] : ['changelog: call only "changelog-gen next"']),
      ...notesOfUnknown(config, new Set([...needless, ...Object.keys(advice), 'changelog'])),
    ],
  }
}
