import { project } from '@frontdoor/kit/testing'
import { rangeOf } from '@frontdoor/markdown/nodes'
import { describe, expect, it, test } from 'vitest'
import { findHost } from '../../src/hosts.ts'
import { asReadBy } from '../../src/render/dialect.ts'
import { lint } from '../cli.ts'
import { placed, renderFor } from './support.ts'

/** More than any parser is given. */
const long = `# Tea\n\n${'Brews tea on time.\n\n'.repeat(300_000)}`

describe('a README of which a host shows only the beginning', () => {
  it('is rendered however long it is', async () => {
    const folder = await project({ 'README.md': `${long}> [!TIP]\n> Stir.\n` })
    const { code, out, err } = await lint(folder, ['render', '--host', 'npm', '--as', 'html'])
    expect([code, out.length]).toEqual([0, 85_228])
    expect(err).toBe(
      'readme-lint: README.md: this README has 6,000,024 characters, and npm takes 65,536: it ends in line 6555\n',
    )
  })

  it('is refused in words where a host would show all of it', async () => {
    const { code, err } = await lint(await project({ 'README.md': long }), ['render', '--host', 'pypi', '--as', 'html'])
    expect([code, err]).toEqual([
      2,
      'readme-lint: README.md:1:1: The document has 6000007 characters, more than the 5242880 that are read; split it\n',
    ])
  })
})

test.each(['', '\uFEFF'])('what is read without comments stays where it was', async (mark) => {
  const readme = await placed(`${mark}<!-- a -->\n\n# Tea\n\n*Brews* <!-- b --> *tea*\n`)
  const { nodes, source } = await asReadBy(findHost('nuget'), readme)
  const words = nodes.of('emphasis').map(({ node }) => source.slice(rangeOf(node).start, rangeOf(node).end))
  expect(words).toEqual(['*Brews*', '*tea*'])
})

test('of a list, each item is asked once whether it stands apart', async () => {
  const readme = await placed('- tea\n'.repeat(500))
  let asked = 0
  for (const { node } of readme.document.nodes.of('listItem')) {
    Object.defineProperty(node, 'spread', { get: () => ++asked < 0 })
  }
  expect(await renderFor('pypi', readme)).toMatch(/^<ul>\n(?:<li>tea<\/li>\n){500}<\/ul>$/)
  expect(asked).toBeLessThanOrEqual(1_000)
})
