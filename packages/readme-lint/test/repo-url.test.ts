import { run } from '@frontdoor/kit/cli'
import { type FileTable, memoryIo, project } from '@frontdoor/kit/testing'
import { expect, test } from 'vitest'
import { program } from '../src/program.ts'

const manifest = { name: 'larder', version: '1.0.0', repository: 'github:octo-org/larder' }

/** What `meta/repo-url` says of a README in a clone. */
async function lint(
  readme: string,
  remote: string,
  files: FileTable = { 'package.json': manifest },
): Promise<string[]> {
  const { path } = await project({ ...files, 'README.md': `# Larder\n\n${readme}\n` }, { git: { remote } })
  const io = memoryIo({ cwd: path, env: { PATH: process.env.PATH } })
  await run(program, ['--rule', 'meta/repo-url', '--format', 'json'], io)
  return JSON.parse(io.stdout.text).files[0].findings.map(({ message }: { message: string }) => message)
}

const issues = (repository: string) => `Ask in the [issues](https://github.com/${repository}/issues).`

test.each<[string, string, string, string[], FileTable?]>([
  [
    'tells a manifest that the README and the clone are ahead of',
    issues('octo-org/pantry'),
    'https://github.com/octo-org/pantry.git',
    ['The README and the git remote name octo-org/pantry, but package.json still names octo-org/larder'],
  ],
  [
    'tells a manifest that still names another forge',
    issues('octo-org/larder'),
    'https://github.com/octo-org/larder.git',
    [
      'The README and the git remote name https://github.com/octo-org/larder, but package.json still names https://codeberg.org/octo-org/larder',
    ],
    { 'package.json': { ...manifest, repository: 'https://codeberg.org/octo-org/larder' } },
  ],
  [
    'tells a README that the manifest and the clone are ahead of',
    issues('tea-shop/larder'),
    'git@github.com:octo-org/larder.git',
    ['This leads to tea-shop/larder, but the repository is octo-org/larder'],
  ],
  [
    'tells only the manifest where the README and the clone agree on another owner',
    issues('tea-shop/larder'),
    'https://github.com/tea-shop/larder',
    ['The README and the git remote name tea-shop/larder, but package.json still names octo-org/larder'],
  ],
  ['is silent in the clone of a fork', issues('octo-org/larder'), 'https://github.com/tea-shop/larder', []],
  [
    'is silent where the README names both',
    `${issues('octo-org/larder')} ${issues('octo-org/pantry')}`,
    'https://github.com/octo-org/pantry',
    [],
  ],
])('%s', async (_, readme, remote, messages, files) => {
  expect(await lint(readme, remote, files)).toEqual(messages)
})

test('is silent where no manifest names the repository, as the clone may be that of a fork', async () => {
  expect(
    await lint(issues('octo-org/larder'), 'https://github.com/tea-shop/larder', { 'package.json': { name: 'a' } }),
  ).toEqual([])
})
