import { UserError } from '@frontdoor/kit/io'
import type { Manifest, Project } from '@frontdoor/kit/project'
import { isBuiltForElsewhere } from '@frontdoor/kit/project/built-for'
import { isReadme } from '@frontdoor/kit/readme/readmes'
import { nearest } from '@frontdoor/kit/text/nearest'
import type { Host } from './host.ts'
import { hosts } from './hosts.generated.ts'

/** A host that shows this README, and the manifest that brings the package there. */
export interface Showing {
  readonly host: Host
  /** Absent for a forge, which shows the repository itself. */
  readonly manifest?: Manifest
}

/**
 * Where a README is shown: on its forge, and on the registry of each published package in its folder. `path` is relative
 * to the project's folder. `names` says so instead, if given.
 */
export function showingsOf(project: Project, path: string, names?: readonly string[]): Showing[] {
  if (names) return hosts.filter(({ name }) => names.includes(name)).map((host) => withManifest(host, project))
  const forge = forgeHost(project)
  const registries = project.manifests.flatMap((manifest) =>
    hosts
      .filter((host) => showsReadme(host, manifest, path) && canBePublished(manifest, project))
      .map((host) => ({ host, manifest })),
  )
  return forge ? [{ host: forge }, ...registries] : registries
}

/** The host that shows a repository itself; where servers of its kind run several kinds of software, by the name of its server. */
export function forgeHost({ repository }: Pick<Project, 'repository'>): Host | undefined {
  if (!repository) return undefined
  const kin = hosts.filter(({ forge }) => forge === repository.forge)
  return kin.find(({ servers }) => servers?.test(repository.host)) ?? kin.find(({ servers }) => !servers)
}

/**
 * The host that a user means: by its name, its title or another name, in any case and with any punctuation.
 *
 * @throws {UserError} where there is none, with the nearest name
 */
export function findHost(text: string): Host {
  const host = hosts.find((one) => namesOf(one).some((name) => squeeze(name) === squeeze(text)))
  if (host) return host
  const near = nearest(text, hosts.flatMap(namesOf))
  const known = hosts.map(({ name }) => name).join(', ')
  throw new UserError(`no host "${text}"${near ? `; did you mean "${near}"?` : `; there are ${known}`}`)
}

function namesOf({ name, title, aliases = [] }: Host): string[] {
  return [name, title, ...aliases]
}

function squeeze(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z\d]/g, '')
}

function withManifest(host: Host, { manifests }: Project): Showing {
  const manifest = manifests.find(({ ecosystem }) => ecosystem === host.ecosystem)
  return manifest ? { host, manifest } : { host }
}

function showsReadme(host: Host, manifest: Manifest, path: string): boolean {
  if (host.ecosystem !== manifest.ecosystem || host.onRequest === true) return false
  if (manifest.readme !== undefined) return isNamed(manifest, path)
  // Without a name in the manifest a registry takes the README at the root of the package, if it takes any, and none of its translations.
  return host.namedOnly !== true && !path.includes('/') && isReadme(path)
}

function canBePublished(manifest: Manifest, { files }: Project): boolean {
  if (manifest.private || manifest.name === undefined) return false
  if (manifest.ecosystem !== 'npm') return true
  // npm refuses a package without a version, and what is used from elsewhere is not published there.
  return manifest.version !== undefined && !isBuiltForElsewhere(files)
}

/** True where a manifest names this very file, without regard to case: on the machine of the author it may have been found by another spelling. */
export function isNamed({ readme }: Pick<Manifest, 'readme'>, path: string): boolean {
  return readme?.replace(/^(?:\.\/)+/, '').toLowerCase() === path.toLowerCase()
}
