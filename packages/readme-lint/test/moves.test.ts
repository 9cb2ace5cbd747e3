import { expect, test } from 'vitest'
import { permanentMove } from '../src/web/moves.ts'

function moveOf(from: string, to: string, ...statuses: number[]): string | undefined {
  return permanentMove(
    from,
    (statuses.length > 0 ? statuses : [301]).map((status) => ({ status, from, to })),
  )
}

test.each([
  ['https://github.com/tea/old', 'https://github.com/tea/new'],
  ['http://larder.town/old', 'https://www.larder.town/new'],
  ['https://pypi.python.org/pypi/larder', 'https://pypi.org/project/larder/'],
  ['https://larder.readthedocs.org/en/latest/', 'https://larder.readthedocs.io/en/latest/'],
])('%s moved to %s', (from, to) => {
  expect(moveOf(from, to)).toBe(to)
  expect(moveOf(from, to, 308, 301)).toBe(to)
})

test.each([
  ['a redirect on the way is temporary', 'https://a.town/b', 'https://a.town/c', [301, 302]],
  ['the site is another one', 'https://a.town/b', 'https://b.town/b', [301]],
  ['the site only sounds alike', 'https://a.readthedocs.org/', 'https://b.readthedocs.io/', [301]],
  ['only a slash differs', 'https://a.town/b', 'https://a.town/b/', [301]],
  ['only the scheme differs', 'http://a.town/b', 'https://www.a.town/b', [301]],
  ['only the case differs', 'https://a.town/B', 'https://a.town/b', [301]],
  ['it leads to the front page', 'https://a.town/b', 'https://a.town/', [301]],
  ['it leads to a door', 'https://a.town/b', 'https://a.town/users/sign_in', [301]],
  ['it leads to a translation', 'https://a.town/docs/b', 'https://a.town/en-US/docs/b', [301]],
])('there is no move where %s', (_, from, to, statuses) => {
  expect(moveOf(from, to, ...statuses)).toBeUndefined()
})

test('without a redirect there is no move', () => {
  expect(permanentMove('https://a.town/', [])).toBeUndefined()
})
