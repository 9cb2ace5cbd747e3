import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Every README, changelog and licence in Markdown that the dependencies of this repository ship, each text once, without a byte order mark. */
export function installedDocuments(): readonly string[] {
  documents ??= readDocuments()
  return documents
}

/** To find them takes a second, and many tests want them. */
let documents: readonly string[] | undefined

function readDocuments(): readonly string[] {
  const store = fileURLToPath(new URL('../../../../node_modules/.pnpm', import.meta.url))
  const paths = readdirSync(store, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    // Links to other folders of the store, and to the packages of this repository, whose fixtures have faults.
    .filter((path) => !path.startsWith(`${store}/node_modules/`))
    .sort()
  return [...new Set(paths.map((path) => readFileSync(path, 'utf8').replace(/^\uFEFF/, '')))]
}
