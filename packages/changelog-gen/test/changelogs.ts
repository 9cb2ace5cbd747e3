import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Paths of the changelogs in the packages that this workspace uses. */
export function changelogs(): string[] {
  const store = join(import.meta.dirname, '../../../node_modules/.pnpm')
  const folders = namesIn(store).flatMap((entry) => packagesIn(join(store, entry, 'node_modules')))
  return folders.flatMap((folder) =>
    namesIn(folder)
      .filter((name) => /^(?:changelog|history)\.md$/i.test(name))
      .map((name) => join(folder, name)),
  )
}

function packagesIn(folder: string): string[] {
  return namesIn(folder).flatMap((name) =>
    name.startsWith('@') ? namesIn(join(folder, name)).map((own) => join(folder, name, own)) : [join(folder, name)],
  )
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
