import { run } from '@frontdoor/kit/cli'
import { memoryIo, project } from '@frontdoor/kit/testing'
import { expect, test } from 'vitest'
import { program } from '../src/program.ts'

const badge = '[![stars](https://img.shields.io/github/stars/octo-org/larder)](https://github.com/octo-org/larder)'

test.each([
  ['is silent where the clone and the badge agree, and the manifest is old', 'https://github.com/octo-org/larder', 0],
  ['tells a badge that only a fork of another name would agree with', 'https://github.com/tea-shop/larder', 1],
])('%s', async (_, remote, count) => {
  const manifest = { name: 'larder', version: '1.0.0', repository: 'github:octo-org/pantry' }
  const { path } = await project(
    { 'package.json': manifest, 'README.md': `# Larder\n\n${badge}\n` },
    { git: { remote } },
  )
  const io = memoryIo({ cwd: path, env: { PATH: process.env.PATH } })
  await run(program, ['--rule', 'badge/wrong-repo', '--format', 'json'], io)
  expect(JSON.parse(io.stdout.text).files[0].findings).toHaveLength(count)
})
