import type { Bump } from '../change.ts'

/** What a title means, so that `🐛 Bug Fixes` and `Fixed` are one group. */
export function canonical(title: string): string {
  const words = title
    .toLowerCase()
    .replaceAll(/:[\w+-]+:/g, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return synonyms.find(([, pattern]) => pattern.test(words))?.[0] ?? words
}

/** True for a title that changelogs share. */
export function isKnownTitle(title: string): boolean {
  return synonyms.some(([name]) => name === canonical(title))
}

const bumps: ReadonlyMap<string, Bump> = new Map([
  ['breaking', 'major'],
  ['features', 'minor'],
  ['major changes', 'major'],
  ['minor changes', 'minor'],
  ['removals', 'minor'],
  ['deprecations', 'minor'],
])

/** How far an entry below a title moves the version, as the default categories have it. */
export function bumpOfGroup(title: string): Bump {
  return bumps.get(canonical(title)) ?? 'patch'
}

const synonyms: readonly (readonly [string, RegExp])[] = [
  ['features', /^(?:new |implemented )?(?:feat|features?|enhancements?|added)(?: and new features| enhancements)?$/],
  ['fixes', /^(?:bug ?)?fix(?:es|ed)?(?: bugs)?$/],
  ['performance', /^perf(?:ormance)?(?: improvements)?$/],
  ['changes', /^(?:chang(?:es|ed)|improvements?)$/],
  ['removals', /^removed|removals$/],
  ['deprecations', /^deprecat(?:ed|ions?)$/],
  ['breaking', /^breaking changes?$/],
  ['patches', /^patch(?:es| changes)$/],
  ['other', /^(?:other|others|other changes|misc(?:ellaneous)?)$/],
]
