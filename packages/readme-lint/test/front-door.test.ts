import { run } from '@frontdoor/kit/cli'
import { memoryIo, project } from '@frontdoor/kit/testing'
import { expect, test } from 'vitest'
import { program } from '../src/program.ts'

const readme = '# Tea\n\nKeeps tea in order.\n'
const rules = ['section/license', 'sponsor/missing', 'section/help', 'section/contributing', 'top/docs-link']

test('what a project says of itself is asked of its README and of published packages, not of examples', async () => {
  const tea = { name: 'tea', version: '1.0.0', homepage: 'https://tea.example' }
  const { path } = await project(
    {
      'README.md': readme,
      'CONTRIBUTING.md': '',
      LICENSE: 'MIT License\n',
      '.github/FUNDING.yml': 'github: octo-org\n',
      'package.json': {
        name: 'root',
        private: true,
        workspaces: ['packages/*', 'examples/*'],
        homepage: 'https://tea.example',
      },
      'packages/tea/package.json': tea,
      'packages/tea/README.md': readme,
      'examples/cup/package.json': { ...tea, name: 'cup', private: true },
      'examples/cup/README.md': readme,
    },
    { git: { remote: 'https://github.com/octo-org/tea' } },
  )
  const io = memoryIo({ cwd: path, env: { PATH: process.env.PATH } })
  await run(program, [...rules.flatMap((rule) => ['--rule', rule]), '--format', 'json'], io)
  const files: { path: string; findings: { rule: string }[] }[] = JSON.parse(io.stdout.text).files
  const found = files.map(({ path: file, findings }) => [file, findings.map(({ rule }) => rule).sort()])
  expect(Object.fromEntries(found)).toEqual({
    'README.md': rules.toSorted(),
    // A guide for contributors is one for the whole repository.
    'packages/tea/README.md': rules.filter((rule) => rule !== 'section/contributing').toSorted(),
    'examples/cup/README.md': [],
  })
})

test('several sections are added with one blank line between them, also behind a line that nothing ends', async () => {
  const folder = await project(
    {
      'README.md': '# Tea\n\nKeeps tea in order.\n\n## Use\n\nPour.',
      '.github/FUNDING.yml': 'github: octo-org\n',
    },
    { git: { remote: 'https://github.com/octo-org/tea' } },
  )
  const io = memoryIo({ cwd: folder.path, env: { PATH: process.env.PATH } })
  await run(program, ['--rule', 'section/help', '--rule', 'sponsor/missing', '--fix'], io)
  expect(await folder.read('README.md')).toBe(`# Tea

Keeps tea in order.

## Use

Pour.

## Help

Ask in the [issues](https://github.com/octo-org/tea/issues).

## Sponsors

Support this project: [GitHub Sponsors](https://github.com/sponsors/octo-org).`)
})

test('a translation is shown on the forge alone, since registries take the README', async () => {
  const folder = await project(
    {
      'README.md': '# Tea\n\n[Licence](LICENSE)\n',
      'README.pt-br.md': '# Chá\n\n[Licença](LICENSE)\n',
      LICENSE: '',
      'setup.cfg': '[metadata]\nname = tea\nversion = 1.0.0\nlong_description = file: README.md\n',
      'package.json': { name: 'tea', version: '1.0.0' },
    },
    { git: { remote: 'https://github.com/octo-org/tea' } },
  )
  const io = memoryIo({ cwd: folder.path, env: { PATH: process.env.PATH } })
  await run(program, ['--verbose', 'README.md', 'README.pt-br.md'], io)
  expect(io.stderr.text).toContain('README.md: shown on GitHub, PyPI, npm;')
  expect(io.stderr.text).toContain('README.pt-br.md: shown on GitHub;')
})

test('the README of a folder has translations of its own, and those of the root are not meant', async () => {
  const files = {
    'src/black/README.md': '# Black\n\n[Português](README.pt-BR.md)\n',
    'README.md': '# Tea\n',
    'README.pt-BR.md': '# Chá\n',
  }
  const folder = await project(files, { git: { remote: 'https://github.com/octo-org/tea' } })
  const io = memoryIo({ cwd: folder.path, env: { PATH: process.env.PATH } })
  await run(program, ['--rule', 'link/dead-file', 'src/black/README.md'], io)
  expect(io.stdout.text).toContain('No file README.pt-BR.md in the repository: correct the path or remove the link')
})

test('a path that is written as if the README stood at the root is corrected', async () => {
  const text = '# Tea\n\n[Help](./CONTRIBUTING.md#ask), [docs](docs/tea%20time.md) and [nothing](none.md).\n'
  const files = {
    'packages/tea/README.md': text,
    'packages/tea/package.json': { name: 'tea', private: true },
    'docs/fr/README-fr.md': text,
    'package.json': { private: true, workspaces: ['packages/*'] },
    'CONTRIBUTING.md': '## Ask\n',
    'docs/tea time.md': '',
  }
  const folder = await project(files, { git: { remote: 'https://github.com/octo-org/tea' } })
  const io = memoryIo({ cwd: folder.path, env: { PATH: process.env.PATH } })
  const paths = ['packages/tea/README.md', 'docs/fr/README-fr.md']
  await run(program, ['--rule', 'link/dead-file', '--fix', '--unsafe', ...paths], io)
  for (const path of paths)
    expect(await folder.read(path)).toBe(
      text
        .replace('./CONTRIBUTING', '../../CONTRIBUTING')
        .replace('docs/tea', path.startsWith('docs') ? '../tea' : '../../docs/tea'),
    )
})

test('what is added names the repository that the README and the clone name, where a manifest is older than a move', async () => {
  const old = { repository: 'https://github.com/old-org/tea', bugs: 'https://github.com/old-org/tea/issues' }
  const files = {
    'README.md': '# Tea\n\nSteeps.\n\n## Build\n\nClone [this](https://github.com/octo-org/tea/tree/HEAD/src).\n',
    'package.json': { name: 'tea', version: '1.0.0', license: 'MIT', ...old },
    LICENSE: 'MIT License',
  }
  const folder = await project(files, { git: { remote: 'https://github.com/octo-org/tea' } })
  const io = memoryIo({ cwd: folder.path, env: { PATH: process.env.PATH } })
  await run(program, ['--fix', '--unsafe'], io)
  const text = await folder.read('README.md')
  expect(text).not.toContain('old-org')
  for (const page of ['>', '/issues)', '/blob/HEAD/LICENSE)'])
    expect(text).toContain(`https://github.com/octo-org/tea${page}`)
})
