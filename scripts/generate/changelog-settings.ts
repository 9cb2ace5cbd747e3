import { section } from '../../packages/changelog-gen/src/settings-schema.ts'
import { contextSchema } from '../../packages/changelog-gen/src/sources/context.ts'
import { overrideSchema } from '../../packages/changelog-gen/src/sources/overrides.ts'
import type { SettingSchema } from '../../packages/kit/src/config/options.ts'
import { settingTable } from './setting-table.ts'

/** The settings of changelog-gen, those within them, and the other files in which a project tells it something. */
export function changelogPart(): string {
  const { categories, labels, draft } = section.properties
  const category = propertiesOf(categories?.items)
  return `${settingTable(section.properties)}

\`\`\`yaml
changelog-gen:
  tags: "{name}@{version}"
  categories:
    - { title: Features, when: { type: feat } }
    - title: Documentation
      when:
        - { type: docs }
        - { path: docs/, mode: only }
    - { title: Internal, when: { type: [chore, ci, test] }, hidden: true, bump: none }
    - { title: Fixes and more }
  labels:
    - { label: documentation, files: ["docs/**"], title: ["/^docs/i"] }
\`\`\`

### A category

${settingTable(category, 'Key')}

A condition holds where all that it gives does; of several words for one key, one is enough. What no category takes is left out, and
\`changelog-gen explain\` says so: a last one without \`when\` takes all that is left.

${settingTable(propertiesOf(category.when?.anyOf?.[0]), 'Condition')}

### A label

${settingTable(propertiesOf(labels?.items), 'Key')}

### A draft

${settingTable(propertiesOf(draft), 'Key')}

Its sections, and its bumps but for the first two keys:

${settingTable(propertiesOf(propertiesOf(draft).sections?.items), 'Key')}

### An entry that is corrected after the merge

In \`.changelog/overrides.yml\`, by the hash of the commit or the number of the pull request:

\`\`\`yaml
"#12": { text: Refresh an entry **before** it goes stale, section: Changed }
7c996d3d74: { skip: true }
\`\`\`

${settingTable(overrideSchema.properties, 'Key')}

Or in a note of git, which is the new text, \`skip\`, or such keys: \`git notes --ref=changelog add -m "type: fix" 7c996d3d74\`. The file comes first.

### Changes from elsewhere

\`--from-context\` reads a list of changes as JSON from standard input, or an object that has one under the key \`changes\`:

\`\`\`json
[{ "title": "feat(cli): take several files", "pr": 12, "labels": ["enhancement"] }]
\`\`\`

${settingTable(propertiesOf(contextSchema), 'Key')}`
}

function propertiesOf(schema: SettingSchema | undefined): Readonly<Record<string, SettingSchema>> {
  return schema?.properties ?? {}
}
