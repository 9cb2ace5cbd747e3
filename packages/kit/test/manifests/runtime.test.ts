import { expect, test } from 'vitest'
import { readManifests } from '../../src/manifests/readers.ts'
import { filesWith } from '../folders.ts'

const read = async (path: string, text: string) => (await readManifests(filesWith({ [path]: text }), '')).manifests[0]

test.each([
  ['package.json', '{"name":"a","engines":{"node":">=18"}}', '>=18'],
  ['package.json', '{"name":"a","engines":{"npm":">=9"}}', undefined],
  ['package.json', '{"name":"a","engines":">=18"}', undefined],
  ['pyproject.toml', '[project]\nname = "a"\nrequires-python = ">=3.9"', '>=3.9'],
  ['pyproject.toml', '[tool.poetry]\nname = "a"\n[tool.poetry.dependencies]\npython = "^3.8"', '^3.8'],
  ['pyproject.toml', '[tool.flit.metadata]\nmodule = "a"\nrequires-python = ">=3.7"', '>=3.7'],
  ['setup.cfg', '[metadata]\nname = a\n[options]\npython_requires = >=3.6', '>=3.6'],
  ['setup.py', 'from setuptools import setup\nsetup(name="a", python_requires=">=3.5")', '>=3.5'],
  ['Cargo.toml', '[package]\nname = "a"\nrust-version = "1.75"', '1.75'],
  [
    'Cargo.toml',
    '[package]\nname = "a"\nrust-version.workspace = true\n[workspace.package]\nrust-version = "1.80"',
    '1.80',
  ],
  ['composer.json', '{"name":"a/b","require":{"php":">=8"}}', undefined],
])('%s that is %j works on %s', async (path, text, runtime) => {
  expect((await read(path, text))?.runtime).toBe(runtime)
})

test.each([
  [
    'package.json',
    '{"name":"a","dependencies":{"b":"1"},"devDependencies":{"c":"1"},"peerDependencies":{"d":"1"}}',
    ['b', 'c', 'd'],
  ],
  ['package.json', '{"name":"a","dependencies":["b"]}', undefined],
  [
    'pyproject.toml',
    '[project]\nname = "a"\ndependencies = ["b[c]>=1", "d ; x"]\n[project.optional-dependencies]\ne = ["f.g~=1"]',
    ['b', 'd', 'f.g'],
  ],
  ['pyproject.toml', '[tool.poetry]\nname = "a"\n[tool.poetry.dependencies]\npython = "3"\nb = "1"', ['b']],
  ['setup.cfg', '[metadata]\nname = a\n[options]\ninstall_requires =\n  b>=1\n  c', ['b', 'c']],
  [
    'Cargo.toml',
    '[package]\nname = "a"\n[dependencies]\nb = "1"\n[dev-dependencies]\nc = { version = "1" }',
    ['b', 'c'],
  ],
])('%s that is %j builds on %j', async (path, text, dependencies) => {
  expect((await read(path, text))?.dependencies).toEqual(dependencies)
})
