import { sep } from 'node:path'
import type { Disk } from '../files/disk.ts'
import { gitIgnored } from '../files/ignored.ts'
import { type Readme, readmeAt, readmeIn } from './readmes.ts'

/** Folders that hold what others wrote, or what git keeps. */
const never = new Set([
  '.git',
  'node_modules',
  'bower_components',
  'vendor',
  'third_party',
  'third-party',
  'thirdparty',
  '3rdparty',
  'Pods',
  'Carthage',
])

/**
 * Every README below a folder, the folder's own first, then by path. What `.gitignore` leaves out is not there, and
 * symbolic links to folders are not followed. A folder that is itself left out, but named, is looked into.
 *
 * @param root of the repository, absolute
 */
export async function readmesBelow(folder: string, root: string, disk: Disk): Promise<Readme[]> {
  const ignoredIn = gitIgnored(root, disk)
  const top = (await ignoredIn(folder))(folder + sep) ? gitIgnored(folder, disk) : ignoredIn
  const found: Readme[] = []
  const walk = async (at: string): Promise<void> => {
    const ignored = await top(at)
    const readme = readmeIn(at, disk)
    if (readme !== undefined && !ignored(readme)) found.push(readmeAt(readme))
    for (const [name, kind] of disk.list(at) ?? []) {
      const inner = at.endsWith(sep) ? at + name : at + sep + name
      if (kind === 'directory' && !never.has(name) && !ignored(inner + sep)) await walk(inner)
    }
  }
  await walk(folder)
  return found
}
