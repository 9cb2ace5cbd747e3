import fc from 'fast-check'
import { stringify as stringifyToml } from 'smol-toml'
import { describe, expect, it, test } from 'vitest'
import { stringify as stringifyYaml } from 'yaml'
import { parseJson, parseJsonc } from '../../src/config/json.ts'
import { type Located, placeOf, plainValue, type Source } from '../../src/config/located.ts'
import { parseToml } from '../../src/config/toml.ts'
import { parseYaml } from '../../src/config/yaml.ts'

type Parse = (source: Source) => Located

const yaml: [string, Parse] = ['YAML', parseYaml]
const json: [string, Parse] = ['JSON', parseJson]
const jsonc: [string, Parse] = ['JSONC', parseJsonc]
const toml: [string, Parse] = ['TOML', parseToml]

const sourceOf = (text: string): Source => ({ name: 'f', text })

const read = (parse: Parse, text: string) => plainValue(parse(sourceOf(text)))

/** Every key and value with the text that stands at its place. */
function places(parse: Parse, text: string): string[] {
  const found: string[] = []
  const visit = (located: Located, path: string): void => {
    found.push(`${path} ${text.slice(located.start).split('\n')[0]}`)
    if (located.kind === 'list') for (const [index, item] of located.items.entries()) visit(item, `${path}[${index}]`)
    if (located.kind !== 'object') return
    for (const [key, { keyStart, value }] of located.entries) {
      expect(text.slice(keyStart)).toMatch(/^["']?\w/)
      visit(value, `${path}.${key}`)
    }
  }
  visit(parse(sourceOf(text)), '')
  return found
}

describe('every syntax', () => {
  const named = fc.string({ unit: 'grapheme', maxLength: 8 })
  // TOML has no null.
  const leaf = fc.oneof(fc.boolean(), fc.integer({ min: -(2 ** 31), max: 2 ** 31 }), named, fc.constant(0.5))
  const tree = fc.letrec((tie) => ({
    node: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('node'), { maxLength: 3 }), tie('object')),
    object: fc.dictionary(named, tie('node'), { maxKeys: 4, noNullPrototype: false }),
  })).object

  const written: [string, Parse, (value: object) => string][] = [
    [...json, (value: object) => JSON.stringify(value)],
    [
      ...jsonc,
      (value: object) =>
        `// a comment\n${JSON.stringify(value, undefined, 2).replace(/([^{[])\n(\s*[\]}])/g, '$1,\n$2')}`,
    ],
    [...yaml, (value: object) => stringifyYaml(value, { aliasDuplicateObjects: false })],
    [...toml, (value: object) => stringifyToml(value)],
  ]

  test.each(written)('%s gives the values that were written', (_, parse, write) => {
    const bare = (value: unknown) => JSON.parse(JSON.stringify(value))
    fc.assert(
      fc.property(tree, (value) => {
        expect(bare(read(parse, write(value as object)))).toEqual(bare(value))
      }),
    )
  })

  test.each([
    [...json, '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}'],
    [...yaml, '__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}'],
    [...yaml, '<<: {__proto__: {polluted: 1}}'],
    [...toml, '[__proto__]\npolluted = 1\n[constructor.prototype]\npolluted = 1'],
  ])('%s takes no key for more than a key', (_, parse, text) => {
    const value = read(parse, text) as Record<string, unknown>
    expect(Object.getPrototypeOf(value)).toBeNull()
    expect(Object.keys(value).length).toBeGreaterThan(0)
    expect('polluted' in {}).toBe(false)
    expect('polluted' in value).toBe(false)
  })

  test.each([
    [...json, '['.repeat(40) + ']'.repeat(40), 'f:1:33: nested deeper than 32'],
    [...jsonc, `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`, 'f:1:161: nested deeper than 32'],
    [...yaml, '['.repeat(40) + ']'.repeat(40), 'f:1:33: nested deeper than 32'],
    [...yaml, '['.repeat(100_000), /^f:1:\d+: nested deeper than 32$/],
    [...yaml, '- '.repeat(50_000), /^f:1:\d+: nested deeper than 32$/],
    [...toml, `a = ${'['.repeat(40)}${']'.repeat(40)}`, /^f:1:\d+: nested deeper than 32$/],
    [...toml, `${'a.'.repeat(40)}a = 1`, /nested deeper than 32$/],
    [...toml, `[${'a.'.repeat(40)}a]\n`, 'f:1:2: nested deeper than 32'],
    [...toml, `a = ${'{ b = '.repeat(40)}1${' }'.repeat(40)}`, /nested deeper than 32$/],
  ])('%s refuses deep nesting', (_, parse, text, message) => {
    expect(() => read(parse, text)).toThrow(message)
  })

  test.each([
    [...json, '{"a": 1,\n "a": 2}', 'f:2:2: the key "a" is given twice'],
    [...jsonc, '{"a": 1, // x\n "\\u0061": 2}', 'f:2:2: the key "a" is given twice'],
    [...yaml, 'a: 1\nb: 2\n"a": 3', 'f:3:1: the key "a" is given twice'],
    [...yaml, '{a: 1, a: 2}', 'f:1:8: the key "a" is given twice'],
    [...toml, 'a = 1\nb = 1\na = 2', /^f:3:1: not TOML: /],
    [...toml, '[a]\nb = 1\n[a]', /^f:3:\d+: not TOML: /],
    [...json, '{"\\ud800": 1}', 'f:1:2: the key "\\ud800" is not valid Unicode'],
  ])('%s refuses a key that is given twice or is no text: %j', (_, parse, text, message) => {
    expect(() => read(parse, text)).toThrow(message)
  })
})

describe('JSON', () => {
  test.each([
    ['{"a": 1,}', 'f:1:9: not JSON: property name expected'],
    ['{"a"', 'f:1:5: not JSON: colon expected'],
    ['{"a": 1} {}', 'f:1:10: not JSON: end of file expected'],
    ['{"a": tru}', 'f:1:7: not JSON: invalid symbol'],
    ['', 'f:1:1: not JSON: value expected'],
    ['{\n  // note\n  "a": 1}', 'f:2:3: JSON has no comments; name the file frontdoor.jsonc to use them'],
    ['{"a": 1e999}', 'f:1:7: Infinity is not a usable number'],
  ])('refuses %j', (text, message) => {
    expect(() => read(parseJson, text)).toThrow(message)
  })

  it('has comments and trailing commas as JSONC', () => {
    expect(read(parseJsonc, '/* a */ { "a": [1, // one\n 2,], }')).toEqual({ a: [1, 2] })
    expect(() => read(parseJsonc, '{"a": /* x')).toThrow('f:1:7: not JSON: unexpected end of comment')
  })

  it('knows where everything stands', () => {
    expect(places(parseJson, '{\n "a": [1,\n {"b": null}],\n "c": "x" }')).toEqual([
      ' {',
      '.a [1,',
      '.a[0] 1,',
      '.a[1] {"b": null}],',
      '.a[1].b null}],',
      '.c "x" }',
    ])
  })
})

describe('YAML', () => {
  test.each([
    ['a: &x 1\nb: *x', 'f:2:4: aliases are not followed; write the value out'],
    ['a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]', 'f:2:8: aliases are not followed; write the value out'],
    ['a: !!python/object:os.system x', /^f:1:4: not usable YAML: Unresolved tag/],
    ['a: !secret x', /^f:1:4: not usable YAML: Unresolved tag/],
    ['a: 1\n---\nb: 2', /^f:2:1: a second document begins here; keep one$/],
    ['a: [1', /^f:1:6: not usable YAML: /],
    ['a: 1\n b: 2', /^f:1:4: not usable YAML: /],
    ['\ta: 1', /^f:1:\d: not usable YAML: Tabs/],
    ['? [a]\n: 1', /^f:1:3: /],
    ['a: .nan', 'f:1:4: NaN is not a usable number'],
    ['a: -.inf', 'f:1:4: -Infinity is not a usable number'],
  ])('refuses %j', (text, message) => {
    expect(() => read(parseYaml, text)).toThrow(message)
  })

  it('is YAML 1.2: on, off, yes, no and dates are texts, and so is every key', () => {
    const text = 'a: off\nb: yes\nc: 2026-01-02\n1: one\ntrue: x\nnull: y\n<<: z\n'
    expect(read(parseYaml, text)).toEqual({
      a: 'off',
      b: 'yes',
      c: '2026-01-02',
      '1': 'one',
      true: 'x',
      null: 'y',
      '<<': 'z',
    })
  })

  it('knows where everything stands, a missing value at its key', () => {
    expect(places(parseYaml, 'a:\n  - 1\n  - b: "x"\nc:\nd: {e: 1}\n')).toEqual([
      ' a:',
      '.a - 1',
      '.a[0] 1',
      '.a[1] b: "x"',
      '.a[1].b "x"',
      '.c ',
      '.d {e: 1}',
      '.d.e 1}',
    ])
  })

  it('reads an empty file as nothing', () => {
    expect(read(parseYaml, '')).toBeNull()
    expect(read(parseYaml, '# only a comment\n')).toBeNull()
  })

  it('reads many keys in no time that shows', () => {
    const keys = Array.from({ length: 3000 }, (_, index) => `k${index}: 1`)
    expect(Object.keys(read(parseYaml, keys.join('\n')) as object)).toHaveLength(3000)
  })
})

describe('TOML', () => {
  test.each([
    ['a = ', /^f:1:\d: not TOML: /],
    ['a = 1\n= 2', /^f:2:1: not TOML: /],
    ['a = "x', /^f:1:\d: not TOML: /],
    ['a = nan', 'f:1:5: NaN is not a usable number'],
  ])('refuses %j', (text, message) => {
    expect(() => read(parseToml, text)).toThrow(message)
  })

  it('has tables, dotted keys, lists of tables and dates as text', () => {
    const text = 'd = 2026-01-02\n[a.b]\nc.d = 1\n[[l]]\nx = 1\n[[l]]\n[l.in]\ny = [{ z.w = "v" }]\n[a]\n"e f" = true\n'
    expect(read(parseToml, text)).toEqual({
      d: '2026-01-02',
      a: { b: { c: { d: 1 } }, 'e f': true },
      l: [{ x: 1 }, { in: { y: [{ z: { w: 'v' } }] } }],
    })
  })

  it('knows where everything stands', () => {
    expect(places(parseToml, 'a = [1]\n[b.c]\nd.e = "x"\n[[f]]\n')).toEqual([
      ' a = [1]',
      '.a [1]',
      '.a[0] 1]',
      '.b b.c]',
      '.b.c c]',
      '.b.c.d d.e = "x"',
      '.b.c.d.e "x"',
      '.f f]]',
      '.f[0] f]]',
    ])
  })
})

describe('a place', () => {
  test.each([
    ['ab\ncd', 4, 'f:2:2'],
    ['ab\r\ncd', 5, 'f:2:2'],
    ['ab\rcd', 4, 'f:2:2'],
    ['\u{1f600}b', 2, 'f:1:3'],
    ['', 0, 'f:1:1'],
  ])('in %j at %i is %s', (text, offset, place) => {
    expect(placeOf(sourceOf(text), offset)).toBe(place)
  })
})
