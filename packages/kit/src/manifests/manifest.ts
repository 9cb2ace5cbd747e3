import { parseRepository, repositoryOf } from '../forge.ts'
import type { Ecosystem, Manifest, ProjectFiles, Repository } from '../project.ts'

/** Reads the manifests of one ecosystem. */
export interface ManifestReader {
  readonly ecosystem: Ecosystem
  /** Names of its files, best first; where a folder has several kinds, only the first kind is read. */
  readonly files: readonly (string | RegExp)[]
  /** A folder beside them in which they may lie as well; there the folder is a part of the name. */
  readonly folder?: string
  /**
   * What the file says, or undefined where it declares no package. A broken file is a `UserError` that says what is wrong
   * and where in the file, without its path.
   */
  read(files: ProjectFiles, path: string): Promise<ManifestFacts | undefined>
}

/** A manifest's facts as a reader finds them: whatever is not there may be undefined, and a path where another file has the name. */
export type ManifestFacts = {
  readonly [Fact in Exclude<keyof Manifest, 'ecosystem'>]?: Manifest[Fact] | undefined
}

/** The manifest in a file, or undefined where it declares no package. */
export async function readManifest(
  reader: ManifestReader,
  files: ProjectFiles,
  path: string,
): Promise<Manifest | undefined> {
  const facts = await reader.read(files, path)
  return facts && manifestOf({ ...facts, ecosystem: reader.ecosystem, path: facts.path ?? path })
}

/**
 * Makes a manifest of its facts. Web addresses that are none are left out. A repository that the manifest does not name is
 * taken from its homepage or its issues, where these are on a forge.
 */
export function manifestOf(facts: ManifestFacts & Pick<Manifest, 'ecosystem' | 'path'>): Manifest {
  const homepage = webAddress(facts.homepage)
  const issues = webAddress(facts.issues)
  const named = facts.repository ?? repositoryAt(homepage)
  // Who also has a server of their own works where the issues are.
  const repository = named?.forge === 'unknown' ? (repositoryAt(issues) ?? named) : (named ?? repositoryAt(issues))
  const links = (facts.links ?? []).flatMap((url) => webAddress(url) ?? [])
  const optional = {
    ...{ name: facts.name, version: facts.version, description: facts.description, license: facts.license },
    ...{ repository, homepage, documentation: webAddress(facts.documentation) },
    ...{ changelog: webAddress(facts.changelog), issues, links: links.length ? links : undefined },
    ...{ readme: facts.readme, readmeType: facts.readmeType },
    ...{ runtime: facts.runtime, dependencies: facts.dependencies?.length ? facts.dependencies : undefined },
  }
  return {
    ...withoutUndefined(optional),
    ecosystem: facts.ecosystem,
    path: facts.path,
    private: facts.private ?? false,
    funding: (facts.funding ?? []).flatMap((url) => webAddress(url) ?? []),
    commands: facts.commands ?? [],
    members: facts.members ?? [],
  }
}

/** The repository that a page of a known forge belongs to, with the package's folder where the page shows one. */
export function repositoryAt(url: string | undefined): Repository | undefined {
  return url !== undefined && repositoryOf(url) ? parseRepository(url) : undefined
}

/** How addresses of repositories begin on forges, by the names that manifests give these. */
const forges: Readonly<Record<string, string>> = {
  github: 'https://github.com/',
  gitlab: 'https://gitlab.com/',
  codeberg: 'https://codeberg.org/',
  bitbucket: 'https://bitbucket.org/',
  sourcehut: 'https://git.sr.ht/~',
}

/** The repository at a path on a forge that a manifest only names. */
export function repositoryOn(forge: string | undefined, path: string): Repository | undefined {
  const start = forge !== undefined && Object.hasOwn(forges, forge) ? forges[forge] : undefined
  return start === undefined ? undefined : parseRepository(start + path)
}

type Defined<Facts> = { [Fact in keyof Facts]?: Exclude<Facts[Fact], undefined> }

function withoutUndefined<Facts extends object>(facts: Facts): Defined<Facts> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Defined<Facts>
}

function webAddress(text: string | undefined): string | undefined {
  const url = text?.trim() ?? ''
  return /^https?:\/\/[^\s<>"]+$/i.test(url) && URL.canParse(url) ? url : undefined
}

/** Path of a file beside another one. */
export function beside(path: string, name: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1) + name
}
