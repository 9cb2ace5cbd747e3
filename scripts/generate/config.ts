import { section as badgeSync } from '../../packages/badge-sync/src/section.ts'
import { section as changelogGen } from '../../packages/changelog-gen/src/settings-schema.ts'
import type { SettingSchema } from '../../packages/kit/src/config/options.ts'
import { configNames } from '../../packages/kit/src/config/read.ts'
import { configSchema } from '../../packages/kit/src/config/schema.ts'
import { sectionOf } from '../../packages/readme-lint/src/config/section.ts'
import type { Host } from '../../packages/readme-lint/src/host.ts'
import type { Rule } from '../../packages/readme-lint/src/rule.ts'
import { changelogPart } from './changelog-settings.ts'
import type { GeneratedFile } from './generator.ts'
import { cell, settingTable, values } from './setting-table.ts'
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

${settingTable(settings)}

A rule is set to \`off\`, to a severity (\`error\`, \`warning\`, \`info\`), or to an object with \`severity\` and the options below. The rules and
their severities are listed in [rules](rules/README.md).

### Options of rules

| Rule | Option | Values | Default | What it does |
| --- | --- | --- | --- | --- |
${withOptions.flatMap(optionRows).join('\n')}

## changelog-gen

${changelogPart()}

## badge-sync

${settingTable(badgeSync.properties)}

\`\`\`yaml
badge-sync:
  kinds: [ci, version, license]
  style: flat-square
  checks: { badge/alt: off }
  blocks:
    toc: { max: 3 }
  render: { folder: docs/badges }
\`\`\`

The blocks and their options are listed in [blocks](blocks.md).
`
}

function optionRows({ name, options }: Rule): string[] {
  return Object.entries(options).map(([option, schema]) => {
    const standard = `\`${JSON.stringify(schema.default)}\``
    return `| [${name}](rules/${name}.md) | \`${option}\` | ${cell(values(schema))} | ${cell(standard)} | ${cell(schema.description)} |`
  })
}
