import type { Ecosystem, Manifest } from '@frontdoor/kit/project'
import { badgeNamed } from '../badges.ts'
import { type Proposal, propose } from '../row/proposal.ts'

const shields = 'https://img.shields.io'

/**
 * The badges of a package on its registry, by their names: the addresses of their images, as they were documented on 2026-11-22,
 * in which `:name` is the name of the package.
 */
export const registries: Readonly<Partial<Record<Ecosystem, Readonly<Record<string, string>>>>> = {
  npm: { 'npm-version': `${shields}/npm/v/:name`, 'npm-downloads': `${shields}/npm/dm/:name` },
  pypi: { 'pypi-version': `${shields}/pypi/v/:name`, 'pypi-downloads': `${shields}/pypi/dm/:name` },
  crates: {
    'crates-version': `${shields}/crates/v/:name`,
    'docs-rs': `${shields}/docsrs/:name`,
    'crates-downloads': `${shields}/crates/d/:name`,
  },
  go: { 'go-reference': 'https://pkg.go.dev/badge/:name.svg' },
  packagist: {
    'packagist-version': `${shields}/packagist/v/:name`,
    'packagist-downloads': `${shields}/packagist/dt/:name`,
  },
  rubygems: { 'gem-version': `${shields}/gem/v/:name`, 'gem-downloads': `${shields}/gem/dt/:name` },
  nuget: { 'nuget-version': `${shields}/nuget/v/:name`, 'nuget-downloads': `${shields}/nuget/dt/:name` },
  maven: { 'maven-central': `${shields}/maven-central/v/:name` },
  pub: { pub: `${shields}/pub/v/:name` },
  jsr: { jsr: 'https://jsr.io/badges/:name' },
  hex: { hex: `${shields}/hexpm/v/:name` },
  hackage: { hackage: `${shields}/hackage/v/:name` },
  opam: { opam: 'https://badgen.net/opam/v/:name' },
  cran: { cran: `${shields}/cran/v/:name`, 'cran-downloads': 'https://cranlogs.r-pkg.org/badges/:name' },
  cpan: { cpan: `${shields}/cpan/v/:name` },
  julia: { julia: 'https://juliahub.com/docs/General/:name/stable/version.svg' },
  elm: { elm: `${shields}/elm-package/v/:name` },
  vscode: { 'vscode-marketplace': 'https://badgen.net/vs-marketplace/v/:name' },
}

/** The badges of a package on its registry; none for one that is not published. */
export function registryBadges({
  ecosystem,
  name,
  version,
  private: isPrivate,
}: Pick<Manifest, 'ecosystem' | 'name' | 'version' | 'private'>): Proposal[] {
  if (name === undefined || isPrivate) return []
  // These refuse a package without a version.
  if (version === undefined && (ecosystem === 'npm' || ecosystem === 'pub')) return []
  const path = pathOf(name)
  return Object.entries(registries[ecosystem] ?? {}).map(([badge, image]) =>
    propose(badge, {
      image: image.replace(':name', () => path),
      href: (badgeNamed(badge).link ?? '').replace(/:[a-z]+(?:\/:[a-z]+)?/, () => path),
    }),
  )
}

/** The site on which a registry shows its packages. */
export function registrySite(ecosystem: Ecosystem): string {
  const [badge = ''] = Object.keys(registries[ecosystem] ?? {})
  return new URL(badgeNamed(badge).link ?? '').origin
}

/** Scopes and paths stay readable; Maven has a group and an artifact. */
function pathOf(name: string): string {
  return encodeURIComponent(name).replaceAll('%2F', '/').replaceAll('%40', '@').replace('%3A', '/')
}
