import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Fact, Host } from '../../packages/readme-lint/src/host.ts'
import type { HtmlList } from '../../packages/readme-lint/src/shown/html-list.ts'
import { root } from '../workspace.ts'
import type { GeneratedFile } from './generator.ts'

export const folders: readonly string[] = []

const source = 'packages/readme-lint/src'

/** What is known of every host, with where and when it was read. */
export async function files(): Promise<readonly GeneratedFile[]> {
  const names = readdirSync(join(root, source, 'hosts')).sort()
  const hosts = await Promise.all(names.map(async (name) => (await load<{ host: Host }>(`hosts/${name}`)).host))
  const { factsOf } = await load<{ factsOf: (host: Host) => [string, Fact<string>][] }>('shown/stale.ts')
  const sections = hosts.map((host) => sectionOf(host, factsOf(host)))
  const text = `<!-- Made by \`npm run generate\` from ${source}/hosts/. Do not edit. -->

# Hosts

What each place that shows a README makes of it. \`readme-lint hosts\` prints the part that concerns a README of yours, and \`--host NAME\` lints for
a place that no manifest tells.

*Source* means that the fact was read in the host's own code, *documented* in its documentation, *reported* that users say so; what is only
reported never makes an error. A fact that is more than a year old is told by \`readme-lint hosts --verbose\`.

**To refresh a fact**, read its source as it is now, change the fact and its date in [\`${source}/hosts/\`](../${source}/hosts) (or in
[\`sanitizers/\`](../${source}/sanitizers), which several hosts share), and run \`npm run generate\` and \`npm test\`.

${overview(hosts)}

${sections.join('\n\n')}
`
  return [{ path: 'docs/hosts.md', text }]
}

async function load<Module>(path: string): Promise<Module> {
  return (await import(pathToFileURL(join(root, source, path)).href)) as Module
}

function overview(hosts: readonly Host[]): string {
  const columns = ['alert', 'footnote', 'task-list', 'mermaid', 'math', 'emoji-shortcode', 'gh-mode-fragment'] as const
  const rows = hosts.map((host) => [
    `[${host.title}](#${anchor(host.title)})`,
    state(host.html),
    state(host.relativeLink),
    state(host.relativeImage),
    ...columns.map((feature) => state(host.features[feature])),
  ])
  return table([['Host', 'HTML', 'Relative link', 'Relative image', ...columns.map((name) => `\`${name}\``)], ...rows])
}

/** GitHub's anchor of a title that has letters, blanks and full stops. */
function anchor(title: string): string {
  return title.toLowerCase().replaceAll('.', '').replaceAll(' ', '-')
}

function state({ does, certainty }: Fact<string>): string {
  return certainty === 'reported' && does !== 'unknown' ? `${does}?` : does
}

function sectionOf(host: Host, facts: readonly [string, Fact<string>][]): string {
  const rows = facts.map(([name, fact]) => [
    name,
    [howOf(name, fact, host), fact.note].filter(Boolean).join('; '),
    escaped(fact.source),
    fact.date,
    fact.certainty,
  ])
  const lists = host.html.does === 'filtered' ? ['', listsOf(host.html.allows)] : []
  return [
    `## ${host.title}`,
    '',
    whenShown(host),
    '',
    table([['What', 'How', 'Source', 'Read', 'Certainty'], ...rows]),
    ...lists,
  ].join('\n')
}

function whenShown({ name, kind, ecosystem, onRequest, namedOnly }: Host): string {
  if (onRequest || (kind !== 'forge' && !ecosystem))
    return `\`--host ${name}\`. Only asked for: nothing in a project tells that its README is read there.`
  if (kind === 'forge') return `\`--host ${name}\`. Found from the repository of the project.`
  return `\`--host ${name}\`. Found from a manifest of ${ecosystem}${namedOnly ? ' that names the README' : ''}.`
}

function howOf(name: string, fact: Fact<string>, { anchors, limit, images }: Host): string {
  const { prefix } = anchors
  if (name === 'anchors' && fact.does !== 'none') {
    const quoted = [prefix.heading, prefix.written, prefix.link].map((text) => (text ? `\`${text}\`` : 'nothing'))
    return `slugs as ${fact.does}${anchors.markdownOnly ? ', of headings in Markdown only' : ''}; before headings stands ${quoted[0]}, before anchors in HTML ${quoted[1]}, links get ${quoted[2]}`
  }
  if (name === 'size' && limit) return `${limit.does} above ${limit.size.toLocaleString('en')} ${limit.unit}`
  if (name === 'servers of images' && images?.trusted)
    return [...images.trusted.servers].filter((server) => !server.startsWith('www.')).join(', ')
  if (name === 'servers of SVG images' && images?.svg) return [...images.svg.servers].join(', ')
  return fact.does
}

function listsOf({ tags, attributes, disputed, emptied }: HtmlList): string {
  const rows = [...attributes].map(([element, names]) => `* \`${element}\`: ${code(names)}`)
  return [
    '<details>',
    '<summary>Tags and attributes that it keeps</summary>',
    '',
    `Tags: ${code(tags)}.`,
    ...(disputed.size > 0 ? ['', `Not certain: ${code(disputed)}.`] : []),
    ...(emptied.size > 0 ? ['', `Removed with all that is in them: ${code(emptied)}.`] : []),
    '',
    'Attributes, `*` for every element:',
    '',
    ...rows,
    '',
    '</details>',
  ].join('\n')
}

function code(names: ReadonlySet<string>): string {
  return [...names].map((name) => `\`${name}\``).join(' ')
}

function escaped(text: string): string {
  return text.replaceAll(/[<>|*_]/g, '\\$&')
}

function table(rows: readonly (readonly string[])[]): string {
  const [header = [], ...body] = rows
  return [header, header.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |`).join('\n')
}
