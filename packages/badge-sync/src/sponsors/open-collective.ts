import { HttpFailure } from '@frontdoor/kit/http/failure'
import type { Io } from '@frontdoor/kit/io'
import { get, text } from '@frontdoor/kit/manifests/values'
import type { Ask } from '../network.ts'
import { parsed } from './answer.ts'
import type { Sponsor } from './sponsor.ts'

/** Of an answer no more than a megabyte is read. */
const size = 500

/** The active backers of a collective, without those who want no name and without GitHub, which names its sponsors itself. */
export async function sponsorsOfCollective(slug: string, ask: Ask, { env }: Pick<Io, 'env'>): Promise<Sponsor[]> {
  const base = env.FRONTDOOR_OPEN_COLLECTIVE_URL ?? 'https://opencollective.com'
  const sponsors: Sponsor[] = []
  for (let offset = 0; offset < 200 * size; offset += size) {
    const url = `${base}/${encodeURIComponent(slug)}/members/all.json?limit=${size}&offset=${offset}`
    const members = parsed(await ask({ url, digest: whole }), 'Open Collective')
    if (!Array.isArray(members)) break
    sponsors.push(...members.flatMap(sponsorOf))
    if (members.length < size) break
  }
  return sponsors
}

function whole(body: string): string {
  if (Array.isArray(parsed({ status: 200, body }, 'Open Collective'))) return body
  throw new HttpFailure('server', 'Open Collective does not say who sponsors')
}

function sponsorOf(member: unknown): Sponsor[] {
  const [name, profile] = [text(get(member, 'name')) ?? text(get(member, 'company')), text(get(member, 'profile'))]
  const gave = Number(get(member, 'totalAmountDonated'))
  if (get(member, 'role') !== 'BACKER' || get(member, 'isActive') === false || !name || !(gave > 0)) return []
  if (/\/(?:github-sponsors|incognito-[\w-]+)$/.test(profile ?? '') || /^(?:incognito|guest|anonymous)$/i.test(name))
    return []
  const [url, image, tier] = [
    text(get(member, 'website')) ?? profile,
    text(get(member, 'image')),
    text(get(member, 'tier')),
  ]
  return [{ name, url, image, tier }]
}
