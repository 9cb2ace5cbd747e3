import { section as badgeSync } from '../../packages/badge-sync/src/section.ts'
import { section as changelogGen } from '../../packages/changelog-gen/src/settings.ts'
import { configNames } from '../../packages/kit/src/config/read.ts'
import { configSchema } from '../../packages/kit/src/config/schema.ts'
import type { SettingSchema } from '../../packages/kit/src/options.ts'
import { sectionOf } from '../../packages/readme-lint/src/config/section.ts'
import type { Host } from '../../packages/readme-lint/src/host.ts'
import type { Rule } from '../../packages/readme-lint/src/rule.ts'
import type { GeneratedFile } from './generator.ts'
import { loadUnits } from './units.ts'

const address = 'https://raw.githubusercontent.com/frontdoor-tools/frontdoor/HEAD/docs/frontdoor.schema.json'

export const folders: readonly string[] = []

/** The JSON Schema of the config file, and a page that says the same in words. */
export async function files(): Promise<readonly GeneratedFile[]> {
  const [rules, hosts] = [await loadUnits<Rule>('rules'), await loadUnits<Host>('hosts')]
  const section = sectionOf(rules, hosts)
  const schema = configSchema(
    { 'readme-lint': section, 'changelog-gen': changelogGen, 'badge-sync': badgeSync },
    address,
  )
  return [
    { path: 'docs/frontdoor.schema.json', text: `${JSON.stringify(schema, undefined, 2)}\n` },
    { path: 'docs/config.md', text: page(section.properties, rules) },
  ]
}

function page(settings: Readonly<Record<string, SettingSchema>>, rules: readonly Rule[]): string {
  const names = configNames.map((name) => `\`${name}\``).join(', ')
  const withOptions = rules.filter(({ options }) => Object.keys(options).length > 0)
  return `<!-- Made by \`npm run generate\` from packages/<tool>/src and the rules. Do not edit. -->

# Configuration

No tool needs a config file. Where you want one, it is one file for all three tools, with a section for each:

\`\`\`yaml
# yaml-language-server: $schema=${address}
readme-lint:
  ignore: [examples/]
  hosts: [github, npm]
  rules:
    section/help: off
    section/install: error
    top/one-liner: { severity: warning, words: 5 }
\`\`\`

It is called ${names}, and lies in the folder of the README, in one above it up to the root of the
repository, or in a folder \`.config\` there; the nearest one counts. Instead of a file of its own it can be the key \`frontdoor\` in package.json or the
table \`[tool.frontdoor]\` in pyproject.toml. \`--config FILE\` names another. It is data and never code, so that a pull request cannot run any.

\`readme-lint init\` writes a first one. Editors complete and check it with [the JSON Schema](frontdoor.schema.json), whose address stands in
the first line above (in JSON: the key \`$schema\`).

## readme-lint

| Setting | Values | What it does |
| --- | --- | --- |
${Object.entries(settings).map(settingRow).join('\n')}

A rule is set to \`off\`, to a severity (\`error\`, \`warning\`, \`info\`), or to an object with \`severity\` and the options below. The rules and
their severities are listed in [rules](rules/README.md).

### Options of rules

| Rule | Option | Values | Default | What it does |
| --- | --- | --- | --- | --- |
${withOptions.flatMap(optionRows).join('\n')}

## changelog-gen

| Setting | Values | What it does |
| --- | --- | --- |
${Object.entries(changelogGen.properties).map(settingRow).join('\n')}

## badge-sync

| Setting | Values | What it does |
| --- | --- | --- |
${Object.entries(badgeSync.properties).map(settingRow).join('\n')}

The blocks and their options are listed in [blocks](blocks.md).
`
}

function settingRow([name, schema]: [string, SettingSchema]): string {
  return `| \`${name}\` | ${cell(values(schema))} | ${cell(schema.description ?? '')} |`
}

function optionRows({ name, options }: Rule): string[] {
  return Object.entries(options).map(([option, schema]) => {
    const standard = `\`${JSON.stringify(schema.default)}\``
    return `| [${name}](rules/${name}.md) | \`${option}\` | ${cell(values(schema))} | ${cell(standard)} | ${cell(schema.description)} |`
  })
}

/** What a setting can be, in words. */
function values({ type, anyOf, enum: choices, items, title, minimum, maximum }: SettingSchema): string {
  if (anyOf) return [...new Set(anyOf.map(values))].join(', or ')
  if (choices) return choices.map((choice) => `\`${JSON.stringify(choice)}\``).join(', ')
  if (items) return items.enum ? `a list of ${values(items)}` : `a list of ${String(items.type)}s`
  if (title !== undefined) return `an object with a key for each ${title}`
  const limits = [minimum === undefined ? '' : ` from ${minimum}`, maximum === undefined ? '' : ` to ${maximum}`].join(
    '',
  )
  if (type === 'boolean') return '`true`, `false`'
  if (type === 'object') return 'an object'
  return `${type === 'integer' ? 'a whole number' : `a ${String(type)}`}${limits}`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
