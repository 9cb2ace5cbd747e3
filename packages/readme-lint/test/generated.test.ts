import { symlink } from 'node:fs/promises'
import type { RuleFinding } from '@frontdoor/kit/report'
import { project } from '@frontdoor/kit/testing'
import { MarkdownDocument } from '@frontdoor/markdown/document'
import { applyEdits } from '@frontdoor/markdown/edit'
import { parse } from '@frontdoor/markdown/parse'
import { describe, expect, test } from 'vitest'
import { withholdFixes } from '../src/readme/generated.ts'
import { faulty, found, lint } from './cli.ts'

/** A finding whose fix puts `+` wherever the source has `|`, which is taken out of it. */
function finding(marked: string): [document: MarkdownDocument, finding: RuleFinding] {
  const parts = marked.split('|')
  const offsets = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('').length)
  const edits = offsets.map((offset) => ({ start: offset, end: offset, text: '+' }))
  const at = { start: 0, end: 0 }
  return [
    new MarkdownDocument(parts.join(''), parse),
    { at, message: 'm', rule: 'a/b', severity: 'info', fix: { safe: true, edits } },
  ]
}

function mended(marked: string): string | undefined {
  const [document, found] = finding(marked)
  const [{ fix, message } = found] = withholdFixes(document, [found])
  expect(message).toBe('m')
  return fix && applyEdits(document.source, fix.edits)
}

describe('a fix is withheld inside a block of', () => {
  test.each([
    ['doctoc', '<!-- START doctoc -->', '<!-- END doctoc -->'],
    ['all-contributors', '<!-- ALL-CONTRIBUTORS-LIST:START -->', '<!-- ALL-CONTRIBUTORS-LIST:END -->'],
    ['automd', '<!-- automd:badges -->', '<!-- /automd -->'],
    ['markdown-magic', '<!-- doc-gen TOC -->', '<!-- end-doc-gen -->'],
    ['release-please', '<!-- x-release-please-start-version -->', '<!-- x-release-please-end -->'],
    ['badge-sync', '<!-- badge-sync:start badges -->', '<!-- badge-sync:end badges -->'],
    ['FastAPI', '<!-- sponsors -->', '<!-- /sponsors -->'],
    ['the README of somebody else', '<!-- news:start -->', '<!-- news:end -->'],
  ])('%s', (_, open, close) => {
    expect(mended(`# Tea\n\n${open}\n\nte|xt\n\n${close}\n`)).toBeUndefined()
    expect(mended(`# Tea\n\n${open}|\n\ntext\n\n${close}\n`)).toBeUndefined()
    expect(mended(`# Tea\n\n${open}\n\ntext\n\n|${close}\n`)).toBeUndefined()
    expect(mended(`# Tea\n\n<|${open.slice(1)}\n\ntext\n\n${close}\n`)).toBeUndefined()
  })
})

const block = '<!-- news:start -->\n\ntext\n\n<!-- news:end -->'

test('a fix stays right before a block, and right behind it', () => {
  expect(mended(`|${block}|\n\ntext\n`)).toBe(`+${block}+\n\ntext\n`)
})

test('a fix that is partly inside a block is withheld whole', () => {
  expect(mended(`a| b\n\n${block.replace('text', 'te|xt')}`)).toBeUndefined()
})

test('a fix that would replace a block with all that is around it is withheld', () => {
  const document = new MarkdownDocument(`a\n\n${block}\n\nb\n`, parse)
  const [, found] = finding('')
  const fix = { safe: true, edits: [{ start: 0, end: document.source.length, text: '' }] }
  expect(withholdFixes(document, [{ ...found, fix }])[0]?.fix).toBeUndefined()
})

test('a marker without its end owns nothing', () => {
  expect(mended('<!-- START doctoc -->\n\nte|xt\n')).toBe('<!-- START doctoc -->\n\nte+xt\n')
})

test('a marker inside code owns nothing', () => {
  expect(mended(`\`\`\`html\n${block.replace('text', 'te|xt')}\n\`\`\`\n`)).toContain('te+xt')
})

test('a README that is made from another file is not written, and that file is named', async () => {
  const folder = await project({ 'README.md': faulty, 'README.qmd': faulty })
  expect((await found(folder, []))[0]).toContain('README.md readme/generated ')
  expect((await lint(folder, ['--fix'])).out).toContain('README.md is made from README.qmd')
  expect(await folder.read('README.md')).toBe(faulty)
  expect((await lint(folder, ['--unsafe', '--diff'])).out).toContain('+++ b/README.md')
})

test('a README that is a symbolic link to another one is not written, so that each is mended in one way', async () => {
  const folder = await project({ 'packages/tea/README.md': faulty, 'package.json': { workspaces: ['packages/*'] } })
  await folder.write({ 'packages/tea/package.json': { name: 'tea' } })
  await symlink('packages/tea/README.md', folder.join('README.md'))
  const [link, file] = await found(folder, [])
  expect(link).toContain('README.md readme/link ')
  expect(file).toContain('packages/tea/README.md ')
  const { out } = await lint(folder, ['--fix', '--unsafe', 'README.md'])
  expect(out).toContain('README.md is a symbolic link to packages/tea/README.md')
  expect(await folder.read('packages/tea/README.md')).toBe(faulty)
})
