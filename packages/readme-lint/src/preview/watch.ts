import { type FSWatcher, unwatchFile, watch, watchFile } from 'node:fs'
import { dirname } from 'node:path'

/** A pause after which several changes are one: editors write, rename and touch. In milliseconds. */
const pause = 40

/** How often a file is looked at where the system tells nothing. In milliseconds. */
const interval = 400

/**
 * Calls back when a file changes, or anything else in its folder or in the other folders: manifests, configs, images.
 *
 * @returns what stops it
 */
export function watchReadme(file: string, folders: readonly string[], changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(changed, pause)
  }
  // A folder, since a file that an editor replaces is another file. Some systems and network drives tell nothing, so the file
  // itself is looked at, too.
  const watchers = [...new Set([dirname(file), ...folders])].flatMap((folder) => watchFolder(folder, soon))
  watchFile(file, { interval, persistent: false }, soon)
  return () => {
    clearTimeout(timer)
    unwatchFile(file, soon)
    for (const watcher of watchers) watcher.close()
  }
}

function watchFolder(folder: string, changed: () => void): FSWatcher[] {
  try {
    const watcher = watch(folder, { persistent: false }, changed)
    watcher.on('error', () => watcher.close())
    return [watcher]
  } catch {
    return []
  }
}
