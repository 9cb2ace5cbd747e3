import { canonical } from '../changelog/group-title.ts'

/** Sections by what they mean; others are types themselves. */
const types: ReadonlyMap<string, string> = new Map([
  ['features', 'feat'],
  ['fixes', 'fix'],
  ['changes', 'change'],
  ['removals', 'remove'],
  ['deprecations', 'deprecate'],
  ['performance', 'perf'],
  ['breaking', 'change'],
])

/** The type of a change that a tool sorts by the title of its section: `Bug Fixes`, `bug-fixes`. */
export function typeOfSection(title: string): string {
  return types.get(canonical(title)) ?? canonical(title)
}
