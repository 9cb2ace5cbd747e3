import type { Ecosystem, Manifest } from '@frontdoor/kit/project'
import type { Proposal } from '../row/proposal.ts'

/** What a registry shows of a package: templates in which `:name` is its name, `:name/` its name with `:` as `/`. */
interface Registry {
  readonly version: readonly [name: string, alt: string, image: string, href: string]
  readonly downloads?: readonly [name: string, alt: string, image: string]
  readonly documentation?: readonly [name: string, alt: string, image: string, href: string]
}

const shields = 'https://img.shields.io'

/** Addresses as they were documented on 2026-11-22. */
export const registries: Readonly<Partial<Record<Ecosystem, Registry>>> = {
  npm: {
    version: ['npm-version', 'npm version', `${shields}/npm/v/:name`, 'https://www.npmjs.com/package/:name'],
    downloads: ['npm-downloads', 'npm downloads', `${shields}/npm/dm/:name`],
  },
  pypi: {
    version: ['pypi-version', 'PyPI version', `${shields}/pypi/v/:name`, 'https://pypi.org/project/:name/'],
    downloads: ['pypi-downloads', 'PyPI downloads', `${shields}/pypi/dm/:name`],
  },
  crates: {
    version: ['crates-version', 'crates.io version', `${shields}/crates/v/:name`, 'https://crates.io/crates/:name'],
    downloads: ['crates-downloads', 'crates.io downloads', `${shields}/crates/d/:name`],
    documentation: ['docs-rs', 'Documentation on docs.rs', `${shields}/docsrs/:name`, 'https://docs.rs/:name'],
  },
  go: {
    version: ['go-reference', 'Go reference', 'https://pkg.go.dev/badge/:name.svg', 'https://pkg.go.dev/:name'],
  },
  packagist: {
    version: [
      'packagist-version',
      'Packagist version',
      `${shields}/packagist/v/:name`,
      'https://packagist.org/packages/:name',
    ],
    downloads: ['packagist-downloads', 'Packagist downloads', `${shields}/packagist/dt/:name`],
  },
  rubygems: {
    version: ['gem-version', 'Gem version', `${shields}/gem/v/:name`, 'https://rubygems.org/gems/:name'],
    downloads: ['gem-downloads', 'Gem downloads', `${shields}/gem/dt/:name`],
  },
  nuget: {
    version: ['nuget-version', 'NuGet version', `${shields}/nuget/v/:name`, 'https://www.nuget.org/packages/:name'],
    downloads: ['nuget-downloads', 'NuGet downloads', `${shields}/nuget/dt/:name`],
  },
  maven: {
    version: [
      'maven-central',
      'Maven Central version',
      `${shields}/maven-central/v/:path`,
      'https://central.sonatype.com/artifact/:path',
    ],
  },
  pub: { version: ['pub', 'pub.dev version', `${shields}/pub/v/:name`, 'https://pub.dev/packages/:name'] },
  jsr: { version: ['jsr', 'JSR version', 'https://jsr.io/badges/:name', 'https://jsr.io/:name'] },
  hex: { version: ['hex', 'Hex version', `${shields}/hexpm/v/:name`, 'https://hex.pm/packages/:name'] },
  vscode: {
    version: [
      'vscode-marketplace',
      'VS Marketplace version',
      'https://badgen.net/vs-marketplace/v/:name',
      'https://marketplace.visualstudio.com/items?itemName=:name',
    ],
  },
}

/** The badges of a package on its registry; none for one that is not published. */
export function registryBadges({
  ecosystem,
  name,
  version,
  private: isPrivate,
}: Pick<Manifest, 'ecosystem' | 'name' | 'version' | 'private'>): Proposal[] {
  const registry = registries[ecosystem]
  if (!registry || name === undefined || isPrivate) return []
  // These refuse a package without a version.
  if (version === undefined && (ecosystem === 'npm' || ecosystem === 'pub')) return []
  const write = (template: string): string =>
    template.replace(':name', () => encode(name)).replace(':path', () => encode(name).replace('%3A', '/'))
  const href = write(registry.version[3])
  const kinds = { version: ecosystem === 'go' ? 'documentation' : 'version' } as const
  const [badge, alt, image] = registry.version
  const proposals: Proposal[] = [{ name: badge, kind: kinds.version, alt, image: write(image), href }]
  if (registry.documentation) {
    const [docs, docsAlt, docsImage, docsHref] = registry.documentation
    proposals.push({ name: docs, kind: 'documentation', alt: docsAlt, image: write(docsImage), href: write(docsHref) })
  }
  if (registry.downloads) {
    const [downloads, downloadsAlt, downloadsImage] = registry.downloads
    proposals.push({ name: downloads, kind: 'downloads', alt: downloadsAlt, image: write(downloadsImage), href })
  }
  return proposals
}

/** The page that a registry shows of a package, where people read it. */
export function registryPage(ecosystem: Ecosystem, name: string): string | undefined {
  return registries[ecosystem]?.version[3].replace(':name', () => encode(name))
}

/** Scopes and paths stay readable. */
function encode(name: string): string {
  return encodeURIComponent(name).replaceAll('%2F', '/').replaceAll('%40', '@')
}
