import { loadProject } from '@frontdoor/kit/project/load'
import { project } from '@frontdoor/kit/testing'
import { expect, test } from 'vitest'
import { expectations, type ProfileName, profileNames, profileOf } from '../src/config/profiles.ts'
import { rules } from '../src/rules.generated.ts'

type Files = Parameters<typeof project>[0]

const npm = { name: 'tea', version: '1.0.0' }
const pyproject = '[project]\nname = "tea"\nversion = "1.0.0"\n'

const projects: readonly (readonly [what: string, files: Files, profile: ProfileName])[] = [
  ['a published package', { 'package.json': npm }, 'library'],
  ['a package that installs a command', { 'package.json': { ...npm, bin: 'tea.js' } }, 'cli'],
  [
    'a Python project with a script',
    { 'pyproject.toml': `${pyproject}\n[project.scripts]\ntea = "tea:main"\n` },
    'cli',
  ],
  [
    'an extension of an editor',
    { 'package.json': { ...npm, publisher: 'ada', engines: { vscode: '^1.90.0' } } },
    'app',
  ],
  [
    'an extension of a browser',
    { 'package.json': npm, 'src/manifest.json': { manifest_version: 3, name: 'Tea', version: '1.0.0' } },
    'app',
  ],
  [
    'a package with a manifest for the web',
    { 'package.json': npm, 'public/manifest.json': { name: 'Tea' } },
    'library',
  ],
  ['a desktop app', { 'package.json': npm, 'forge.config.ts': '' }, 'app'],
  ['an action', { 'package.json': npm, 'action.yml': 'name: tea\n' }, 'app'],
  ['a command with an action', { 'package.json': { ...npm, bin: 'tea.js' }, 'action.yml': 'name: tea\n' }, 'cli'],
  ['a private service in a container', { 'package.json': { private: true }, Dockerfile: 'FROM scratch\n' }, 'app'],
  ['a site', { 'mkdocs.yml': 'site_name: Tea\n' }, 'docs'],
  [
    'a private root with packages',
    {
      'package.json': { private: true, workspaces: ['packages/*'] },
      'packages/a/package.json': { name: 'a', version: '1.0.0' },
    },
    'monorepo',
  ],
  [
    'a published root with packages',
    {
      'package.json': { ...npm, main: 'tea.js', workspaces: ['packages/*'] },
      'tea.js': '',
      'packages/a/package.json': { name: 'a' },
    },
    'library',
  ],
  ['a private package', { 'package.json': { ...npm, private: true } }, 'none'],
  ['nothing but a README', { 'README.md': '# Tea\n' }, 'none'],
]

test.each(projects)('%s is found to be of its kind', async (_, files, profile) => {
  const { path } = await project(files)
  expect(profileOf(await loadProject({ env: {} }, path), '')).toBe(profile)
})

test.each([
  ['# tea\n\n## ✋ Internal Package\n', 'none'],
  ['# tea\n\nA package internal to Larder.\n', 'none'],
  ['# tea\n\n**Note: This package is intended for internal use only.**\n', 'none'],
  ['# tea\n\nThis crate implements parts of Tea and is not designed to support other users directly.\n', 'none'],
  ['# tea\n\n## Internals\n\nThis package has no internal state. It is not intended for tea.\n', 'library'],
  ['# tea\n\nThis option is not meant to be used directly.\n', 'library'],
] as const)('a package whose README says %j is %s', async (readme, profile) => {
  const { path } = await project({ 'package.json': npm })
  expect(profileOf(await loadProject({ env: {} }, path), readme)).toBe(profile)
})

test.each([
  ['https://github.com/ada/awesome-tea', {}, 'awesome'],
  ['https://github.com/ada/awesome', {}, 'awesome'],
  ['https://github.com/ada/awesome-tea', { 'go.mod': 'module github.com/ada/awesome-tea\n' }, 'awesome'],
  [
    'https://github.com/ada/awesome-lint',
    { 'package.json': { name: 'awesome-lint', version: '1.0.0', bin: 'x' } },
    'cli',
  ],
  ['https://github.com/ada/awesomeness', {}, 'none'],
  ['https://github.com/Ada/ada', {}, 'profile'],
  ['https://github.com/ada/ada', { LICENSE: '', 'build_readme.py': '', 'images/cup.png': '' }, 'profile'],
  ['https://github.com/ada/ada', { 'src/ada.c': '' }, 'none'],
  ['https://github.com/ada/ada', { 'package.json': npm }, 'library'],
  ['https://gitlab.com/ada/ada', {}, 'none'],
  ['https://github.com/tea/.github', {}, 'none'],
] as const)('%s with %j is %s', async (url, files, profile) => {
  const folder = await project({ 'README.md': '# Tea\n', ...files }, { git: { remote: url } })
  expect(profileOf(await loadProject({ env: {} }, folder.path), '')).toBe(profile)
})

test.each([
  ['packages/a', { name: 'a', version: '1.0.0', bin: 'a.js' }, 'package'],
  ['packages/a', { name: 'a', private: true }, 'none'],
  ['packages/a', { name: 'a', version: '1.0.0', publisher: 'ada', engines: { vscode: '^1.90.0' } }, 'app'],
  ['docs', { name: 'a', version: '1.0.0' }, 'library'],
] as const)('%s of a workspace with %j is %s', async (folder, manifest, profile) => {
  const root = { 'package.json': { private: true, workspaces: ['packages/*'] } }
  const { path } = await project({ ...root, [`${folder}/package.json`]: manifest }, { git: {} })
  expect(profileOf(await loadProject({ env: {} }, `${path}/${folder}`), '')).toBe(profile)
})

test('the page of an organization lies in a folder of its .github', async () => {
  const remote = 'https://github.com/tea/.github'
  const folder = await project({ 'profile/README.md': '' }, { git: { remote } })
  expect(profileOf(await loadProject({ env: {} }, `${folder.path}/profile`), '')).toBe('profile')
})

test('every rule that a profile names exists', () => {
  const names = rules.map(({ name }) => name)
  expect(Object.keys(expectations).filter((name) => !names.includes(name))).toEqual([])
  expect(Object.values(expectations).filter(({ length }) => length !== profileNames.length)).toEqual([])
})
