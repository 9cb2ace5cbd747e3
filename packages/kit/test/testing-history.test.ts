import { expect, test } from 'vitest'
import { repository, type TestCommit } from '../src/testing-history.ts'

const commits: readonly TestCommit[] = [
  { message: 'one', files: { 'a/b.json': { tea: 'é' } }, tags: ['v1'] },
  { message: 'two', branch: 'topic', paths: ['c'] },
  { message: 'three', parents: [1, 2] },
]

test.each(['made by git', 'as it was made before'])('a history is whole and can be gone on with, %s', async () => {
  const { git, read, write } = await repository(commits, { 'beside.md': '' })
  await git('fsck', '--strict')
  expect(await git('log', '--format=%s, %D', 'main')).toBe('three, HEAD -> main\ntwo, topic\none, tag: v1\n')
  await git('checkout', '--quiet', 'topic')
  expect([await read('a/b.json'), await read('c')]).toEqual(['{\n  "tea": "é"\n}\n', '2'])
  await write({ d: '' })
  await git('add', 'd')
  await git('commit', '--quiet', '--message=four')
  expect(await git('status', '--porcelain')).toBe('?? beside.md\n')
})
