import { describe, expect, it, test } from 'vitest'
import { check } from '../../src/config/check.ts'
import { parseJson } from '../../src/config/json.ts'
import type { SettingSchema } from '../../src/config/options.ts'

async function messages(schema: SettingSchema, value: unknown): Promise<string[]> {
  const text = JSON.stringify(value)
  const problems = await check(parseJson({ name: 'f', text }), schema, 'x')
  return problems.map(({ offset, message }) => `${offset}: ${message}`)
}

const link = {
  type: 'object',
  additionalProperties: false,
  required: ['url', 'text'],
  properties: { url: { type: 'string' }, text: { type: 'string' }, size: { type: 'integer' } },
} as const satisfies SettingSchema

const links: SettingSchema = { type: 'array', items: { anyOf: [{ type: 'string' }, link] } }

describe('check', () => {
  test.each<[string, SettingSchema, unknown, string[]]>([
    ['nothing wrong', links, ['a', { url: 'u', text: 't' }], []],
    [
      'every item by itself',
      links,
      [1, 'a', null],
      ['1: x[0] is 1; use a string or an object', '7: x[2] is empty; use a string or an object'],
    ],
    [
      'inside the branch that fits',
      links,
      ['a', { url: 3, text: 't', sise: 1 }],
      ['12: x[1].url is 3; use a string', '25: x[1] has no key "sise"; did you mean "size"?'],
    ],
    ['keys that are missing', link, { size: 1 }, ['0: x lacks "url", "text"', '0: x lacks "url", "text"']],
    ['one key that is missing', links, [{ url: 'u' }], ['1: x[0] lacks "text"']],
    [
      'values under free names',
      { type: 'object', additionalProperties: link },
      { 'a/b ~%"': { url: 1, text: '' } },
      ['19: x.a/b ~%".url is 1; use a string'],
    ],
    ['the value itself', links, {}, ['0: x is an object; use a list of a string or an object']],
    [
      'choices within choices',
      { anyOf: [{ anyOf: [{ const: 1 }, { const: 2 }] }, { type: 'array', items: { const: 3 } }] },
      [4],
      ['1: x[0] is 4; use 3'],
    ],
    [
      'choices within choices, none fitting',
      { anyOf: [{ anyOf: [{ const: 1 }, { const: 2 }] }, { type: 'array' }] },
      'y',
      ['0: x is "y"; use 1, 2 or a list'],
    ],
    [
      'two branches that fit',
      {
        anyOf: [
          { type: 'integer', minimum: 5 },
          { type: 'integer', maximum: 3 },
        ],
      },
      4,
      ['0: x is 4; use a whole number of 5 or more or a whole number up to 3'],
    ],
  ])('finds %s', async (_, schema, value, found) => {
    expect(await messages(schema, value)).toEqual(found)
  })

  it('leaves the schema as it was', async () => {
    const before = JSON.stringify(links)
    await messages(links, [1])
    expect(JSON.stringify(links)).toBe(before)
  })

  it('takes thousands of mistakes', async () => {
    expect(await messages(links, Array(5000).fill(1))).toHaveLength(5000)
  })
})
