import { expect, test } from 'vitest'
import { commitStore } from '../src/history/commit-store.ts'

const hash = (digit: string) => digit.repeat(40)
// Its last character would stand across the end of what is kept.
const long = `fix: b\n\n${'x'.repeat(65_527)}äö${'y'.repeat(200_000)}`
const commits = [
  { sha: hash('c'), parents: [hash('b'), hash('a')], message: 'Merge b\n', paths: [] },
  { sha: hash('b'), parents: [hash('a')], message: long, paths: ['b', 'ä/c'] },
  { sha: hash('a'), parents: [], message: '', paths: ['a'] },
]

/** The commits as `git log -z` writes them. */
const bytes = Buffer.from(
  commits
    .map(({ sha, parents, message, paths }) =>
      ['', sha, parents.join(' '), '1700000000', '1600000000', 'Ada', 'ada@example.com', message, ...paths, ''].join(
        '\0',
      ),
    )
    .join(''),
)

test.each([1, 2, 39, 4096, 65_536, bytes.length])('commits are the same in chunks of %i bytes', (size) => {
  const store = commitStore()
  const told: number[] = []
  const tell = ({ size: read }: typeof store) => {
    told.push(read)
    return false
  }
  for (let at = 0; at < bytes.length; at += size) store.append(bytes.subarray(at, at + size), tell)
  store.close()
  // The empty field in front of the first commit ends none; the last one ends with the bytes.
  expect(told).toEqual([0, 1, 2])
  expect(commits.map((_, index) => store.commit(index))).toEqual(
    commits.map((commit, index) => ({
      ...commit,
      index,
      message: commit.message === long ? long.slice(0, 65_535) : commit.message,
      seconds: 1_700_000_000,
      authored: '1600000000',
      name: 'Ada',
      email: 'ada@example.com',
    })),
  )
  expect(commits.map(({ sha }) => store.find(sha))).toEqual([0, 1, 2])
})

test('nothing is read behind what is enough', () => {
  const store = commitStore()
  expect(store.append(bytes, ({ size }) => size === 2)).toBe(true)
  expect([store.size, store.commit(1).paths]).toEqual([2, ['b', 'ä/c']])
})
