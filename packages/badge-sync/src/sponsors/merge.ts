import { groupBy } from '@frontdoor/kit/group-by'
import { httpsUrl } from './people.ts'
import type { Sponsor } from './sponsor.ts'

/** Sponsors of one tier; without a title where their source knows none. */
export interface Tier {
  readonly title: string | undefined
  readonly sponsors: readonly Sponsor[]
}

/** Sponsors of several sources as tiers: each sponsor once, the first source counts; unsafe addresses are left out. */
export function tiersOf(sources: readonly (readonly Sponsor[])[]): Tier[] {
  const safe = sources.flat().map(withSafeAddresses)
  const known = new Set<string>()
  const single = safe.filter((sponsor) => {
    const keys = keysOf(sponsor)
    const isNew = !keys.some((key) => known.has(key))
    for (const key of keys) known.add(key)
    return isNew
  })
  return [...groupBy(single, ({ tier }) => tier)].map(([title, sponsors]) => ({ title, sponsors })).sort(byAmount)
}

function withSafeAddresses({ url, image, ...sponsor }: Sponsor): Sponsor {
  return { ...sponsor, url: httpsUrl(url), image: httpsUrl(image) ?? (image?.includes(':') ? undefined : image) }
}

function keysOf({ name, url }: Sponsor): string[] {
  const address = url
    ?.toLowerCase()
    .replace(/^https:\/\/(?:www\.)?|[?#].*$/g, '')
    .replace(/\/$/, '')
  return [`name ${name.trim().toLowerCase()}`, ...(address ? [`url ${address}`] : [])]
}

/** The largest first, where amounts are known; else in the order of the sources, those without a tier last. */
function byAmount(a: Tier, b: Tier): number {
  if ((a.title === undefined) !== (b.title === undefined)) return a.title === undefined ? 1 : -1
  return amountOf(b) - amountOf(a)
}

function amountOf({ sponsors }: Tier): number {
  return Math.max(0, ...sponsors.map(({ monthly = 0 }) => monthly))
}
