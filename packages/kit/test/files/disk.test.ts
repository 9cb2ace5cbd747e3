import { symlinkSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { answerTo, notedDisk, openDisk, type Question } from '../../src/files/disk.ts'
import { project } from '../../src/testing.ts'

describe('a disk', () => {
  it('says what is there', async () => {
    const folder = await project({ 'b.md': 'b', 'a/x': '', long: 'x'.repeat(70_000) })
    symlinkSync('b.md', folder.join('link'))
    symlinkSync('none', folder.join('broken'))
    const disk = openDisk()
    expect([...(disk.list(folder.path) ?? [])]).toEqual([
      ['a', 'directory'],
      ['b.md', 'file'],
      ['broken', 'link'],
      ['link', 'link'],
      ['long', 'file'],
    ])
    expect(disk.list(folder.join('b.md'))).toBe(undefined)
    expect([disk.entry(folder.path, 'a'), disk.entry(folder.path, 'A')]).toEqual(['directory', undefined])
    expect(disk.target(folder.join('link'))).toEqual({ path: folder.join('b.md'), kind: 'file' })
    expect(disk.target(folder.join('broken'))).toBe(undefined)
    expect([disk.text(folder.join('b.md')), disk.text(folder.join('none'))]).toEqual(['b', undefined])
    expect(disk.text(folder.join('long'))).toHaveLength(70_000)
  })

  it('remembers its answers', async () => {
    const folder = await project({ 'a.md': 'old' })
    const disk = openDisk()
    const ask = () => [disk.text(folder.join('a.md')), disk.entry(folder.path, 'b.md')]
    ask()
    await folder.write({ 'a.md': 'new', 'b.md': '' })
    expect(ask()).toEqual(['old', undefined])
  })
})

test('questions that were noted have the same answers until something changes', async () => {
  const folder = await project({ 'a.md': 'a', 'd/x': '' })
  symlinkSync('a.md', folder.join('link'))
  const questions = new Set<Question>()
  const disk = notedDisk(openDisk(), (question) => questions.add(question))
  disk.list(folder.join('d'))
  disk.entry(folder.path, 'b.md')
  disk.target(folder.join('link'))
  disk.text(folder.join('a.md'))
  const answers = () => {
    const now = openDisk()
    return [...questions].map((question) => answerTo(now, question))
  }
  const before = answers()
  expect(answers()).toEqual(before)
  await folder.write({ 'd/y': '', 'b.md': '', 'a.md': 'b' })
  expect(answers().map((answer, index) => answer !== before[index])).toEqual([true, true, false, true])
})
