import { get, text } from '@frontdoor/kit/manifests/values'

/** What a registry says of a package. */
export interface PackageFacts {
  /** Its newest version; absent where all were taken back. */
  readonly latest?: string | undefined
  /** Why nobody should begin to use it, in the words of whoever published it; empty where they give no reason. */
  readonly deprecated?: string | undefined
  /** The package that took its place. */
  readonly successor?: string | undefined
}

/** From the document of a package that npm's clients install from. */
export function npmFacts(document: unknown): PackageFacts {
  const latest = text(get(get(document, 'dist-tags'), 'latest'))
  const said = get(get(get(document, 'versions'), latest ?? ''), 'deprecated')
  const deprecated = typeof said === 'string' && said !== '' ? said : undefined
  return { latest, deprecated, successor: deprecated === undefined ? undefined : successorIn(deprecated.slice(0, 500)) }
}

/** Scoped and plain names behind the words that people use: `has been renamed to @tea/larder`. */
function successorIn(message: string): string | undefined {
  const words =
    /\b(?:renamed|moved|migrated|replaced|superseded|deprecated|use|switch|upgrade)\b[^.]*?[\s"'`](@[\w.-]+\/[\w.-]*\w)/i
  const quoted = /\b(?:renamed|moved|migrated|switch|use)\b[^.]*?(["'`])([a-z\d][\w.-]*)\1/i
  const plain = /\b(?:renamed|moved|migrated) to ([a-z\d][\w-]*(?:\.[\w-]+)*)(?=[\s.,;]|$)/i
  return words.exec(message)?.[1] ?? quoted.exec(message)?.[2] ?? plain.exec(message)?.[1]
}

/** https://docs.pypi.org/api/json/ (read 2026-11-26) */
export function pypiFacts(document: unknown): PackageFacts {
  const info = get(document, 'info')
  const classifiers = get(info, 'classifiers')
  const inactive = Array.isArray(classifiers) && classifiers.includes('Development Status :: 7 - Inactive')
  const reason = text(get(info, 'yanked_reason')) ?? ''
  const deprecated = get(info, 'yanked') === true ? `its last release was yanked${reason && `: ${reason}`}` : undefined
  return {
    latest: text(get(info, 'version')),
    deprecated: deprecated ?? (inactive ? 'its status is Inactive' : undefined),
  }
}

/** https://crates.io/data-access and its OpenAPI description (read 2026-11-26): 0.0.0 where every version is yanked. */
export function cratesFacts(document: unknown): PackageFacts {
  const crate = get(document, 'crate')
  const latest = text(get(crate, 'max_stable_version')) ?? text(get(crate, 'max_version'))
  return latest === '0.0.0' ? { deprecated: 'all of its versions are yanked' } : { latest }
}

/** https://packagist.org/apidoc (read 2026-11-26): `abandoned` is true, or names the package to use instead. */
export function packagistFacts(document: unknown): PackageFacts {
  const found = get(document, 'package')
  const abandoned = get(found, 'abandoned')
  const versions = Object.keys((get(found, 'versions') ?? {}) as object)
  const latest = versions.find((version) => /^v?\d+(?:\.\d+)+$/.test(version))
  if (!abandoned) return { latest }
  return { latest, deprecated: 'it is abandoned', successor: text(abandoned) }
}

/** https://guides.rubygems.org/rubygems-org-api/ (read 2026-11-26) */
export function gemFacts(document: unknown): PackageFacts {
  return { latest: text(get(document, 'version')) }
}

/** https://github.com/hexpm/specifications/blob/main/apiary.apib (read 2026-11-26) */
export function hexFacts(document: unknown): PackageFacts {
  const latest = text(get(document, 'latest_stable_version')) ?? text(get(document, 'latest_version'))
  const retired = get(get(document, 'retirements'), latest ?? '')
  const reason = text(get(retired, 'message')) ?? text(get(retired, 'reason')) ?? ''
  return { latest, deprecated: retired ? `its last release is retired${reason && `: ${reason}`}` : undefined }
}

/** https://pub.dev/help/api (read 2026-11-26) */
export function pubFacts(document: unknown): PackageFacts {
  const latest = text(get(get(document, 'latest'), 'version'))
  if (get(document, 'isDiscontinued') !== true) return { latest }
  return { latest, deprecated: 'it is discontinued', successor: text(get(document, 'replacedBy')) }
}

/** https://jsr.io/docs/api (read 2026-11-26): a version that was yanked stays in the list. */
export function jsrFacts(document: unknown): PackageFacts {
  const versions = Object.entries(Object(get(document, 'versions')))
  const isGone = versions.length > 0 && versions.every(([, version]) => get(version, 'yanked') === true)
  return isGone ? { deprecated: 'all of its versions are yanked' } : { latest: text(get(document, 'latest')) }
}

/** https://learn.microsoft.com/nuget/api/service-index (read 2026-11-26): where what is known of packages begins. */
export function nugetRegistrations(body: string): string {
  const resources = get(JSON.parse(body), 'resources')
  const all = Array.isArray(resources) ? resources : []
  const found = nugetTypes.flatMap((type) => all.filter((one) => [get(one, '@type')].flat().includes(type)))
  return text(get(found[0], '@id')) ?? ''
}

/** The best first: with versions of SemVer 2.0.0, without them, and the oldest. */
const nugetTypes = ['RegistrationsBaseUrl/3.6.0', 'RegistrationsBaseUrl/3.4.0', 'RegistrationsBaseUrl']

/** https://learn.microsoft.com/nuget/api/registration-base-url-resource (read 2026-11-26): of many versions only pages are named. */
export function nugetFacts(document: unknown): PackageFacts {
  const pages = [get(document, 'items')].flat()
  const entries = pages.flatMap((page) => [get(page, 'items') ?? []].flat()).map((leaf) => get(leaf, 'catalogEntry'))
  const listed = entries.filter((entry) => get(entry, 'listed') !== false)
  if (entries.length > 0 && listed.length === 0) return { deprecated: 'all of its versions are unlisted' }
  const newest = listed.findLast((entry) => !text(get(entry, 'version'))?.includes('-')) ?? listed.at(-1)
  const said = get(newest, 'deprecation')
  const reasons = [get(said, 'reasons') ?? []].flat().join(', ')
  return {
    latest: text(get(newest, 'version')) ?? text(get(pages.at(-1), 'upper')),
    deprecated: said ? (text(get(said, 'message')) ?? (reasons || 'it is deprecated')) : undefined,
    successor: text(get(get(said, 'alternatePackage'), 'id')),
  }
}

/** https://maven.apache.org/repositories/metadata.html (read 2026-11-26) */
export function mavenFacts(body: string): PackageFacts {
  if (!/<metadata[\s>]/.test(body)) throw new SyntaxError('no metadata of a repository')
  return { latest: /<release>\s*([^<\s]+)\s*<\/release>/.exec(body)?.[1] }
}
