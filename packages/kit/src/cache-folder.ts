import { join } from 'node:path'
import type { Io } from './io.ts'

/**
 * Absolute path of the folder in which this person's caches lie: where the system wants them, or `FRONTDOOR_CACHE`. Undefined
 * where the environment names no home. It may not be there yet.
 */
export function cacheFolder(
  { env }: Pick<Io, 'env'>,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  if (env.FRONTDOOR_CACHE) return env.FRONTDOOR_CACHE
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'frontdoor')
  if (platform === 'win32') return env.LOCALAPPDATA && join(env.LOCALAPPDATA, 'frontdoor', 'Cache')
  return env.HOME && join(env.HOME, platform === 'darwin' ? 'Library/Caches' : '.cache', 'frontdoor')
}
