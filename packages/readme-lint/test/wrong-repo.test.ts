import { run } from '@frontdoor/kit/cli'
import { memoryIo, project } from '@frontdoor/kit/testing'
import { expect, test } from 'vitest'
import { program } from '../src/program.ts'

const badge = '[![stars](https://img.shields.io/github/stars/octo-org/larder)](https://github.com/octo-org/larder)'
const pantry = { name: 'pantry', version: '1.0.0', repository: 'github:octo-org/pantry' }

const build = (name: string): string => `![CI](https://github.com/octo-org/${name}/actions/workflows/ci.yml/badge.svg)`
const stars = (name: string): string => `![Stars](https://img.shields.io/github/stars/octo-org/${name})`

test.each([
  ['the state of what the package builds on, left from there', build('spoon'), 1],
  ['the stars of what the package builds on, which is its host', stars('spoon'), 0],
  ['the state of both', `${build('larder')} ${build('spoon')}`, 0],
  ['the stars of what a link names', `Built on [Fork](https://fork.example) ${stars('fork')}`, 0],
  ['the stars of what nothing names', stars('fork'), 1],
])('says of %s so many: %i', async (_, badges, count) => {
  const manifest = { name: 'larder', version: '1.0.0', repository: 'octo-org/larder', dependencies: { spoon: '1' } }
  const { path } = await project({ 'package.json': manifest, 'README.md': `# Larder\n\n${badges}\n` })
  const io = memoryIo({ cwd: path })
  await run(program, ['--rule', 'badge/wrong-repo', '--format', 'json'], io)
  expect(JSON.parse(io.stdout.text).files[0].findings).toHaveLength(count)
})

test.each([
  ['is silent where the clone and the badge agree, and the manifest is old', pantry, 'octo-org/larder', []],
  ['suggests the own name for a badge that only a fork would agree with', pantry, 'tea-shop/larder', [false]],
  [
    'mends the badge of a repository that moved',
    { ...pantry, repository: 'tea-shop/larder' },
    'tea-shop/larder',
    [true],
  ],
  [
    'mends the badge of a repository that was called as its package is',
    { ...pantry, name: '@octo-org/larder' },
    'octo-org/pantry',
    [true],
  ],
  ['is silent where only the clone speaks against the badge, which may be that of a fork', {}, 'tea-shop/larder', []],
])('%s', async (_, manifest, clone, safe) => {
  const { path } = await project(
    { 'package.json': manifest, 'README.md': `# Larder\n\n${badge}\n` },
    { git: { remote: `https://github.com/${clone}` } },
  )
  const io = memoryIo({ cwd: path, env: { PATH: process.env.PATH } })
  await run(program, ['--rule', 'badge/wrong-repo', '--format', 'json'], io)
  const [{ findings }] = JSON.parse(io.stdout.text).files
  expect(findings.map(({ fix }: { fix: { safe: boolean } }) => fix.safe)).toEqual(safe)
})

test.each([
  ['has', { '.github/workflows/ci.yml': 'on: push\n' }, true],
  ['has not', {}, false],
])('proposes the badge of a workflow that the repository %s: %o', async (_, files, proposed) => {
  const manifest = { name: 'larder', version: '1.0.0', repository: 'tea-shop/larder' }
  const { path } = await project({
    'package.json': manifest,
    'README.md': `# Larder\n\n${build('larder')}\n`,
    ...files,
  })
  const io = memoryIo({ cwd: path })
  await run(program, ['--rule', 'badge/wrong-repo', '--format', 'json'], io)
  const [finding] = JSON.parse(io.stdout.text).files[0].findings
  expect('fix' in finding).toBe(proposed)
})
