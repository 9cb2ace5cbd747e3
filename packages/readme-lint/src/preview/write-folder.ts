import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileError, readBytes } from '@frontdoor/kit/files'
import { UserError } from '@frontdoor/kit/io'
import { loadAssets } from './assets.ts'
import type { Shown } from './desk.ts'
import { filesFolder } from './images.ts'
import { generator, writtenPage } from './page.ts'

/**
 * Writes the page with all its contents, and the images of the project that it shows, into a folder.
 *
 * @returns how many files
 * @throws {UserError} where the README cannot be read, or the folder has a page that is not ours
 */
export async function writeFolder({ view, look, frame }: Shown, folder: string, shown: string): Promise<number> {
  if (!look) throw new UserError(view.problem ?? 'there is nothing to show')
  const index = join(folder, 'index.html')
  if (!isOurs(index)) throw new UserError(`${shown}/index.html was not written by readme-lint; name another folder`)
  const frames = new Map<string, string>()
  const files = new Set<string>()
  for (const { name } of view.hosts) {
    const found = await frame(name)
    frames.set(name, found?.html ?? '')
    for (const file of found?.files ?? []) files.add(file)
  }
  const page = writtenPage(await loadAssets(), { view: { ...view, writable: false }, frames })
  const { root } = look.subject.home
  try {
    for (const file of files) write(join(folder, filesFolder, file), readBytes(join(root, file), root))
    write(index, page.html)
  } catch (error) {
    throw fileError(error, 'write', shown)
  }
  return files.size + 1
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}

/** True for a page of ours, and where there is none. */
function isOurs(path: string): boolean {
  try {
    return readFileSync(path, 'utf8').includes(generator)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
  }
}
