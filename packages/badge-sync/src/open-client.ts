import { join } from 'node:path'
import { cacheFolder } from '@frontdoor/kit/cache/folder'
import { agentOf } from '@frontdoor/kit/cli/version'
import type { Http, HttpSettings } from '@frontdoor/kit/http/client'
import type { Io } from '@frontdoor/kit/io'

/** How badge-sync asks hosts. */
interface Asking extends Pick<HttpSettings, 'allowPrivate' | 'limits' | 'connection'> {
  readonly offline: boolean
}

/** Opens the network, whose code is loaded only now. */
export async function openClient(io: Pick<Io, 'env' | 'now'>, { offline, ...options }: Asking): Promise<Http> {
  const { openHttp } = await import('@frontdoor/kit/http/client')
  const folder = cacheFolder(io)
  return openHttp(io, {
    agent: agentOf('badge-sync'),
    mode: offline ? 'offline' : 'online',
    cache: folder && join(folder, 'http'),
    ...options,
  })
}
