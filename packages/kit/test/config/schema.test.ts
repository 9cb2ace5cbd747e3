import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check } from '../../src/config/check.ts'
import { parseJson } from '../../src/config/json.ts'
import { configSchema, unitsSchema } from '../../src/config/schema.ts'
import { rules, section, severities } from './sample.ts'

const published = configSchema({ 'readme-lint': section }, 'https://example.com/frontdoor.schema.json')

// Strict: a keyword that is misspelt, or without effect where it stands, is an error. Own properties: else, ajv finds a rule
// named `constructor` in every object.
const ajv = new Ajv({ strict: true, strictTypes: false, allErrors: true, ownProperties: true })
addFormats.default(ajv)

describe('the published schema', () => {
  it('is a schema that editors take', () => {
    expect(ajv.validateSchema(published)).toBe(true)
    expect(published).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      properties: {
        $schema: { type: 'string' },
        'readme-lint': {
          properties: {
            hosts: { default: [] },
            rules: { properties: { 'top/title': { description: 'It has a title.' } } },
          },
        },
      },
    })
    expect(JSON.parse(JSON.stringify(published))).toEqual(published)
  })

  it('takes and refuses the same settings as our checks', async () => {
    const accepts = ajv.compile(published)
    let taken = 0
    await fc.assert(
      fc.asyncProperty(anySection, async (settings) => {
        const text = JSON.stringify(settings)
        const problems = await check(parseJson({ name: 'f', text }), section, 'readme-lint')
        const isAccepted = accepts({ 'readme-lint': JSON.parse(text) })
        if (isAccepted) taken++
        expect(problems.length === 0, `${text}\n${JSON.stringify(problems)}\n${JSON.stringify(accepts.errors)}`).toBe(
          isAccepted,
        )
      }),
      { numRuns: 1000 },
    )
    // Both kinds must have come up.
    expect(taken).toBeGreaterThan(50)
    expect(taken).toBeLessThan(950)
  })

  it('finds every place that is wrong and no other', async () => {
    const accepts = ajv.compile(published)
    await fc.assert(
      fc.asyncProperty(anySection, async (settings) => {
        const text = JSON.stringify(settings)
        const problems = await check(parseJson({ name: 'f', text }), section, 'readme-lint')
        accepts({ 'readme-lint': JSON.parse(text) })
        // Each setting is judged by itself, so the settings with a problem are the same.
        const ours = problems.map(({ message }) =>
          /^readme-lint(?: has no key "(.*?)"|\.(\w+))/.exec(message)?.slice(1).join(''),
        )
        const theirs = (accepts.errors ?? []).map(
          ({ instancePath, params }) => instancePath.split('/')[2] ?? params.additionalProperty,
        )
        expect(new Set(ours)).toEqual(new Set(theirs))
      }),
    )
  })
})

const scalar = fc.oneof(
  fc.constantFrom('npm', 'pypi', 'nmp', '', 'off', 'error', 'flat', 'plain', 'abc', 'A b'),
  fc.constantFrom(0, 1, 1.5, 60, 100, 201, -1),
  fc.boolean(),
  fc.constant(null),
)
const anything = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.constant({}))

function rarely<Value, Other>(usual: fc.Arbitrary<Value>, other: fc.Arbitrary<Other>): fc.Arbitrary<Value | Other> {
  return fc.oneof({ arbitrary: usual, weight: 20 }, { arbitrary: other, weight: 1 })
}

const ruleSetting = fc.oneof(
  rarely(fc.constantFrom(...severities), anything),
  fc.record(
    {
      severity: rarely(fc.constantFrom(...severities), anything),
      length: rarely(fc.integer({ min: 1, max: 200 }), anything),
      words: rarely(fc.array(fc.constantFrom('a', 'b')), anything),
    },
    { requiredKeys: [] },
  ),
)
const ruleName = rarely(
  fc.constantFrom(...rules.map(({ name }) => name)),
  fc.constantFrom('top/titel', 'toString', '__proto__', ''),
)

const usualSection = fc.record(
  {
    hosts: rarely(fc.uniqueArray(fc.constantFrom('github', 'npm', 'pypi')), anything),
    ignore: rarely(fc.array(fc.constantFrom('a', 'docs/**')), anything),
    width: rarely(fc.integer({ min: 20, max: 200 }), anything),
    ratio: rarely(fc.double({ min: 0, max: 1, noNaN: true }), anything),
    strict: rarely(fc.boolean(), anything),
    style: rarely(fc.constantFrom('plain', 'flat', true), anything),
    label: rarely(fc.oneof(fc.constant('abc'), fc.constant(['a', 'b'])), anything),
    rules: rarely(fc.dictionary(ruleName, ruleSetting, { maxKeys: 3 }), anything),
  },
  { requiredKeys: [] },
)

const anySection = rarely(
  usualSection,
  fc
    .tuple(usualSection, fc.constantFrom('x', 'constructor', '__proto__'), anything)
    .map(([settings, key, value]) => Object.fromEntries([...Object.entries(settings), [key, value]])),
)

describe('unitsSchema', () => {
  it('takes choices of any kind', () => {
    const badges = [{ name: 'npm/version', summary: 'The version', options: {} }]
    const schema = unitsSchema(badges, { noun: 'badge', choices: [true, false], properties: {} }, 'Badges by name')
    const accepts = ajv.compile(schema)
    expect([true, {}, 'off', { x: 1 }].map((value) => accepts({ 'npm/version': value }))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  it('refuses an option that hides a property that all units have', () => {
    const options = { severity: { type: 'string', description: 'x', default: '' } } as const
    const form = { noun: 'rule', choices: severities, properties: options }
    expect(() => unitsSchema([{ name: 'a/b', summary: '', options }], form, '')).toThrow('a/b has an option severity')
  })
})
