import type { Root } from 'mdast'
import { describe, expect, test } from 'vitest'
import { holdsBlocks, NodeIndex, rangeOf, walk } from '../src/nodes.ts'
import { parse } from '../src/parse.ts'

const source = '# a\n\n- b *c*\n\n> # d\n'

describe('NodeIndex', () => {
  test('has the nodes of a type in document order, with what they stand in', () => {
    const headings = new NodeIndex(parse(source)).of('heading')
    expect(headings.map(({ node, parent }) => [rangeOf(node).start, parent.type])).toEqual([
      [0, 'root'],
      [16, 'blockquote'],
    ])
  })

  test('has no nodes of a type that does not occur', () => {
    expect(new NodeIndex(parse(source)).of('table')).toEqual([])
  })
})

describe('walk', () => {
  test('visits every node below the root in document order, with what it stands in', () => {
    const seen: string[] = []
    walk(parse(source), ({ node, parent }) => seen.push(`${parent.type} ${node.type}`))
    expect(seen).toEqual([
      'root heading',
      'heading text',
      'root list',
      'list listItem',
      'listItem paragraph',
      'paragraph text',
      'paragraph emphasis',
      'emphasis text',
      'root blockquote',
      'blockquote heading',
      'heading text',
    ])
  })

  test('goes deeper than the call stack', () => {
    const root: Root = { type: 'root', children: [] }
    let parent: Root | Root['children'][number] = root
    for (let depth = 0; depth < 100_000; depth++) {
      const child = { type: 'blockquote' as const, children: [] }
      if ('children' in parent) (parent.children as unknown[]).push(child)
      parent = child
    }
    let count = 0
    walk(root, () => count++)
    expect(count).toBe(100_000)
  })
})

test.each([
  ['root', true],
  ['blockquote', true],
  ['listItem', true],
  ['footnoteDefinition', true],
  ['paragraph', false],
  ['heading', false],
  ['tableCell', false],
] as const)('that a %s holds blocks is %s', (type, expected) => {
  expect(holdsBlocks({ type, children: [] } as never)).toBe(expected)
})
