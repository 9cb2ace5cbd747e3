import { join } from 'node:path'
import { cacheFolder } from '@frontdoor/kit/cache/folder'
import { agentOf } from '@frontdoor/kit/cli/version'
import { openHttp } from '@frontdoor/kit/http/client'
import type { Io } from '@frontdoor/kit/io'
import { progress } from '@frontdoor/kit/terminal/progress'
import { type Visit, visit } from './visit.ts'

/** Where addresses lead, as far as a run may ask. */
export interface Web {
  /** Each address is visited once in a run. */
  visit(url: string): Promise<Visit>
  /** Addresses of which nothing can be said so far, with the reason. Where no host at all exists, it is this machine that has no network. */
  unknown(): ReadonlyMap<string, string>
  /** Must be called at the end. */
  close(): Promise<void>
}

export interface WebSettings {
  /** Only looks at what is kept from earlier runs. */
  readonly offline: boolean
  readonly allowPrivate: boolean
}

/** A run of many hundred addresses takes minutes; a host that asks for patience gets a little. Milliseconds. */
const limits = { run: 600_000, wait: 20_000 }

export function openWeb(io: Io, { offline, allowPrivate }: WebSettings): Web {
  const folder = cacheFolder(io)
  const http = openHttp(io, {
    agent: agentOf('readme-lint'),
    mode: offline ? 'offline' : 'online',
    cache: folder && join(folder, 'http'),
    allowPrivate,
    limits,
  })
  const bar = progress(io.stderr, 'checking addresses')
  const visits = new Map<string, Promise<Visit>>()
  const unknown = new Map<string, string>()
  const lost = new Map<string, string>()
  let online = false
  const note = (url: string, found: Visit): void => {
    if (found.state === 'unknown') unknown.set(url, found.why)
    else if (found.state === 'no-host') lost.set(url, `there is no host ${found.host}`)
    else online = true
  }
  return {
    visit(url) {
      const known = visits.get(url)
      if (known) return known
      const visiting = bar.during(visit(http, url)).then((found) => {
        note(url, found)
        return found
      })
      visits.set(url, visiting)
      return visiting
    },
    unknown: () => (online ? unknown : new Map([...unknown, ...lost])),
    async close() {
      bar.end()
      await http.close()
    },
  }
}

/** What a run did not learn, as a line for the user; undefined where it learned all. */
export function unknownLine(web: Pick<Web, 'unknown'>): string | undefined {
  const unknown = web.unknown()
  if (unknown.size === 0) return undefined
  const shown = [...unknown].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, 3)
  const more = unknown.size > shown.length ? ` and ${unknown.size - shown.length} more` : ''
  const count = unknown.size === 1 ? '1 address' : `${unknown.size} addresses`
  return `nothing is known of ${count}: ${shown.map(([url, why]) => `${url} (${why})`).join(', ')}${more}`
}
