import { expect, test } from 'vitest'
import { renderer } from '../support/render-markdown.ts'

const long = 'Words and words. '.repeat(3_000)

test('a README that is too long ends before a section, with a link to the rest and all that it refers to', async () => {
  const render = await renderer()
  const source = `# Tea\n\nSee [far](#far), [near](#near), [b][b] and ~x~[^n].\n\n## Near\n\n${long}\n\n## Far\n\n${long}\n\n[b]: https://example.com/b\n[^n]: A note.\n`
  const { text, notes } = await render('npm', source)
  expect(text.length).toBeLessThanOrEqual(65_536)
  expect(text.replace(long, 'Words.\n')).toBe(
    `# Tea

See [far](https://github.com/octo-org/larder/blob/v1.2.0/README.md#far), [near](#near), [b][b] and ~x~[^n].

## Near

Words.


[The rest of this README](https://github.com/octo-org/larder/blob/v1.2.0/README.md#far)

[b]: https://example.com/b
[^n]: A note.
`,
  )
  expect(notes.map(({ message }) => message)).toEqual([
    'npm shows what stands above this line: the README is longer than 65,536 characters',
  ])
  expect((await render('npm', text)).text).toBe(text)
})

test('it never ends in a collapsed section', async () => {
  const render = await renderer()
  const source = `# Tea\n\n## Near\n\n<details>\n<summary>More</summary>\n\n${long}\n\n## Inside\n\n${long}\n\n</details>\n`
  const { text } = await render('npm', source)
  expect(text).toMatch(/^# Tea\n\n\[The rest of this README\]\(.*#near\)\n$/)
})

test('one long section ends between its blocks', async () => {
  const render = await renderer()
  const { text } = await render('npm', `# Tea\n\n${`${long}\n\n`.repeat(2)}## Far\n`)
  expect(text).toMatch(/^# Tea\n\nWords [^[]+\n\n\[The rest of this README\]\(.*#tea\)\n$/)
})

test('bytes are counted where a host counts bytes', async () => {
  const render = await renderer()
  const { text } = await render('docker-hub', `# Tee\n\n## Grün\n\n${'ü'.repeat(13_000)}\n`)
  expect(text).toBe(
    '# Tee\n\n[The rest of this README](https://github.com/octo-org/larder/blob/v1.2.0/README.md#grün)\n',
  )
})

test('without a repository the rest is said to be left out', async () => {
  const render = await renderer({}, {})
  const { text } = await render('docker-hub', `# Tea\n\n${'a'.repeat(25_000)}\n`)
  expect(text).toBe('# Tea\n\nThe rest of this README is left out here.\n')
})
