import type { Project } from '@frontdoor/kit/project'
import type { Subject } from '@frontdoor/kit/readme/subjects'
import { hosts } from '../hosts.generated.ts'
import { findHost, type Showing, showingsOf } from '../hosts.ts'

/** Who names hosts. */
interface Named {
  /** Those that the flags name. */
  readonly names: readonly string[]
  /** Those that the config names. */
  readonly configured: readonly string[] | undefined
}

/** Where to compare a README: the hosts that the flags name, in their order; else where it is shown, with GitHub to compare with. */
export function comparedOn({ path }: Pick<Subject, 'path'>, project: Project, { names, configured }: Named): Showing[] {
  if (names.length > 0) return names.flatMap((name) => showingsOf(project, path, [name]))
  const others = showingsOf(project, path, configured).filter(({ host }) => host.name !== 'github')
  return [...showingsOf(project, path, ['github']), ...others]
}

/** Names of the hosts that `--host` and `--all` mean; GitHub first of all of them. */
export function hostNames({ all, host }: { readonly all: boolean; readonly host: readonly string[] }): string[] {
  const every = hosts.map(({ name }) => name).filter((name) => name !== 'github')
  return all ? ['github', ...every] : [...new Set(host.map((name) => findHost(name).name))]
}
