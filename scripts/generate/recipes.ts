import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pinned from '../../packages/actions/pinned.json' with { type: 'json' }
import { root } from '../workspace.ts'
import type { GeneratedFile } from './generator.ts'
import { replaceRegion } from './region.ts'

const folder = 'docs/recipes/github-actions'

/** The recipes are written by hand, but for the workflows of this repository in them. */
export const folders: readonly string[] = []

/** The pages of recipes, with the workflows that this repository runs itself, and our own actions by the commit in pinned.json. */
export async function files(): Promise<readonly GeneratedFile[]> {
  return readdirSync(join(root, folder))
    .sort()
    .map((name) => `${folder}/${name}`)
    .map((path) => ({ path, text: withPins(withWorkflow(readText(path))) }))
}

function withWorkflow(page: string): string {
  const [, path] = /^<!-- recipe:start (\S+),/m.exec(page) ?? []
  if (path === undefined) return page
  const workflow = readText(path).replaceAll('uses: ./actions/', 'uses: frontdoor-tools/frontdoor/actions/')
  const block = workflow.replaceAll(/(uses: frontdoor-tools\/\S+)/g, '$1@COMMIT').trimEnd()
  return replaceRegion(page, 'recipe', `\`\`\`yaml\n${block}\n\`\`\``)
}

/** A commit cannot know its own name, so the pages name an earlier one. */
function withPins(page: string): string {
  return page.replaceAll(
    /(uses: frontdoor-tools\/[^\s@]+)@(?:COMMIT|[\da-f]{40})(?: # \S+)?/g,
    `$1@${pinned.commit} # ${pinned.version}`,
  )
}

function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}
