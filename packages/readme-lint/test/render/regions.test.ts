import { project } from '@frontdoor/kit/testing'
import { expect, test } from 'vitest'
import { found, lint } from '../cli.ts'
import { renderer } from '../support/render-markdown.ts'

test.each([
  [
    'is never closed',
    'A\n\n  <!-- only: pypi -->\nB\n',
    '3:3: This region is never closed: add <!-- /only --> where it ends',
  ],
  [
    'stands in another one',
    '<!-- only: npm -->\n<!-- only: pypi -->\n<!-- /only -->\n',
    '2:1: A region cannot stand in another one: end the one before with <!-- /only --> first',
  ],
  [
    'ends nothing',
    'A <!-- /only -->\n',
    '1:3: <!-- /only --> ends no region: remove it, or add the marker that starts one',
  ],
  [
    'ends another one',
    '<!-- only-mkdocs -->\n<!-- /only -->\n<!-- /only-mkdocs -->\n',
    '2:1: This region ends with <!-- /only-mkdocs -->, not with <!-- /only -->',
  ],
  [
    'names no host',
    '<!-- only: -->\n<!-- /only -->\n',
    '1:1: This region is for no host: name some, as in <!-- only: pypi npm -->',
  ],
  ['names a host that is not there', '<!-- only: pypl -->\n', '1:1: There is no host "pypl"; did you mean "pypi"?'],
])('a marker that %s is refused with its place', async (_, source, message) => {
  const render = await renderer()
  await expect(render('pypi', source)).rejects.toThrow(`README.md:${message}`)
})

test('a marker in code is an example', async () => {
  const render = await renderer()
  const source = '`<!-- only: npm -->` and\n\n```md\n<!-- only: npm -->\n```\n'
  expect((await render('pypi', source)).text).toBe(source)
})

const readme = `# Tea

<!-- only: github -->

> [!NOTE]
> Cold.

<!-- /only -->
`

test.each([
  ['a registry that is given another file is told nothing', 'README.pypi.md', 'README.md'],
  ['a registry that is given this very file is told', 'README.md', 'README.md host/math'],
])('of a part for another host, %s', async (_, named, expected) => {
  const folder = await project({
    'README.md': readme.replace('Cold.', 'Costs $x^2$.'),
    'pyproject.toml': `[project]\nname = "tea"\nversion = "1.0"\nreadme = "${named}"\n`,
  })
  expect(await found(folder, ['--rule', 'host/math', '--host', 'pypi', 'README.md'])).toEqual([expected])
})

test('npm, which takes whatever README.md is packed, is told nothing of a part for GitHub', async () => {
  const folder = await project({ 'README.md': readme, 'package.json': { name: 'tea', version: '1.0.0' } })
  expect(await found(folder, ['--rule', 'host/alert'])).toEqual(['README.md'])
  await folder.write({ 'README.md': `${readme}\n> [!TIP]\n> Hot.\n` })
  const { out } = await lint(folder, ['--rule', 'host/alert'])
  expect(out).toContain('README.md:10:3')
  expect(out).toContain('1 problem')
})

test('a forge shows the file as it is, with what is for others', async () => {
  const folder = await project({ 'README.md': '<!-- only: pypi -->\n\nSee [b](#b).\n\n<!-- /only -->\n' })
  expect(await found(folder, ['--rule', 'link/dead-anchor', '--host', 'github'])).toEqual([
    'README.md link/dead-anchor',
  ])
})
