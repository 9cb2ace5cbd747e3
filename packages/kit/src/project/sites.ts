import { inRepository, repositoryOf } from '../forge.ts'
import type { Manifest, Repository } from '../project.ts'

/** The project's own sites, as its manifests name them. */
export interface Sites {
  readonly homepage: string | undefined
  readonly documentation: string | undefined
}

/**
 * The homepage is an address that is neither the repository nor a registry's page about the package: those say what the
 * README already says. The documentation is what a manifest calls so, else the homepage.
 */
export function sitesOf(manifests: readonly Manifest[], repository: Repository | undefined): Sites {
  const homepage = manifests
    .map((manifest) => manifest.homepage)
    .find((url) => url !== undefined && isSite(url, repository))
  const documentation = manifests
    .map((manifest) => manifest.documentation)
    .find((url) => url !== undefined && !isFrontPage(url, repository) && !isRegistryPage(url))
  return { homepage, documentation: documentation ?? homepage }
}

function isSite(url: string, repository: Repository | undefined): boolean {
  if (repository && inRepository(url, repository)) return false
  return repositoryOf(url) === undefined && !isRegistryPage(url)
}

/** A page in the repository may well be the documentation, but the page that shows the README is not. */
function isFrontPage(url: string, repository: Repository | undefined): boolean {
  const page = url
    .replace(/[?#].*$/, '')
    .replace(/(?:\.git)?\/?$/, '')
    .replace(/^http:/, 'https:')
  return page.toLowerCase() === repository?.url.toLowerCase()
}

/** Pages about a package, by a label of the registry's host, so that its mirrors and its former hosts count too. */
const registryPages: Readonly<Record<string, RegExp>> = {
  bioconductor: /^\/packages\//,
  crates: /^\/crates\//,
  'elm-lang': /^\/packages\//,
  hackage: /^\/package\//,
  hex: /^\/packages\//,
  jsr: /^\/@/,
  juliahub: /^\/ui\/Packages\//,
  luarocks: /^\/modules\//,
  marketplace: /^\/items/,
  metacpan: /^\/(?:dist|module|pod|release)\//,
  mvnrepository: /^\/artifact\//,
  npmjs: /^\/(?:package|~)/,
  nuget: /^\/packages\//,
  // Below its version stands what is documented.
  ocaml: /^\/p\/[^/]+(?:\/[^/]+)?\/?$/,
  opam: /^\/packages\//,
  packagist: /^\/packages\//,
  pub: /^\/packages\//,
  'r-project': /^\/(?:package=|web\/packages\/)/,
  pypi: /^\/(?:project|pypi)\//,
  rubygems: /^\/gems\//,
  stackage: /\/package\//,
}

function isRegistryPage(url: string): boolean {
  const { hostname, pathname } = new URL(url)
  return hostname
    .split('.')
    .some((label) => Object.hasOwn(registryPages, label) && registryPages[label]?.test(pathname))
}
