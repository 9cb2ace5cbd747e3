import { isAbsolute, join } from 'node:path'
import type { Io } from '../io.ts'

/**
 * Absolute path of the folder in which this person's caches lie: `FRONTDOOR_CACHE`, or where the system wants them. Undefined
 * where the environment names none, or a relative path: a project could have put files there. It may not be there yet.
 */
export function cacheFolder(
  { env }: Pick<Io, 'env'>,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const folder =
    env.FRONTDOOR_CACHE || (env.XDG_CACHE_HOME ? join(env.XDG_CACHE_HOME, 'frontdoor') : usual(env, platform))
  return folder && isAbsolute(folder) ? folder : undefined
}

function usual({ HOME, LOCALAPPDATA }: Io['env'], platform: NodeJS.Platform): string | undefined {
  if (platform === 'win32') return LOCALAPPDATA && join(LOCALAPPDATA, 'frontdoor', 'Cache')
  return HOME && join(HOME, platform === 'darwin' ? 'Library/Caches' : '.cache', 'frontdoor')
}
