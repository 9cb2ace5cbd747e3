import { describe, expect, test } from 'vitest'
import type { SettingSchema } from '../../src/config/options.ts'
import { sayExpected, sayValue } from '../../src/config/wording.ts'

describe('sayExpected', () => {
  test.each<[SettingSchema, string]>([
    [{ enum: ['a'] }, '"a"'],
    [{ enum: ['a', 'b'] }, '"a" or "b"'],
    [{ enum: ['a', false, 3] }, '"a", false or 3'],
    [{ const: 0 }, '0'],
    [{ type: 'string' }, 'a string'],
    [{ type: 'string', minLength: 1 }, 'a string that is not empty'],
    [{ type: 'string', pattern: '^a' }, 'a string that matches ^a'],
    [{ type: 'string', pattern: '^a', examples: ['ab', 'ac'] }, 'a string such as "ab" or "ac"'],
    [{ type: 'string', format: 'uri' }, 'a string in the format uri'],
    [{ type: 'boolean' }, 'true or false'],
    [{ type: 'integer' }, 'a whole number'],
    [{ type: 'integer', minimum: 3 }, 'a whole number of 3 or more'],
    [{ type: 'number', maximum: 3 }, 'a number up to 3'],
    [{ type: 'number', minimum: 0, maximum: 3 }, 'a number from 0 to 3'],
    [{ type: 'object' }, 'an object'],
    [{ type: ['object', 'null'] }, 'an object or nothing'],
    [{ type: 'array' }, 'a list'],
    [{ type: 'array', items: { type: 'string' } }, 'a list of strings'],
    [{ type: 'array', items: { enum: ['a', 'b'] }, uniqueItems: true }, 'a list of "a" or "b", each once'],
    [{ type: 'array', items: { type: 'string' }, minItems: 1 }, 'a list of strings that is not empty'],
    [{ type: 'array', minItems: 2 }, 'a list with 2 or more items'],
    [{ type: 'array', maxItems: 2 }, 'a list with 0 to 2 items'],
    [{ type: 'array', items: { type: 'object' } }, 'a list of objects'],
    [{ anyOf: [{ type: 'string' }, { type: 'integer' }] }, 'a string or a whole number'],
    [{ anyOf: [{ enum: ['off', 'on'] }, { type: 'object' }] }, '"off", "on" or an object'],
    [{}, 'something else'],
  ])('%j is %s', (schema, said) => {
    expect(sayExpected(schema)).toBe(said)
  })
})

describe('sayValue', () => {
  test.each([
    ['a "quoted" text', '"a \\"quoted\\" text"'],
    ['x'.repeat(100), `"${'x'.repeat(56)}...`],
    [3, '3'],
    [true, 'true'],
    [null, 'empty'],
  ])('%j is %s', (value, said) => {
    expect(sayValue({ kind: 'scalar', start: 0, value })).toBe(said)
  })
})
