import { type AddressPattern, addressPattern, hostOf, type Parts } from './address-pattern.ts'
import type { Badge } from './badge.ts'
import { badges } from './badges.generated.ts'

/** A badge, as the address of an image tells it. */
export interface Recognised {
  readonly badge: Badge
  readonly parts: Parts
  /** The address with other parts in its path. */
  replace(parts: Parts): string
}

interface Candidate {
  readonly badge: Badge
  readonly image: string
  /** Host and first segment of the path; empty where they vary. */
  readonly host: string
  readonly first: string
  /** Made when an address that it may fit is first looked at. */
  pattern?: AddressPattern
}

let candidates: readonly Candidate[] | undefined
const groups = new Map<string, readonly Candidate[]>()
const known = new Map<string, Recognised | undefined>()

/** Tells which badge an image shows; undefined for any other image. */
export function recognise(url: URL): Recognised | undefined {
  if (!known.has(url.href)) known.set(url.href, find(url))
  return known.get(url.href)
}

function find(url: URL): Recognised | undefined {
  for (const candidate of candidatesFor(url)) {
    candidate.pattern ??= addressPattern(candidate.image)
    const { badge, pattern } = candidate
    const parts = pattern.match(url)
    if (parts) return { badge, parts, replace: (others) => pattern.replace(url, others) }
  }
  return undefined
}

/** What a badge shows; of those of one service, only the query of the address says what each measures. */
export function titleOf({ title, name }: Badge, { searchParams }: URL): string {
  const metric = name === 'sonar' ? searchParams.get('metric') : null
  return metric === null || !/^[a-z_]+$/.test(metric) ? title : `SonarCloud: ${metric.replaceAll('_', ' ')}`
}

/** What may fit an address, in the order of the badges: most patterns need not even be made. */
function candidatesFor(url: URL): readonly Candidate[] {
  const [, first = ''] = url.pathname.split('/', 2)
  const host = hostOf(url)
  const key = `${host}/${first}`
  candidates ??= badges.flatMap((badge) => badge.images.map((image) => ({ badge, image, ...fixedParts(image) })))
  const group =
    groups.get(key) ??
    candidates.filter((one) => (one.host === '' || one.host === host) && (one.first === '' || one.first === first))
  groups.set(key, group)
  return group
}

function fixedParts(image: string): Pick<Candidate, 'host' | 'first'> {
  const [host = '', first = '', ...rest] = image.split('/')
  // The last segment may have an extension.
  const isFixed = rest.length > 0 && !/[:[*]/.test(first)
  return { host: /[:[*]/.test(host) ? '' : host, first: isFixed ? first : '' }
}
