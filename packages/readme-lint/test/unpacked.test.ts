import { run } from '@frontdoor/kit/cli'
import { memoryIo, project } from '@frontdoor/kit/testing'
import { expect, test } from 'vitest'
import { program } from '../src/program.ts'

const manifest = (directory: string) => ({
  name: 'larder',
  version: '1.0.0',
  repository: { type: 'git', url: 'https://github.com/octo-org/kitchen.git', directory },
})

async function lint(text: string, directory: string, argv: readonly string[]) {
  const files = { 'package.json': manifest(directory), 'CHANGELOG.md': '# 1.0.0\n', 'README.md': text }
  const { path, read } = await project(files)
  const io = memoryIo({ cwd: path, env: { PATH: process.env.PATH } })
  await run(program, argv, io)
  return { out: io.stdout.text, readme: await read('README.md') }
}

test.each([
  ['packages/larder', 'packages/larder/CHANGELOG.md'],
  ['./packages/larder/', 'packages/larder/CHANGELOG.md'],
  ['.', 'CHANGELOG.md'],
  ['../larder', 'CHANGELOG.md'],
])('a package that was unpacked from %j of its repository is linked there', async (directory, path) => {
  const { readme } = await lint('# Larder\n', directory, ['--rule', 'section/changelog-link', '--fix'])
  expect(readme).toContain(`(https://github.com/octo-org/kitchen/blob/HEAD/${path})`)
  const { out } = await lint('# Larder\n\n[News](CHANGELOG.md)\n', directory, ['render', '--host', 'pypi'])
  expect(out).toContain(`(https://github.com/octo-org/kitchen/blob/HEAD/${path})`)
})

test('what lies around an unpacked package is not known to be missing, what should lie in it is', async () => {
  const text =
    '# Larder\n\n[Docs](../../docs/a.md) [All](https://github.com/octo-org/kitchen/blob/HEAD/docs/b.md) [More](more.md)\n'
  const { out } = await lint(text, 'packages/larder', ['--rule', 'link/dead-file'])
  expect(out).toContain('No file more.md in the repository')
  expect(out).toContain('1 problem (1 error)')
  expect((await lint(text, 'packages/larder', ['render', '--host', 'pypi'])).out).toContain(
    '[Docs](https://github.com/octo-org/kitchen/blob/HEAD/docs/a.md)',
  )
})
