import type { SettingSchema } from '../../packages/kit/src/config/options.ts'

/** Settings with their values and what they do, as a table in Markdown. */
export function settingTable(settings: Readonly<Record<string, SettingSchema>>, noun = 'Setting'): string {
  return `| ${noun} | Values | What it does |
| --- | --- | --- |
${Object.entries(settings).map(settingRow).join('\n')}`
}

function settingRow([name, schema]: [string, SettingSchema]): string {
  return `| \`${name}\` | ${cell(values(schema))} | ${cell(schema.description ?? '')} |`
}

/** What a setting can be, in words. */
export function values({ type, anyOf, enum: choices, items, title, minimum, maximum }: SettingSchema): string {
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

/** Text in a cell of a table. */
export function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
