import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Fact, Host } from '../../packages/readme-lint/src/host.ts'
import { program as readmeLint } from '../../packages/readme-lint/src/program.ts'
import type { CaseGroup } from '../../packages/readme-lint/test/render/cases.ts'
import { inSampleRepository } from '../sample.ts'
import { root } from '../workspace.ts'
import type { GeneratedFile } from './generator.ts'
import { evidenceCells, whenShown, wordsOf } from './host-facts.ts'
import { hostPage, type Known } from './host-page.ts'
import { table } from './markdown.ts'
import { session } from './session.ts'

/** One page for each host, and nothing else. */
export const folders: readonly string[] = ['docs/hosts']

const source = 'packages/readme-lint/src'
const tests = 'packages/readme-lint/test/render'

/** What is known of every host, with where and when it was read, in one page for all and in one for each. */
export async function files(): Promise<readonly GeneratedFile[]> {
  const names = readdirSync(join(root, source, 'hosts')).sort()
  const hosts = await Promise.all(names.map(async (name) => (await load<{ host: Host }>(`hosts/${name}`)).host))
  const { factsOf } = await load<{ factsOf: (host: Host) => [string, Fact<string>][] }>('shown/stale.ts')
  const groups = await caseGroups()
  const known = await inSampleRepository((folder) =>
    Promise.all(
      hosts.map(
        async (host): Promise<Known> => ({
          host,
          facts: factsOf(host),
          groups: groups.filter((one) => one.host === host.name),
          shown: await session(readmeLint, folder, [['hosts', '--host', host.name]]),
        }),
      ),
    ),
  )
  const text = `<!-- Made by \`npm run generate\` from ${source}/hosts/. Do not edit. -->

# Hosts

What each place that shows a README makes of it. \`readme-lint hosts\` prints the part that concerns a README of yours, and \`--host NAME\` lints for
a place that no manifest tells.

*Source* means that the fact was read in the host's own code, *documented* in its documentation, *reported* that users say so; what is only
reported never makes an error. A fact that is more than a year old is told by \`readme-lint hosts --verbose\`.

**To refresh a fact**, read its source as it is now, change the fact and its date in [\`${source}/hosts/\`](../${source}/hosts) (or in
[\`sanitizers/\`](../${source}/sanitizers), which several hosts share), and run \`npm run generate\` and \`npm test\`.

${overview(hosts)}

## Cases

\`readme-lint render --host NAME --as html\` shows a README as a place does. These tables of what is known of the real places hold it to that; each
case is in [\`${tests}/\`](../${tests}), re-made from the place's own tests, code or documentation, and stands on the page of its place.

${casesOf(known)}

What is left out, as a reader does not see it or it needs the place itself: \`rel\`, classes of looks and the colours of code; links of headings to themselves; addresses
of proxies and of the place's own copies of files, instead of which the repository is named; icons; and what a parser knows beyond GitHub Flavored Markdown, such
as definition lists (crates.io, Hex, JSR), superscript (Hex, JSR, docs.rs), grid tables and smileys (NuGet), quotation marks that are set (Open VSX), and numbers of issues (VS Code Marketplace). Of reStructuredText: tables of contents,
links to sections by their titles, cells over several columns or rows, \`csv-table\`, and what roles but \`pep\` and \`rfc\` make of theirs.

## Where each fact was read

${known.map(sectionOf).join('\n\n')}
`
  return [
    { path: 'docs/hosts.md', text },
    ...known.map((one) => ({ path: `docs/hosts/${one.host.name}.md`, text: hostPage(one) })),
  ]
}

async function load<Module>(path: string, folder = source): Promise<Module> {
  return (await import(pathToFileURL(join(root, folder, path)).href)) as Module
}

async function caseGroups(): Promise<CaseGroup[]> {
  const names = readdirSync(join(root, tests)).filter((name) => name.endsWith('.cases.ts'))
  const files = await Promise.all(names.sort().map((name) => load<{ groups: readonly CaseGroup[] }>(name, tests)))
  return files.flatMap(({ groups }) => groups)
}

function casesOf(known: readonly Known[]): string {
  const rows = known.flatMap(({ host, groups }) =>
    groups.map((group) => [link(host), String(group.cases.length), ...evidenceCells(group)]),
  )
  return table([['Host', 'Cases', 'Source', 'Read', 'Certainty'], ...rows])
}

function overview(hosts: readonly Host[]): string {
  const columns = ['alert', 'footnote', 'task-list', 'mermaid', 'math', 'emoji-shortcode', 'gh-mode-fragment'] as const
  const rows = hosts.map((host) => [
    link(host),
    state(host.html),
    state(host.relativeLink),
    state(host.relativeImage),
    ...columns.map((feature) => state(host.features[feature])),
  ])
  return table([['Host', 'HTML', 'Relative link', 'Relative image', ...columns.map((name) => `\`${name}\``)], ...rows])
}

function state({ does, certainty }: Fact<string>): string {
  return certainty === 'reported' && does !== 'unknown' ? `${does}?` : does
}

/** The facts of a host, a row for each place where some were read. */
function sectionOf({ host, facts }: Known): string {
  const places = [...new Set(facts.map(([, fact]) => evidenceCells(fact).join(' | ')))]
  const rows = places.map((place) => {
    const read = facts.filter(([, fact]) => evidenceCells(fact).join(' | ') === place)
    return [read.map(([name, fact]) => `**${name}** ${wordsOf(name, fact, host)}`).join(' · '), place]
  })
  return [
    `### ${host.title}`,
    `${whenShown(host)} More: ${link(host)}.`,
    table([['What, and how', 'Source', 'Read', 'Certainty'], ...rows]),
  ].join('\n\n')
}

function link({ title, name }: Host): string {
  return `[${title}](hosts/${name}.md)`
}
