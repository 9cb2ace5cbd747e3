import { rangeOf } from '@frontdoor/markdown/nodes'
import { describe, expect, it, test } from 'vitest'
import { type Engine, loadReader } from '../../src/readme/parser.ts'

/** Much more than it takes, for a machine that does much else. What grows with a source is no whole number. */
const limits = { memory: 512, time: () => 120_000.5 }

const engines: readonly Engine[] = ['remark', 'satteri', 'auto']

/** Long enough that no engine that may be slow reads it on the spot. */
const long = '# Tea\n\nBrews *tea* on [time](https://example.com).\n\n'.repeat(2800)

describe.each(engines)('the engine %s', (engine) => {
  test.each([
    ['a short document', '# Tea\n\nBrews tea.\n'],
    ['an empty one', ''],
    ['one with a byte order mark', '\uFEFF# Tea\r\n'],
    ['one with a lone carriage return', '# Tea\r\rBrews.\r'],
    ['one that satteri reads otherwise', '> <div\n> class="a">\n\n| a |\n|---|\n| `\\|` |\n'],
    ['a long one', long],
  ])('reads %s as the reference does', async (_, source) => {
    const [read, reference] = await Promise.all([loadReader(engine, limits), loadReader('remark', limits)])
    const [document, expected] = await Promise.all([read(source, 'README.md'), reference(source, 'README.md')])
    expect(document.source).toBe(source)
    expect(document.tree).toEqual(expected.tree)
  })

  it.each(['', '\uFEFF'])('reads the beginning of a source, whatever its length', async (mark) => {
    const read = await loadReader(engine, limits)
    const source = `${mark}# Tea\n\nBrews *tea*.\n\n${'- '.repeat(4_000)}${'x'.repeat(6_000_000)}`
    const end = source.indexOf('- ')
    const document = await read(source, 'README.md', { upTo: end })
    expect(document.source.length).toBe(source.length)
    expect(document.tree.position?.end.offset).toBe(end)
    expect(document.nodes.of('emphasis').map(({ node }) => document.slice(rangeOf(node)))).toEqual(['*tea*'])
  })

  it.each([
    ['a short one', ''],
    ['a long one', long],
  ])('reads some constructs as text in %s', async (_, more) => {
    const read = await loadReader(engine, limits)
    const source = `<p>\n\nPress <b>*on*</b>[^1]\n\n- [ ] a\n\n${more}[^1]: Now or never.\n`
    const without = ['htmlFlow', 'htmlText', 'gfmFootnoteDefinition', 'gfmFootnoteCall', 'gfmPotentialFootnoteCall']
    const { nodes } = await read(source, 'README.md', { without })
    const count = (type: 'html' | 'footnoteReference' | 'footnoteDefinition') => nodes.of(type).length
    expect([count('html'), count('footnoteReference'), count('footnoteDefinition')]).toEqual([0, 0, 0])
    expect(nodes.of('text').some(({ node }) => node.value === 'Press <b>')).toBe(true)
    expect(nodes.of('listItem')[0]?.node.checked).toBe(false)
  })

  it('refuses what would overflow the stack, with its place', async () => {
    const read = await loadReader(engine)
    await expect(read(`# Tea\n\n${'- '.repeat(3074)}x`, 'README.md')).rejects.toThrow(/^README\.md:3:1: More than 100/)
  })
})

describe('a worker', () => {
  it('is not needed where satteri leaves little of a long document in doubt', async () => {
    const source = `${long}\n\nIt is at www.\n`
    const read = await loadReader('satteri', { memory: 512, time: () => 1 })
    const reference = await loadReader('remark', limits)
    expect((await read(source, 'README.md')).tree).toEqual((await reference(source, 'README.md')).tree)
  })

  it('is stopped when it takes too long', async () => {
    const read = await loadReader('remark', { memory: 512, time: () => 1 })
    await expect(read(long, 'README.md')).rejects.toThrow(
      'README.md: not read in 0.0 seconds; split it, or install satteri',
    )
  })

  it('is stopped when it takes too much memory', async () => {
    const read = await loadReader('remark', { memory: 16, time: () => 60_000 })
    await expect(read(long.repeat(4), 'README.md')).rejects.toThrow(
      'README.md: not read within 16 MiB of memory; split it, or install satteri beside the tool',
    )
  })
})
