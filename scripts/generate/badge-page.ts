import { packageParts } from '../../packages/badge-sync/src/address/own.ts'
import type { Badge } from '../../packages/badge-sync/src/badge.ts'
import { recognise } from '../../packages/badge-sync/src/badges.ts'
import type { Migration } from '../../packages/badge-sync/src/migration.ts'
import type { Written } from './badge-proposals.ts'
import { codeCell, table } from './markdown.ts'

/** The badges of one file of the source. */
export interface Family {
  readonly name: string
  /** What they are about, in a sentence. */
  readonly summary: string
  readonly badges: readonly Badge[]
}

/** What else is known of badges: how they are written, and what their addresses once were. */
export interface Surroundings {
  readonly written: ReadonlyMap<string, Written>
  readonly migrations: readonly Migration[]
}

/** The page of a badge: the addresses that are recognised, its link, its facts, how it is written, and what it was once called. */
export function badgePage(badge: Badge, family: Family, { written, migrations }: Surroundings): string {
  const { name, kind, title, images, link } = badge
  const proposal = written.get(name)
  const former = migrations.filter((migration) => badgeOf(migration) === name)
  const facts = factsFor(badge)
  const items = [
    `Recognised: ${images.map(codeOf).join(', ')}`,
    ...(link ? [`Leads to: ${codeOf(link)}`] : []),
    ...(facts.length > 0 ? [`Compared with: ${facts.join(', ')}`] : []),
    ...(proposal ? [`Written for: ${proposal.facts}`] : []),
    ...(proposal ? [`Written as: ${codeOf(`[![${proposal.alt}](${proposal.image})](${proposal.href})`)}`] : []),
  ]
  const parts = [
    `<!-- Made by \`npm run generate\` from packages/badge-sync/src/badges/${family.name}.ts. Do not edit. -->`,
    `# ${name}`,
    `${title}. Kind: ${kind}. One of [the badges of ${family.name}](../badges.md#${family.name}), where it is said how addresses are written here.`,
    items.map((item) => `* ${item}`).join('\n'),
    ...(former.length > 0 ? ['## Old addresses', migrationTable(former)] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

function codeOf(text: string): string {
  return `\`${text}\``
}

/** What becomes of addresses under `badge-sync migrate`. */
export function migrationTable(migrations: readonly Migration[]): string {
  const rows = migrations.map(({ example, status, because, source, suggest }) => [
    codeCell(example.from),
    example.to === undefined ? '–' : codeCell(example.to),
    `${status}: ${source ? `[${because}](${source})` : because}${suggest ? '; with `--unsafe`' : ''}`,
  ])
  return table([['Instead of', '`migrate` writes', 'Why'], ...rows])
}

/** The badge that a migration leads to, or the one that is gone; undefined where its addresses are of no badge that is known. */
export function badgeOf({ example: { from, to } }: Migration): string | undefined {
  return recognise(new URL(to ?? from))?.badge.name
}

const comparedWith: Readonly<Record<string, string>> = {
  branch: 'the default branch',
  owner: 'the repository',
  package: 'the name in a manifest (packagist)',
  workflow: 'the files in `.github/workflows`',
}

/** What the address of a badge is held to; see `src/checks/`. */
function factsFor({ name, images }: Badge): string[] {
  const parts = new Set(images.flatMap((image) => [...image.matchAll(/:([a-z]\w*)/gi)].map(([, part = '']) => part)))
  const packages = Object.entries(packageParts).filter(([part]) => parts.has(part))
  return [
    ...packages.map(([, ecosystem]) => `the name in a manifest (${ecosystem})`),
    ...(parts.has('owner') && !parts.has('repo') ? [] : pick(['owner'], parts)),
    ...(parts.has('vendor') ? pick(['package'], parts) : []),
    ...pick(['branch', 'workflow'], parts),
    ...(name === 'version' ? ['the version in the manifest'] : []),
    ...(name === 'license' ? ['the licence of the project'] : []),
  ]
}

function pick(names: readonly string[], parts: ReadonlySet<string>): string[] {
  return names.flatMap((name) => (parts.has(name) ? (comparedWith[name] ?? []) : []))
}
