import { join } from 'node:path'
import { check } from '@frontdoor/kit/config/check'
import { placeOf, plainValue } from '@frontdoor/kit/config/located'
import { isThere, readText } from '@frontdoor/kit/files'
import { UserError } from '@frontdoor/kit/io'
import type { Override } from '../model/override.ts'

const path = '.changelog/overrides.yml'

/** What is said about one change. */
export const overrideSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    text: { type: 'string', description: 'Markdown that is shown instead of its title' },
    type: { type: 'string', description: 'Its type' },
    scope: { type: 'string', description: 'Its scope' },
    breaking: { type: 'boolean', description: 'Whether it breaks something' },
    note: { type: 'string', description: 'What breaks, and what to do about it' },
    skip: { type: 'boolean', description: '`true` leaves it out' },
    section: {
      type: 'string',
      description: 'The section it belongs to, as the changelog or the config calls it, whatever the conditions say',
    },
  },
} as const

const schema = { type: 'object', additionalProperties: overrideSchema } as const

/**
 * What `.changelog/overrides.yml` says about merged changes, by hash or `"#12"`.
 *
 * @throws {UserError} with a line for each mistake in it
 */
export async function readOverrides(root: string): Promise<Override[]> {
  if (!(await isThere(join(root, path)).catch(() => false))) return []
  const { text } = await readText(join(root, path), root)
  const { parseYaml } = await import('@frontdoor/kit/config/yaml')
  const source = { name: path, text: text.replace(/^\uFEFF/, '') }
  const located = parseYaml(source)
  if (located.kind === 'scalar' && located.value === null) return []
  const problems = await check(located, schema, 'overrides')
  const lines = problems.map(({ offset, message }) => `${placeOf(source, offset)}: ${message}`)
  if (located.kind === 'object')
    for (const [key, { keyStart }] of located.entries)
      if (!/^(?:#\d+|[0-9a-f]{7,64})$/i.test(key))
        lines.push(
          `${placeOf(source, keyStart)}: ${JSON.stringify(key)} is neither a hash of at least 7 digits nor "#12"`,
        )
  if (lines.length > 0) throw new UserError(lines.join('\n'))
  return Object.entries(plainValue(located) as Record<string, Omit<Override, 'key'>>).map(([key, value]) => ({
    key,
    ...value,
  }))
}
