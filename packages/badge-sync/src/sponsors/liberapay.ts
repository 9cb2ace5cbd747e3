import { HttpFailure } from '@frontdoor/kit/http/failure'
import type { Io } from '@frontdoor/kit/io'
import type { Ask } from '../network.ts'
import type { Sponsor } from './sponsor.ts'

/** The public patrons of an account on Liberapay. */
export async function sponsorsOfLiberapay(account: string, ask: Ask, { env }: Pick<Io, 'env'>): Promise<Sponsor[]> {
  const base = env.FRONTDOOR_LIBERAPAY_URL ?? 'https://liberapay.com'
  const { status, body } = await ask({
    url: `${base}/${encodeURIComponent(account)}/patrons/public.csv`,
    digest: whole,
  })
  if (status !== 200) throw new HttpFailure('server', `Liberapay does not say who sponsors (status ${status})`)
  const [head = [], ...rows] = csv(body)
  return rows.flatMap((row) => {
    const cell = (name: string): string => row[head.indexOf(name)] ?? ''
    const login = cell('patron_username')
    if (login === '') return []
    const monthly = (Number(cell('weekly_amount')) * 52) / 12
    const [name, image] = [cell('patron_public_name') || login, cell('patron_avatar_url') || undefined]
    return [{ name, url: `https://liberapay.com/${encodeURIComponent(login)}`, image, ...(monthly > 0 && { monthly }) }]
  })
}

function whole(body: string): string {
  if (body.startsWith('pledge_date,')) return body
  throw new HttpFailure('server', 'Liberapay does not say who sponsors: its answer is no table')
}

/** Rows of cells; a cell in quotes may hold commas, line endings and, doubled, quotes. */
function csv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '')
    if (end !== ',') rows.push([])
  }
  return rows.filter((row) => row.length > 1)
}
