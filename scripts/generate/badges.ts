import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Badge } from '../../packages/badge-sync/src/badge.ts'
import { root } from '../workspace.ts'
import type { GeneratedFile } from './generator.ts'

const tool = 'packages/badge-sync'

export const folders: readonly string[] = []

/** The list of badges in the code of badge-sync, and a page of what it recognises. */
export async function files(): Promise<readonly GeneratedFile[]> {
  const families = readdirSync(join(root, tool, 'src/badges'))
    .sort(generalLast)
    .map((name) => name.replace(/\.ts$/, ''))
  const badges = await Promise.all(families.map(load))
  return [
    { path: `${tool}/src/badges.generated.ts`, text: listing(families) },
    { path: 'docs/badges.md', text: page(badges.flat()) },
  ]
}

/** What fits much is tried last. */
function generalLast(a: string, b: string): number {
  return Number(a === 'written.ts') - Number(b === 'written.ts') || (a < b ? -1 : 1)
}

async function load(family: string): Promise<readonly Badge[]> {
  const module = (await import(pathToFileURL(join(root, tool, 'src/badges', `${family}.ts`)).href)) as {
    badges: readonly Badge[]
  }
  return module.badges
}

function listing(families: readonly string[]): string {
  const imports = families.toSorted().map((family) => `import { badges as ${family} } from './badges/${family}.ts'`)
  return `// Made by \`npm run generate\` from src/badges/. Do not edit.
import type { Badge } from './badge.ts'
${imports.join('\n')}

export const badges: readonly Badge[] = [
${families.map((family) => `  ...${family},`).join('\n')}
]
`
}

function page(badges: readonly Badge[]): string {
  const rows = badges.map(
    ({ name, kind, title, images }) =>
      `| ${name} | ${kind} | ${title} | ${[...new Set(images.map(hostOf))].join(', ')} |`,
  )
  return `<!-- Made by \`npm run generate\` from packages/badge-sync/src/badges. Do not edit. -->

# Badges that badge-sync recognises

| Badge | Kind | Title | Hosts |
| --- | --- | --- | --- |
${rows.join('\n')}
`
}

function hostOf(image: string): string {
  return image.split('/')[0] ?? ''
}
