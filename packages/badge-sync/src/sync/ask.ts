import { join } from 'node:path'
import { cacheFolder } from '@frontdoor/kit/cache-folder'
import type { Http } from '@frontdoor/kit/http/client'
import type { Io } from '@frontdoor/kit/io'
import { progress } from '@frontdoor/kit/progress'

/** Asks an address; see `Http`. */
export type Ask = Http['ask']

const ownAddresses = ['GITHUB_GRAPHQL_URL', 'FRONTDOOR_OPEN_COLLECTIVE_URL', 'FRONTDOOR_LIBERAPAY_URL']

/** The network of one run, opened when a generator first asks. */
export interface Network {
  readonly ask: Ask
  /** Must be called at the end. */
  close(): Promise<void>
}

export function openNetwork(io: Pick<Io, 'env' | 'now' | 'stderr'>, offline: boolean, agent: string): Network {
  const bar = progress(io.stderr, 'asking hosts')
  let http: Promise<Http> | undefined
  const open = async (): Promise<Http> => {
    const { openHttp } = await import('@frontdoor/kit/http/client')
    const folder = cacheFolder(io)
    return openHttp(io, {
      agent: `${agent} (+https://github.com/frontdoor-tools/frontdoor)`,
      mode: offline ? 'offline' : 'online',
      cache: folder && join(folder, 'http'),
      // Whoever has a forge of their own names its address in the environment, and it may be in a private network.
      allowPrivate: ownAddresses.some((name) => io.env[name] !== undefined),
    })
  }
  return {
    ask: async (question) => {
      http ??= open()
      return bar.during((await http).ask(question))
    },
    async close() {
      bar.end()
      await (await http)?.close()
    },
  }
}
