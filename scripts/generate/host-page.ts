import type { Fact, Host } from '../../packages/readme-lint/src/host.ts'
import type { HtmlList } from '../../packages/readme-lint/src/sanitizers/html-list.ts'
import type { CaseGroup } from '../../packages/readme-lint/test/render/cases.ts'
import { escaped, evidenceCells, whenShown, wordsOf } from './host-facts.ts'
import { codeCell, table } from './markdown.ts'

/** All that is known of a host. */
export interface Known {
  readonly host: Host
  readonly facts: readonly (readonly [name: string, fact: Fact<string>])[]
  readonly groups: readonly CaseGroup[]
  /** A session with `readme-lint hosts` on the sample project. */
  readonly shown: string
}

/** The page of one host: its facts, its list of tags, the sample project there, and the cases of its rendering. */
export function hostPage({ host, facts, groups, shown }: Known): string {
  const rows = facts.map(([name, fact]) => [name, wordsOf(name, fact, host), ...evidenceCells(fact)])
  const parts = [
    `<!-- Made by \`npm run generate\` from packages/readme-lint/src/hosts/${host.name}.ts and its cases. Do not edit. -->`,
    `# ${host.title}`,
    `${whenShown(host)} [All hosts](../hosts.md) says what the words and certainties mean.`,
    `\`\`\`sh\nnpx readme-lint --host ${host.name}           # lint for it\nnpx readme-lint hosts --host ${host.name}     # what it makes of your README, as a table\nnpx readme-lint render --host ${host.name}    # a README that reads well there\n\`\`\``,
    '## What it does',
    table([['What', 'How', 'Source', 'Read', 'Certainty'], ...rows]),
    ...(host.html.does === 'filtered' ? listParts(host.html.allows) : []),
    '## The sample project there',
    'What is said of [examples/sample](../../examples/sample/README.md):',
    shown,
    ...(groups.length > 0 ? ['## Cases', casesNote, ...groups.map(caseTable)] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

const casesNote = `What \`readme-lint render --as html\` is held to by its tests: a README, and the HTML that the place is known to make of it. \`↵\` is a line end.
The project of each is at \`https://github.com/o/tea\`.`

function caseTable(group: CaseGroup): string {
  const [source, date, certainty] = evidenceCells(group)
  const rows = group.cases.map(([name, readme, html, setting]) => [
    escaped(name) + settingOf(setting),
    codeCell(readme),
    codeCell(html),
  ])
  return `From ${source}, read ${date} (${certainty}):\n\n${table([['What', 'README', 'Shown'], ...rows])}`
}

function settingOf(setting: CaseGroup['cases'][number][3]): string {
  const said = [
    ...(setting?.path ? [`README at \`${setting.path}\``] : []),
    ...(setting?.homeless ? ['the manifest names no repository'] : []),
  ]
  return said.length > 0 ? ` (${said.join('; ')})` : ''
}

function listParts({ tags, attributes, disputed, emptied, escaped: shownAsText }: HtmlList): string[] {
  const rows = [...attributes].map(([element, names]) => [`\`${element}\``, code(names)])
  return [
    '## Tags and attributes that it keeps',
    `Tags: ${code(tags)}.`,
    ...(disputed.size > 0 ? [`Not certain: ${code(disputed)}.`] : []),
    ...(emptied.size > 0 ? [`Removed with all that is in them: ${code(emptied)}.`] : []),
    ...(shownAsText.size > 0 ? [`Shown as text: ${code(shownAsText)}.`] : []),
    table([['Element, `*` for every one', 'Attributes'], ...rows]),
  ]
}

function code(names: ReadonlySet<string>): string {
  return [...names].map((name) => `\`${name}\``).join(' ')
}
