import type { List, Root, RootContent } from 'mdast'
import { expect, test } from 'vitest'
import { applyEdits } from '../src/edit.ts'
import { isFrontMatter } from '../src/insert/edges.ts'
import { insertNodes } from '../src/insert.ts'
import { styleOf } from '../src/style.ts'
import { type Choice, parseMarked, slotsOf } from './support/insertion.ts'
import { plain } from './support/plain.ts'
import { isQuirky } from './support/quirks.ts'
import { realFiles, type Sample, specExamples } from './support/samples.ts'

const text = { type: 'paragraph' as const, children: [{ type: 'text' as const, value: 'new' }] }
const item = { type: 'listItem' as const, children: [text] }
const list: List = { type: 'list', ordered: false, children: [item] }
const html: RootContent = { type: 'html', value: '<p>\n<b>\n</p>' }
const containers = ['root', 'blockquote', 'listItem', 'footnoteDefinition'] as const

test('beside every block of every example of the specifications, blocks stay apart', () => {
  const samples = specExamples().filter(({ source }) => !isQuirky(source, parseMarked(source)))
  expect(samples.length).toBeGreaterThan(500)
  for (const sample of samples) {
    everywhere(sample, [text, list], (tree) => slotsOf(tree, containers))
    everywhere(sample, [list, html], (tree) => slotsOf(tree, containers))
    everywhere(sample, [item], (tree) => slotsOf(tree, ['list']))
  }
})

test('so they do at both ends of every short README and CHANGELOG at hand, and of its first item', () => {
  for (const sample of realFiles()) {
    if (sample.source.length > 4_000) continue
    everywhere(sample, [text, list], (tree) => [
      ...slotsOf(tree, ['root']).slice(0, 2),
      ...slotsOf(tree, ['listItem']).slice(0, 2),
    ])
  }
})

/** Inserts at each of some slots, each time into the document as it was. */
function everywhere({ name, source }: Sample, nodes: RootContent[], choose: (tree: Root) => readonly Choice[]): void {
  const tree = parseMarked(source)
  const style = styleOf(source, tree)
  for (const { slot, container, index } of choose(tree)) {
    const { edit } = insertNodes({ source, tree, style }, slot, nodes)
    if (!edit) continue
    const at = isFrontMatter(container.children[index]) ? index + 1 : index
    container.children.splice(at, 0, ...(nodes as []))
    expect(plain(parseMarked(applyEdits(source, [edit]))), `${name} ${JSON.stringify(edit)}`).toBe(plain(tree))
    container.children.splice(at, nodes.length)
  }
}
