import type { Io } from '@frontdoor/kit/io'
import type { Ecosystem } from '@frontdoor/kit/project'
import { registrySite } from './badges.ts'
import { isPrivateModule, moduleCandidates, proxyIn } from './go-modules.ts'
import {
  cratesFacts,
  gemFacts,
  hexFacts,
  jsrFacts,
  mavenFacts,
  nugetFacts,
  nugetRegistrations,
  type PackageFacts,
  packagistFacts,
  pubFacts,
  pypiFacts,
} from './package-facts.ts'

/** What is asked for packages: the ecosystems of manifests, and images. */
export type Asked = Ecosystem | 'docker'

/** How a registry, other than that of npm, is asked. */
export interface Site {
  /** True for what becomes a path of the registry and no other one, and may be asked for there. */
  readonly isName: (name: string, env: Io['env']) => boolean
  /** Where it answers, as it is documented. */
  readonly base: string
  /** Where the person's own configuration of the ecosystem says that it is asked. */
  readonly configured?: (env: Io['env']) => string | undefined
  /** Reads from the document at the base where the answers are. */
  readonly index?: (body: string) => string
  /** Where a package is below the base; the first that is there counts. */
  readonly paths: (name: string) => readonly string[]
  /** Throws for what is no answer of a registry. */
  readonly read: (body: string) => PackageFacts
}

/** A reader of facts that stand in JSON. */
export function json(read: (document: unknown) => PackageFacts): Site['read'] {
  return (body) => read(JSON.parse(body))
}

const plain = named(/^(?:[\w~-][\w.~-]*\/)?[\w~-][\w.~-]*$/)

/** Addresses as they were documented on 2026-11-26, by the pages that `package-facts.ts` names. */
export const sites: Readonly<Partial<Record<Asked, Site>>> = {
  pypi: onPage('pypi', (name) => `/pypi/${name}/json`, pypiFacts),
  crates: onPage('crates', (name) => `/api/v1/crates/${name}`, cratesFacts),
  packagist: onPage('packagist', (name) => `/packages/${name}.json`, packagistFacts),
  rubygems: onPage('rubygems', (name) => `/api/v1/gems/${name}.json`, gemFacts),
  hex: onPage('hex', (name) => `/api/packages/${name}`, hexFacts),
  pub: onPage('pub', (name) => `/api/packages/${name}`, pubFacts),
  jsr: {
    ...onPage('jsr', (name) => `/${name}/meta.json`, jsrFacts),
    isName: named(/^@[a-z\d-]+\/[a-z\d-]+$/),
  },
  nuget: {
    isName: named(/^\w[\w.-]*$/),
    base: 'https://api.nuget.org/v3/index.json',
    index: nugetRegistrations,
    paths: (name) => [`/${name.toLowerCase()}/index.json`],
    read: json(nugetFacts),
  },
  maven: {
    isName: named(/^[\w-]+(?:\.[\w-]+)*:[\w.-]*[\w-]$/),
    base: 'https://repo1.maven.org/maven2',
    paths: (name) => [`/${name.replaceAll('.', '/').replace(':', '/')}/maven-metadata.xml`],
    read: mavenFacts,
  },
  go: {
    isName: (name, env) => moduleCandidates(name).length > 0 && !isPrivateModule(name, env) && proxyIn(env) !== 'off',
    base: 'https://proxy.golang.org',
    configured: proxyIn,
    paths: (name) => moduleCandidates(name).map((path) => `/${path}/@latest`),
    read: json((document) => ({ latest: versionOf(document) })),
  },
  docker: {
    isName: named(/^[a-z\d]+(?:[._-]+[a-z\d]+)*\/[a-z\d]+(?:[._-]+[a-z\d]+)*$/),
    base: 'https://hub.docker.com',
    paths: (name) => [`/v2/namespaces/${name.replace('/', '/repositories/')}`],
    read: json(() => ({})),
  },
}

/** A registry that answers on the site that shows its pages. */
function onPage(ecosystem: Ecosystem, path: (name: string) => string, read: (document: unknown) => PackageFacts): Site {
  return {
    isName: plain,
    base: registrySite(ecosystem),
    paths: (name) => [path(encodeURI(name))],
    read: json(read),
  }
}

function named(pattern: RegExp): Site['isName'] {
  return (name) => pattern.test(name) && name.length <= 214
}

/** https://go.dev/ref/mod#goproxy-protocol (read 2026-11-26) */
function versionOf(document: unknown): string | undefined {
  const { Version: version } = Object(document)
  return typeof version === 'string' ? version.replace(/^v/, '') : undefined
}
