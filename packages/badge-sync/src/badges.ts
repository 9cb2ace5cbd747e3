import { type AddressPattern, addressPattern, type Parts } from './address-pattern.ts'
import type { Badge } from './badge.ts'
import { badges } from './badges.generated.ts'

/** A badge, as the address of an image tells it. */
export interface Recognised {
  readonly badge: Badge
  readonly parts: Parts
  /** The address with other parts in its path. */
  replace(parts: Parts): string
}

interface Compiled {
  readonly badge: Badge
  readonly pattern: AddressPattern
}

let compiled: readonly Compiled[] | undefined
const known = new Map<string, Recognised | undefined>()

/** Tells which badge an image shows; undefined for any other image. */
export function recognise(url: URL): Recognised | undefined {
  if (!known.has(url.href)) known.set(url.href, find(url))
  return known.get(url.href)
}

function find(url: URL): Recognised | undefined {
  compiled ??= badges.flatMap((badge) => badge.images.map((image) => ({ badge, pattern: addressPattern(image) })))
  for (const { badge, pattern } of compiled) {
    const parts = pattern.match(url)
    if (parts) return { badge, parts, replace: (others) => pattern.replace(url, others) }
  }
  return undefined
}
