import { join } from 'node:path'
import { build } from 'esbuild'
import { beforeAll, expect, test } from 'vitest'
import { lateTables } from '../build/late-tables.ts'
import { root } from '../workspace.ts'

/** What reads the tables, as the sources have it and as a bundle has it. */
interface Readers {
  readonly decodeHTML: (text: string) => string
  readonly decodeString: (text: string) => string
  readonly slug: (text: string) => string
}

const folder = join(root, 'packages', 'markdown')
const code = `export { decodeHTML } from 'entities/decode'
export { decodeString } from 'micromark-util-decode-string'
export { slug } from 'github-slugger'`

let [before, after]: Readers[] = []
beforeAll(async () => {
  before = await bundled([])
  after = await bundled([lateTables])
})

async function bundled(plugins: (typeof lateTables)[]): Promise<Readers> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: folder },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    plugins,
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')}`)
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789']
const pairs = letters.flatMap((one) => letters.map((two) => one + two))
const short = [...pairs, ...pairs.flatMap((pair) => letters.map((three) => pair + three))]
const long =
  'CounterClockwiseContourIntegral NotNestedGreaterGreater amp AMP nbsp fjlig bne hellip Aacute frac34'.split(' ')

test.each(['decodeHTML', 'decodeString'] as const)('%s knows the same names', (reader) => {
  const text = [...short, ...long].map((name) => `&${name}; &${name}`).join(' ')
  expect(after?.[reader](text)).toBe(before?.[reader](text))
  expect(after?.[reader]('&hellip;&#x41;')).toBe('…A')
})

test('slugs leave out the same characters', () => {
  const units = Array.from({ length: 0x3000 }, (_, unit) => `a${String.fromCharCode(unit)}b`)
  for (const text of [...units, 'Ünïcode – “x” 🚪', '日本語 の 見出し'])
    expect(after?.slug(text)).toBe(before?.slug(text))
})
