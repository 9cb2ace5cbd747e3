import { lazily } from '@frontdoor/kit/cache/lazily'
import { recent } from '@frontdoor/kit/cache/recent'
import { addressPattern, type Parts } from './address/pattern.ts'
import type { Badge } from './badge.ts'
import { badges } from './badges.generated.ts'

/** A badge, as the address of an image tells it. */
export interface Recognised {
  readonly badge: Badge
  readonly parts: Parts
  /** The address with other parts in its path. */
  replace(parts: Parts): string
}

const patterns = lazily(() =>
  badges.flatMap((badge) => badge.images.map((image) => [badge, addressPattern(image)] as const)),
)

/** Tells which badge an image shows; undefined for any other image. */
export function recognise({ href }: URL): Recognised | undefined {
  return find(href)
}

const find = recent((address: string): Recognised | undefined => {
  const url = new URL(address)
  for (const [badge, pattern] of patterns()) {
    const parts = pattern.match(url)
    if (parts) return { badge, parts, replace: (others) => pattern.replace(url, others) }
  }
  return undefined
})

/** A badge that is known by its name. */
export function badgeNamed(name: string): Badge {
  return badges.find((badge) => badge.name === name) as Badge
}

/** What a badge shows; of those of one service, only the query of the address says what each measures. */
export function titleOf({ title, name }: Badge, { pathname, search, searchParams }: URL): string {
  const place = name === 'chat-link' && /discord|gitter|matrix|slack|telegram|zulip/i.exec(pathname + search)?.[0]
  if (place) return `${place.charAt(0).toUpperCase()}${place.slice(1).toLowerCase()} chat`
  const metric = name === 'sonar' ? searchParams.get('metric') : null
  return metric === null || !/^[a-z_]+$/.test(metric) ? title : `SonarCloud: ${metric.replaceAll('_', ' ')}`
}
