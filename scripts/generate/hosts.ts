import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Fact, Host } from '../../packages/readme-lint/src/host.ts'
import type { HtmlList } from '../../packages/readme-lint/src/shown/html-list.ts'
import type { CaseGroup } from '../../packages/readme-lint/test/render/cases.ts'
import { root } from '../workspace.ts'
import type { GeneratedFile } from './generator.ts'

export const folders: readonly string[] = []

const source = 'packages/readme-lint/src'
const tests = 'packages/readme-lint/test/render'

/** What is known of every host, with where and when it was read. */
export async function files(): Promise<readonly GeneratedFile[]> {
  const names = readdirSync(join(root, source, 'hosts')).sort()
  const hosts = await Promise.all(names.map(async (name) => (await load<{ host: Host }>(`hosts/${name}`)).host))
  const { factsOf } = await load<{ factsOf: (host: Host) => [string, Fact<string>][] }>('shown/stale.ts')
  const groups = await caseGroups()
  const sections = hosts.map((host) =>
    sectionOf(
      host,
      factsOf(host),
      groups.filter((one) => one.host === host.name),
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
case is in [\`${tests}/\`](../${tests}), re-made from the place's own tests, code or documentation.

${casesOf(hosts, groups)}

What is left out, as a reader does not see it or it needs the place itself: \`rel\`, classes of looks and the colours of code; links of headings to themselves; addresses
of proxies and of the place's own copies of files, instead of which the repository is named; icons; and what a parser knows beyond GitHub Flavored Markdown, such
as definition lists (crates.io, Hex, JSR), superscript (Hex, JSR, docs.rs), grid tables and smileys (NuGet), quotation marks that are set (Open VSX), and numbers of issues (VS Code Marketplace).

${sections.join('\n\n')}
`
  return [{ path: 'docs/hosts.md', text }]
}

async function load<Module>(path: string, folder = source): Promise<Module> {
  return (await import(pathToFileURL(join(root, folder, path)).href)) as Module
}

async function caseGroups(): Promise<CaseGroup[]> {
  const names = readdirSync(join(root, tests)).filter((name) => name.endsWith('.cases.ts'))
  const files = await Promise.all(names.sort().map((name) => load<{ groups: readonly CaseGroup[] }>(name, tests)))
  return files.flatMap(({ groups }) => groups)
}

function casesOf(hosts: readonly Host[], groups: readonly CaseGroup[]): string {
  const rows = hosts.flatMap((host) => {
    const own = groups.filter((group) => group.host === host.name)
    return own.map(({ cases, source: from, date, certainty }) => [
      `[${host.title}](#${anchor(host.title)})`,
      String(cases.length),
      escaped(from),
      date,
      certainty,
    ])
  })
  return table([['Host', 'Cases', 'Source', 'Read', 'Certainty'], ...rows])
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

function sectionOf(host: Host, facts: readonly [string, Fact<string>][], groups: readonly CaseGroup[]): string {
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
    '',
    `Cases of its rendering: ${groups.reduce((count, { cases }) => count + cases.length, 0)}.`,
    ...lists,
  ].join('\n')
}

function whenShown({ name, kind, ecosystem, onRequest, namedOnly }: Host): string {
  if (onRequest || (kind !== 'forge' && !ecosystem))
    return `\`--host ${name}\`. Only asked for: nothing in a project tells that its README is read there.`
  if (kind === 'forge') return `\`--host ${name}\`. Found from the repository of the project.`
  return `\`--host ${name}\`. Found from a manifest of ${ecosystem}${namedOnly ? ' that names the README' : ''}.`
}

function howOf(name: string, fact: Fact<string>, { anchors, limit, images, links, markup }: Host): string {
  const { prefix } = anchors
  if (name === 'anchors' && fact.does !== 'none') {
    const quoted = [prefix.heading, prefix.written, prefix.link].map((text) => (text ? `\`${text}\`` : 'nothing'))
    return `slugs as ${fact.does}${anchors.markdownOnly ? ', of headings in Markdown only' : ''}; before headings stands ${quoted[0]}, before anchors in HTML ${quoted[1]}, links get ${quoted[2]}`
  }
  if (name === 'size' && limit) return `${limit.does} above ${limit.size.toLocaleString('en')} ${limit.unit}`
  if (name === 'schemes of links' && links) return [...links.schemes].join(', ')
  if (name === 'markup' && markup) return markupOf(markup)
  if (name === 'servers of images' && images?.trusted)
    return [...images.trusted.servers].filter((server) => !server.startsWith('www.')).join(', ')
  if (name === 'servers of SVG images' && images?.svg) return [...images.svg.servers].join(', ')
  return fact.does
}

function markupOf({
  alerts,
  demoted,
  firstLevel,
  noFirstHeading,
  footnoteTitle,
  emptyAlt,
}: NonNullable<Host['markup']>): string {
  const said = [
    alerts === 'admonition' && 'alerts are `<aside class="admonition">`',
    alerts === 'untitled' && 'alerts have no title',
    demoted !== undefined && `headings are ${demoted} level lower`,
    firstLevel !== undefined && `the first heading is of level ${firstLevel}, others keep their distance to it`,
    noFirstHeading && 'the first heading is removed where the README starts with it',
    footnoteTitle && 'footnotes have a heading that is read out and not seen',
    emptyAlt !== undefined && `an image without alt text gets "${emptyAlt}"`,
  ]
  return said.filter(Boolean).join('; ')
}

function listsOf({ tags, attributes, disputed, emptied, escaped }: HtmlList): string {
  const rows = [...attributes].map(([element, names]) => `* \`${element}\`: ${code(names)}`)
  return [
    '<details>',
    '<summary>Tags and attributes that it keeps</summary>',
    '',
    `Tags: ${code(tags)}.`,
    ...(disputed.size > 0 ? ['', `Not certain: ${code(disputed)}.`] : []),
    ...(emptied.size > 0 ? ['', `Removed with all that is in them: ${code(emptied)}.`] : []),
    ...(escaped.size > 0 ? ['', `Shown as text: ${code(escaped)}.`] : []),
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
