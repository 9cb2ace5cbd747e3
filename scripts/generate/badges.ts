import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { linkMigrations, migrations } from '../../packages/badge-sync/src/migrations.ts'
import { root } from '../workspace.ts'
import { badgeOf, badgePage, type Family, migrationTable } from './badge-page.ts'
import { writtenBadges } from './badge-proposals.ts'
import type { GeneratedFile } from './generator.ts'
import { table } from './markdown.ts'

const tool = 'packages/badge-sync'

/** One page for each badge, and nothing else. */
export const folders: readonly string[] = ['docs/badges']

/** The list of badges in the code of badge-sync, a page of all that it recognises by families, and a page for each badge. */
export async function files(): Promise<readonly GeneratedFile[]> {
  const names = readdirSync(join(root, tool, 'src/badges'))
    .sort(generalLast)
    .map((name) => name.replace(/\.ts$/, ''))
  const families = await Promise.all(names.map(load))
  const surroundings = { written: await writtenBadges(), migrations }
  return [
    { path: `${tool}/src/badges.generated.ts`, text: listing(names) },
    { path: 'docs/badges.md', text: indexPage(families) },
    ...families.flatMap((family) =>
      family.badges.map((badge) => ({
        path: `docs/badges/${badge.name}.md`,
        text: badgePage(badge, family, surroundings),
      })),
    ),
  ]
}

/** What fits much is tried last. */
function generalLast(a: string, b: string): number {
  return Number(a === 'written.ts') - Number(b === 'written.ts') || (a < b ? -1 : 1)
}

async function load(name: string): Promise<Family> {
  const file = join(root, tool, 'src/badges', `${name}.ts`)
  const { badges } = (await import(pathToFileURL(file).href)) as Pick<Family, 'badges'>
  const [, summary] = /\/\*\* (.*) \*\/\nexport const badges/.exec(readFileSync(file, 'utf8')) ?? []
  if (summary === undefined) throw new Error(`src/badges/${name}.ts does not say what its badges are about`)
  return { name, summary, badges }
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

function indexPage(families: readonly Family[]): string {
  const others = migrations.filter((migration) => badgeOf(migration) === undefined)
  return `<!-- Made by \`npm run generate\` from packages/badge-sync/src/badges. Do not edit. -->

# Badges that badge-sync recognises

A badge is known by the address of its image, in Markdown and in HTML. The pages behind the names say which addresses that are, where the badge leads, what of the project
it is compared with, how \`badge-sync init\` and the block [\`badges\`](blocks/badges.md) write it, and which older addresses \`badge-sync migrate\` makes into it.

Addresses are written as patterns: \`:name\` is one part between slashes, \`:name+\` one or more, \`:name(a|b)\` one of these, and what stands in \`[…]\` may be missing. The
query counts for nothing, and neither do \`www.\`, \`.svg\` and \`.png\`.

${families.map(chapter).join('\n\n')}

## Other old addresses

\`badge-sync migrate\` knows these, too, of services that have no badge above. A dash means that nothing takes the place of the badge, and it is taken out; what wants an eye only with \`--unsafe\`.

${migrationTable(others)}

## Pages behind badges

What a badge leads to can grow old, too:

${migrationTable(linkMigrations)}
`
}

function chapter({ name, summary, badges }: Family): string {
  const rows = badges.map((badge) => [
    `[${badge.name}](badges/${badge.name}.md)`,
    badge.kind,
    badge.title,
    [...new Set(badge.images.map(hostOf))].join(', '),
  ])
  return `## ${name}\n\n${summary}\n\n${table([['Badge', 'Kind', 'Title', 'Hosts'], ...rows])}`
}

function hostOf(image: string): string {
  return image.split('/')[0] ?? ''
}
