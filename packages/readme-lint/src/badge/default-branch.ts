import type { Project } from '@frontdoor/kit/project'

/** The branch that a default branch of this name was usually renamed from; others may have been there side by side. */
const formerly: Readonly<Record<string, string>> = { main: 'master', master: 'main' }

/** The name that the default branch is likely to have had before; undefined in doubt. */
export function renamedFrom({ defaultBranch }: Project): string | undefined {
  return formerly[defaultBranch ?? '']
}
