import type { Http } from '@frontdoor/kit/http/client'
import type { Io } from '@frontdoor/kit/io'
import { progress } from '@frontdoor/kit/terminal/progress'
import { openClient } from './open-client.ts'

/** Asks an address; see `Http`. */
export type Ask = Http['ask']

const ownAddresses = ['GITHUB_GRAPHQL_URL', 'FRONTDOOR_OPEN_COLLECTIVE_URL', 'FRONTDOOR_LIBERAPAY_URL']

/** The network of one run, opened when a generator first asks. */
export interface Network {
  readonly ask: Ask
  /** Must be called at the end. */
  close(): Promise<void>
}

export function openNetwork(io: Pick<Io, 'env' | 'now' | 'stderr'>, offline: boolean): Network {
  const bar = progress(io.stderr, 'asking hosts')
  // Whoever has a forge of their own names its address in the environment, and it may be in a private network.
  const allowPrivate = ownAddresses.some((name) => io.env[name] !== undefined)
  let http: Promise<Http> | undefined
  return {
    ask: async (question) => {
      http ??= openClient(io, { offline, allowPrivate })
      return bar.during((await http).ask(question))
    },
    async close() {
      bar.end()
      await (await http)?.close()
    },
  }
}
