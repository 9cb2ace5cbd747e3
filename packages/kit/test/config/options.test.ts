import { describe, expect, expectTypeOf, it } from 'vitest'
import { defaultsOf, type OptionsSchema, type OptionValues, optionValues } from '../../src/config/options.ts'

const schema = {
  length: { type: 'integer', description: 'Longest title', default: 60 },
  words: { type: 'array', items: { enum: ['a', 'b'] }, description: 'Words', default: [] },
} as const satisfies OptionsSchema

describe('options', () => {
  it('have the type that their schema says', () => {
    const { length, words } = optionValues(schema, {})
    expectTypeOf(length).toEqualTypeOf<number>()
    expectTypeOf(words).toEqualTypeOf<('a' | 'b')[]>()
    expectTypeOf<OptionValues<OptionsSchema>>().toEqualTypeOf<Readonly<Record<string, unknown>>>()
    expect(defaultsOf(schema)).toEqual({ length: 60, words: [] })
  })

  it('are those given, and the defaults of the others', () => {
    expect(optionValues(schema)).toEqual({ length: 60, words: [] })
    expect(optionValues(schema, { length: 3 })).toEqual({ length: 3, words: [] })
    expect(optionValues(schema, { words: ['a'], length: undefined })).toEqual({ length: 60, words: ['a'] })
  })

  it('leave out what is no option, such as the severity of a rule', () => {
    expect(optionValues(schema, { severity: 'error' })).toEqual({ length: 60, words: [] })
  })
})
