import { findReadmes } from '@frontdoor/kit/find'
import { type Io, UserError } from '@frontdoor/kit/io'
import type { Project } from '@frontdoor/kit/project'
import { isRst, otherFormat, type Readme } from '@frontdoor/kit/readmes'
import { openSubject, type Subject, type TextOf } from '@frontdoor/kit/subjects'
import type { Settings } from '../config/settings.ts'
import { hosts } from '../hosts.generated.ts'
import { findHost, type Showing, showingsOf } from '../hosts.ts'
import type { LintSession } from './session.ts'

/** A README in its project, and the places to compare it on. */
export interface ShownReadme {
  readonly subject: Subject
  readonly project: Project
  readonly settings: Settings
  readonly showings: readonly Showing[]
}

/** What flags and arguments say of it. */
export interface Wanted {
  /** The first README that a call means, unless one is given. */
  readonly paths: readonly string[]
  readonly readme?: Readme
  /** Names of hosts; none means where the README is shown, and GitHub. */
  readonly names: readonly string[]
  readonly textOf?: TextOf | undefined
  /** Whether one in reStructuredText will do. */
  readonly rst?: boolean
}

/**
 * Opens the README that a call means.
 *
 * @throws {UserError} where there is none, or none that can be read
 */
export async function openShown(wanted: Wanted, io: Io, session: LintSession): Promise<ShownReadme> {
  const readme = wanted.readme ?? (await findReadmes(wanted.paths, io, session))[0]
  if (!readme) throw new UserError('no README here: name a file or a folder, or create README.md')
  const home = await session.homeOf(readme.folder)
  const subject = await openSubject(io, readme, { home, textOf: wanted.textOf })
  refuseFormat(subject, wanted.rst === true)
  const project = await session.projectOf(home)
  const settings = await session.settingsOf(home)
  const { names } = wanted
  return { subject, project, settings, showings: showingsFor(subject, project, { names, configured: settings.hosts }) }
}

function refuseFormat({ path, shown }: Subject, rst: boolean): void {
  const format = otherFormat(path) ?? (isRst(path) && !rst ? 'reStructuredText' : undefined)
  const can = rst ? '; Markdown and reStructuredText can be shown' : ', and hosts are compared for Markdown only'
  if (format) throw new UserError(`${shown}: this README is ${format}${can}`)
}

/** Those that the flags name, in their order; GitHub first of all of them. */
export function hostNames({ all, host }: { readonly all: boolean; readonly host: readonly string[] }): string[] {
  const every = hosts.map(({ name }) => name).filter((name) => name !== 'github')
  return all ? ['github', ...every] : [...new Set(host.map((name) => findHost(name).name))]
}

interface Named {
  /** Hosts that the flags name. */
  readonly names: readonly string[]
  /** Hosts that the config names. */
  readonly configured: readonly string[] | undefined
}

/** Those that the flags name, in their order; else where the README is shown, with GitHub to compare with. */
function showingsFor({ path }: Subject, project: Project, { names, configured }: Named): Showing[] {
  if (names.length > 0) return names.flatMap((name) => showingsOf(project, path, [name]))
  const others = showingsOf(project, path, configured).filter(({ host }) => host.name !== 'github')
  return [...showingsOf(project, path, ['github']), ...others]
}
