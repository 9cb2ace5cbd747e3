import { fullName, readForgeUrl } from '@frontdoor/kit/forge'
import type { Ecosystem, Project, Repository } from '@frontdoor/kit/project'
import { decode } from '@frontdoor/kit/text/percent'
import type { BadgeImage } from '../badge-images.ts'
import type { Recognised } from '../badges.ts'
import type { Parts } from './pattern.ts'

/** The repository that the parts of an address name; undefined where they name none. */
export function repositoryIn({ owner, repo }: Parts): Pick<Repository, 'owner' | 'name'> | undefined {
  return owner === undefined || repo === undefined ? undefined : { owner: decode(owner), name: decode(repo) }
}

/** True where the parts of an address name the project's own repository. */
export function namesOwn(parts: Parts, { repository }: Pick<Project, 'repository'>): boolean {
  const named = repositoryIn(parts)
  return named !== undefined && repository !== undefined && fullName(named) === fullName(repository)
}

/** Parts of addresses that name a package, by what declares it. */
export const packageParts: Readonly<Record<string, Ecosystem>> = {
  npm: 'npm',
  pypi: 'pypi',
  crate: 'crates',
  gem: 'rubygems',
  nuget: 'nuget',
  hex: 'hex',
  pub: 'pub',
  jsr: 'jsr',
  extension: 'vscode',
  hackage: 'hackage',
  opam: 'opam',
  cran: 'cran',
  cpan: 'cpan',
  rock: 'luarocks',
  julia: 'julia',
  elm: 'elm',
}

/** A package that an address names. */
export interface NamedPackage {
  readonly ecosystem: Ecosystem
  readonly name: string
  /** The parts of the address that name it, for another name. */
  readonly partsFor: (name: string) => Parts
}

/** The package that a badge is about; undefined for one that is about something else. */
export function packageOf({ parts }: Pick<Recognised, 'parts'>): NamedPackage | undefined {
  for (const [part, ecosystem] of Object.entries(packageParts)) {
    const written = parts[part]
    if (written !== undefined) return { ecosystem, name: decode(written), partsFor: (name) => ({ [part]: name }) }
  }
  return inPackagist(parts) ?? inMaven(parts)
}

function inMaven({ group, artifact }: Parts): NamedPackage | undefined {
  if (group === undefined || artifact === undefined) return undefined
  const partsFor = (name: string): Parts => {
    const [owner = '', rest = ''] = name.split(':')
    return { group: owner, artifact: rest }
  }
  return { ecosystem: 'maven', name: decode(`${group}:${artifact}`), partsFor }
}

function inPackagist({ vendor, package: bare }: Parts): NamedPackage | undefined {
  if (vendor === undefined || bare === undefined) return undefined
  const partsFor = (name: string): Parts => {
    const [owner = '', rest = ''] = name.split('/')
    return { vendor: owner, package: rest }
  }
  return { ecosystem: 'packagist', name: decode(`${vendor}/${bare}`), partsFor }
}

/** Registries forgive case and, but for npm, the sign between words, which is `::` in the name of a module of Perl. */
export function sameName(a: string, b: string): boolean {
  return fold(a) === fold(b)
}

function fold(name: string): string {
  return name.toLowerCase().replaceAll(/(?:[-_.]|::)+/g, '-')
}

/** True for a badge that is about the project's own repository, or a package that its manifests declare. */
export function isOwn(found: Pick<Recognised, 'parts'>, project: Project): boolean {
  const named = packageOf(found)
  if (!named) return namesOwn(found.parts, project)
  return project.manifests.some(
    ({ ecosystem, name }) => ecosystem === named.ecosystem && name !== undefined && sameName(name, named.name),
  )
}

/** True for a badge that leads to a repository of another name: a list of projects shows the badges of each. */
export function isOfAnother({ link }: BadgeImage, { repository }: Pick<Project, 'repository'>): boolean {
  const found = link && readForgeUrl(link.url)?.repository
  return found !== undefined && repository !== undefined && found.name.toLowerCase() !== repository.name.toLowerCase()
}
