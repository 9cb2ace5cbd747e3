import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { parse } from '../src/parse.ts'
import { realFiles, specExamples } from './support/samples.ts'

const remark = unified().use(remarkParse).use(remarkFrontmatter, ['yaml', 'toml']).use(remarkGfm).freeze()

test('a document has the tree that remark gives it, positions and all', () => {
  const files = realFiles().filter(({ source }, index) => source.length < 30_000 && index % 8 === 0)
  const matters = ['---\na: b\n---\n\n# c\n', '+++\na = 1\n+++\n', '# a\n\n---\nb\n---\n']
  for (const source of [...[...specExamples(), ...files].map((one) => one.source), ...matters]) {
    const plain = source.replace(/^\uFEFF/, '')
    expect(parse(plain)).toEqual(remark.parse(plain))
  }
})
