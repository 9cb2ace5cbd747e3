import { project } from '@frontdoor/kit/testing'
import { describe, expect, it, test } from 'vitest'
import { clean, faulty, lint } from './cli.ts'

const deep = `${'> '.repeat(5000)}x\n`

describe('READMEs that several threads look at', () => {
  const tree = {
    'package.json': {
      name: 'tea',
      version: '1.0.0',
      repository: 'https://github.com/octo-org/tea',
      workspaces: ['p/*'],
    },
    'README.md': clean,
    ...Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [`p/${at}/README.md`, at % 5 === 3 ? deep : `${faulty}\nCopy ${at}.\n`]),
    ),
  }

  test.each([['--check'], ['--diff'], ['--rule', 'top/title'], ['--host', 'pypi'], ['--max-warnings', '99']])(
    'come to the same with %s',
    async (...argv) => {
      const folder = await project(tree)
      const alone = await lint(folder, ['.', '--workers', '1', ...argv])
      expect(alone.err).toContain('p/3/README.md:1:')
      expect(await lint(folder, ['.', '--workers', '3', ...argv])).toEqual(alone)
    },
  )

  it('are mended as one thread would', async () => {
    const [one, other] = [await project(tree), await project(tree)]
    expect(await lint(other, ['.', '--fix', '--workers', '4'])).toEqual(
      await lint(one, ['.', '--fix', '--workers', '1']),
    )
    for (const name of Object.keys(tree)) expect(await other.read(name)).toEqual(await one.read(name))
  })

  it('are that many threads and no other number', async () => {
    const folder = await project(tree)
    const { code, err } = await lint(folder, ['.', '--workers', 'all'])
    expect([code, err]).toEqual([2, 'readme-lint: --workers all is not a number of threads; use 1 to 99\n'])
  })
})
