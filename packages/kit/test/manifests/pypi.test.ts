import { describe, expect, it, test } from 'vitest'
import { readManifest } from '../../src/manifests/manifest.ts'
import { pypi } from '../../src/manifests/pypi.ts'
import type { Manifest } from '../../src/project.ts'
import { filesWith } from '../folders.ts'

describe('pyproject.toml', () => {
  it('is read as PEP 621 says', async () => {
    const found = await read(`
[project]
name = "spam"
version = "1.0"
description = "Spam"
license = "MIT OR Apache-2.0"
readme = "README.md"
scripts = { spam = "spam:main" }
gui-scripts = { "spam-gui" = "spam:gui" }
[project.urls]
"Home Page" = "https://spam.example"
Source = "https://github.com/o/spam"
Docs = "https://spam.example/docs"
"What's New?" = "https://spam.example/changes"
Bug-Tracker = "https://github.com/o/spam/issues"
Donate = "https://spam.example/donate"
`)
    expect(found).toMatchObject({
      ecosystem: 'pypi',
      path: 'pyproject.toml',
      name: 'spam',
      version: '1.0',
      description: 'Spam',
      license: 'MIT OR Apache-2.0',
      readme: 'README.md',
      private: false,
      repository: { url: 'https://github.com/o/spam' },
      homepage: 'https://spam.example',
      documentation: 'https://spam.example/docs',
      changelog: 'https://spam.example/changes',
      issues: 'https://github.com/o/spam/issues',
      funding: ['https://spam.example/donate'],
      commands: ['spam', 'spam-gui'],
    })
  })

  test.each([
    ['source', 'Source'],
    ['source', 'source code'],
    ['source', 'Repository'],
    ['source', 'GitHub'],
    ['homepage', 'HOME-PAGE'],
    ['documentation', 'Documentation'],
    ['documentation', 'docs'],
    ['changelog', 'Change_Log'],
    ['changelog', 'Release notes'],
    ['changelog', 'history'],
    ['issues', 'Issues'],
    ['issues', 'Bug Tracker'],
    ['issues', 'tracker'],
    ['funding', 'Sponsor'],
    ['none', 'Chat'],
    ['none', 'constructor'],
  ])('has a well-known %s under the label %j', async (role, label) => {
    const url = 'https://code.example.org/o/spam'
    const found = await read(`[project]\nname = "spam"\n[project.urls]\n"${label}" = "${url}"`)
    const { homepage, documentation, changelog, issues } = found ?? {}
    const roles = {
      source: found?.repository?.url,
      homepage,
      documentation,
      changelog,
      issues,
      funding: found?.funding[0],
    }
    expect(Object.entries(roles).filter(([, value]) => value === url)).toEqual(role === 'none' ? [] : [[role, url]])
  })

  it('names its repository under any label that leads to a forge', async () => {
    const found = await read('[project]\nname = "a"\n[project.urls]\nCode = "https://gitlab.com/g/s/a"')
    expect(found?.repository?.url).toBe('https://gitlab.com/g/s/a')
  })

  test.each([
    ['license = { text = "MIT License" }', 'MIT License'],
    ['license = { file = "LICENSE" }', undefined],
    [`license = { text = """${'long '.repeat(40)}""" }`, undefined],
    ['classifiers = ["License :: OSI Approved :: MIT License"]', 'MIT License'],
    ['classifiers = ["License :: OSI Approved"]', undefined],
    ['classifiers = ["License :: OSI Approved :: MIT License", "License :: OSI Approved :: BSD License"]', undefined],
  ])('with %s has the licence %j', async (line, license) => {
    expect((await read(`[project]\nname = "a"\n${line}`))?.license).toBe(license)
  })

  test.each([
    ['readme = { file = "docs/README.rst", content-type = "text/x-rst" }', 'docs/README.rst'],
    ['dynamic = ["readme"]\n[tool.setuptools.dynamic]\nreadme = { file = ["README.md", "NEWS.md"] }', 'README.md'],
    ['dynamic = ["readme"]', undefined],
  ])('with %j has the README %j', async (lines, readme) => {
    expect((await read(`[project]\nname = "a"\n${lines}`))?.readme).toBe(readme)
  })

  it('is private with the classifier that the index refuses', async () => {
    expect((await read('[project]\nname = "a"\nclassifiers = ["Private :: Do Not Upload"]'))?.private).toBe(true)
  })

  it('is private as long as it has the description that uv writes', async () => {
    const found = await read('[project]\nname = "ci"\nversion = "0.1.0"\ndescription = "Add your description here"')
    expect(found?.private).toBe(true)
  })

  test.each([
    ['[tool.uv]\ndefault-groups = []', true],
    ['[tool.comfy]\nPublisherId = "ada"', true],
    ['[tool.comfy]\n[build-system]\nrequires = ["hatchling"]', false],
    ['[tool.uv]\npackage = true', false],
    ['[tool.uv]\n[build-system]\nrequires = ["hatchling"]', false],
    ['', false],
  ])('without a build system is what uv does not build: %j', async (lines, hidden) => {
    expect((await read(`[project]\nname = "a"\nversion = "1"\n${lines}`))?.private).toBe(hidden)
  })

  it('is read as Poetry says', async () => {
    const found = await read(`
[tool.poetry]
name = "spam"
license = "MIT"
readme = ["README.md", "CHANGES.md"]
homepage = "https://spam.example"
repository = "https://github.com/o/spam"
documentation = "https://spam.example/docs"
package-mode = false
[tool.poetry.urls]
Changelog = "https://spam.example/changes"
[tool.poetry.scripts]
spam = "spam:main"
`)
    expect(found).toMatchObject({
      name: 'spam',
      license: 'MIT',
      readme: 'README.md',
      homepage: 'https://spam.example',
      repository: { url: 'https://github.com/o/spam' },
      documentation: 'https://spam.example/docs',
      changelog: 'https://spam.example/changes',
      private: true,
      commands: ['spam'],
    })
  })

  it('is read as Flit said before PEP 621', async () => {
    const found = await read(`
[tool.flit.metadata]
module = "spam"
dist-name = "spam-spam"
home-page = "https://github.com/o/spam"
description-file = "README.rst"
`)
    expect(found).toMatchObject({
      name: 'spam-spam',
      readme: 'README.rst',
      repository: { url: 'https://github.com/o/spam' },
    })
  })

  it('declares nothing where it only configures tools', async () => {
    expect(await read('[tool.ruff]\nline-length = 100\n[build-system]\nrequires = ["hatchling"]')).toBeUndefined()
  })

  it('may be only the root of a workspace', async () => {
    const found = await read('[tool.uv.workspace]\nmembers = ["packages/*"]')
    expect(found).toMatchObject({ private: true, members: ['packages/*'] })
  })

  it('says where it is broken', async () => {
    await expect(read('[project]\nname = spam')).rejects.toThrow(/^not valid TOML: .* at line 2, column 8$/)
  })
})

describe('setup.cfg', () => {
  const source = `
[metadata]
name = spam
version = attr: spam.__version__
# a comment
description = Spam
long_description = file: README.rst, CHANGES.rst
url = https://spam.example
license = MIT
project_urls =
    Source = https://github.com/o/spam
    # in between

    Bug Tracker = https://github.com/o/spam/issues
classifiers =
    License :: OSI Approved :: MIT License

[options.entry_points]
console_scripts =
    spam = spam:main
    eggs = spam:eggs
`

  it('is read with values over several lines', async () => {
    const found = await readAll({ 'setup.cfg': source })
    expect(found).toMatchObject({
      path: 'setup.cfg',
      name: 'spam',
      description: 'Spam',
      readme: 'README.rst',
      license: 'MIT',
      homepage: 'https://spam.example',
      repository: { url: 'https://github.com/o/spam' },
      issues: 'https://github.com/o/spam/issues',
      commands: ['spam', 'eggs'],
    })
    expect(found).not.toHaveProperty('version')
  })

  it('gives what pyproject.toml leaves to it, and no more', async () => {
    const found = await readAll({ 'pyproject.toml': '[project]\nname = "eggs"\nversion = "2"', 'setup.cfg': source })
    expect(found).toMatchObject({ path: 'pyproject.toml', name: 'eggs', version: '2', license: 'MIT' })
  })

  it('declares nothing without metadata', async () => {
    expect(
      await readAll({ 'setup.cfg': '[flake8]\nmax-line-length = 100\n[bdist_wheel]\nuniversal = 1' }),
    ).toBeUndefined()
  })

  it('is read with Windows line ends', async () => {
    const found = await readAll({ 'setup.cfg': source.replaceAll('\n', '\r\n') })
    expect(found).toMatchObject({ name: 'spam', commands: ['spam', 'eggs'] })
  })
})

describe('setup.py', () => {
  it('takes from a file what it executes it for', async () => {
    const source = `
from setuptools import setup
package = 'spam'
about = {}
with open(os.path.join(here, package, '__version__.py'), 'r', encoding='utf-8') as f:
    exec(f.read(), about)
with open('README.md', 'r') as f:
    readme = f.read()
setup(name=about['__title__'], version=about["__version__"], description=about['__gone__'],
      long_description=readme, long_description_content_type='text/markdown')
`
    const files = { 'setup.py': source, 'spam/__version__.py': "__title__ = 'python-spam'\n__version__ = '1.2.3'\n" }
    const found = await readAll(files)
    expect(found).toMatchObject({ name: 'python-spam', version: '1.2.3', readme: 'README.md' })
    expect(found).not.toHaveProperty('description')
  })

  it('is read where its arguments are plain strings', async () => {
    const found = await readAll({
      'setup.py': `
from setuptools import setup, Extension
URL = "https://github.com/o/spam"
VERSION = "1.0"  # for now
setup(
    ext_modules=[Extension(name="spam._fast", sources=["a.c"])],
    name='spam',
    version=VERSION,
    description='It\\'s spam',
    license="MIT",
    url=URL,
    project_urls={
        "Documentation": "https://spam.example/docs",
        'Tracker': URL + "/issues",
    },
    classifiers=["License :: OSI Approved :: MIT License"],
    entry_points={"console_scripts": ["spam = spam:main"]},
)
print("not-a-command = spam:main")
`,
    })
    expect(found).toMatchObject({
      path: 'setup.py',
      name: 'spam',
      version: '1.0',
      description: "It's spam",
      license: 'MIT',
      homepage: 'https://github.com/o/spam',
      documentation: 'https://spam.example/docs',
      repository: { url: 'https://github.com/o/spam' },
      commands: ['spam'],
    })
    expect(found).not.toHaveProperty('issues')
  })

  it('is read where a blank stands before the arguments', async () => {
    expect(await readAll({ 'setup.py': "setup (name='spam', version='1.0')\n" })).toMatchObject({ name: 'spam' })
  })

  it('is read where the arguments are one dictionary', async () => {
    const found = await readAll({
      'setup.py': `
kwargs = {
    "name": "spam",
    'url': 'https://github.com/o/spam',
    "extras": {"name": "other"},
    "version": version}
try:
    setup(**kwargs)
except Failure:
    setup(**kwargs)
`,
    })
    expect(found).toMatchObject({ name: 'spam', repository: { url: 'https://github.com/o/spam' } })
    expect(found).not.toHaveProperty('version')
  })

  test.each([
    ['a call', 'setup(name=read_name())'],
    ['a formatted string', 'setup(name=f"spam")'],
    ['a sum', 'setup(name="spam" + suffix)'],
    ['two strings in a row', 'setup(name="spam"\n  "eggs")'],
    ['a field', 'setup(name=about["name"])'],
    ['a name that is set twice', 'N = "a"\nN = "b"\nsetup(name=N)'],
    ['a comment', 'setup(\n  # name="spam",\n)'],
    ['two calls', 'setup(name="spam")\nsetup(name="eggs")'],
    ['another argument', 'setup(\n  othername="spam", **name)'],
    ['a keyword of another call', 'setup(cmd=Command(name="spam"))'],
  ])('gives no name where it is %s', async (_, source) => {
    const found = await readAll({ 'setup.py': source })
    expect(found).toMatchObject({ ecosystem: 'pypi', private: false })
    expect(found).not.toHaveProperty('name')
  })

  const markdown = 'long_description_content_type="text/markdown"'
  test.each([
    [`setup(long_description=open('README.md').read(), ${markdown})`, 'README.md'],
    [
      `with io.open(join(here, "readme.md")) as f:\n    text = f.read()\nsetup(long_description=text, ${markdown})`,
      'readme.md',
    ],
    [`text = (here / "README.md").read_text()\nsetup(long_description=text, ${markdown})`, 'README.md'],
    ['setup(long_description=read("README.rst") + read("HISTORY.rst"))', 'README.rst'],
    ['setup(long_description=open("README.md").read())', 'README.md'],
    ['import pypandoc\nsetup(long_description=pypandoc.convert(open("README.md").read(), "rst"))', undefined],
    ['setup(long_description=open("README.rst").read() + open("README.md").read())', undefined],
    ['LONG = "Spam"\nsetup(long_description=LONG, data_files=[("a", open("README.rst"))])', undefined],
    ['setup(data_files=[("doc", ["README.txt"])], long_description=text())', undefined],
    ['print(open("README.rst").read())\nsetup(name="spam")', undefined],
  ])('names the README that it opens: %s', async (source, readme) => {
    expect((await readAll({ 'setup.py': source }))?.readme).toBe(readme)
  })

  const table = (rest: string) => `[project]\nname = "spam"\n${rest}`
  test.each<[string, Readonly<Record<string, string>>, string | undefined]>([
    [
      'setup.py says it',
      { 'setup.py': `setup(long_description=open("README.md").read(), ${markdown})` },
      'text/markdown',
    ],
    ['setup.py says nothing', { 'setup.py': 'setup(long_description=open("README.md").read())' }, 'text/x-rst'],
    [
      'setup.py says it by a name',
      { 'setup.py': 'setup(long_description=open("README.md").read(), long_description_content_type=T)' },
      undefined,
    ],
    [
      'setup.cfg says it for setup.py',
      {
        'setup.cfg': '[metadata]\nlong_description_content_type = text/markdown\n',
        'setup.py': 'setup(long_description=open("README.md").read())',
      },
      'text/markdown',
    ],
    ['setup.cfg says nothing', { 'setup.cfg': '[metadata]\nlong_description = file: README.md\n' }, 'text/x-rst'],
    [
      'setup.cfg only names it, and setup.py converts it',
      {
        'setup.cfg': '[metadata]\ndescription_file = README.md\n',
        'setup.py': `text = pypandoc.convert_file("README.md", "rst")\nsetup(long_description=text, ${markdown})`,
      },
      undefined,
    ],
    ['its name says it', { 'pyproject.toml': table('readme = "README.md"\n') }, undefined],
    [
      'a table says it',
      { 'pyproject.toml': table('readme = { file = "README.md", content-type = "text/plain" }\n') },
      'text/plain',
    ],
    [
      'setuptools is left to guess',
      {
        'pyproject.toml': table('dynamic = ["readme"]\n[tool.setuptools.dynamic]\nreadme = { file = ["README.md"] }\n'),
      },
      'text/x-rst',
    ],
  ])('knows what PyPI is told that the README is: %s', async (_, files, type) => {
    expect((await readAll(files))?.readmeType).toBe(type)
  })

  it('declares nothing where it does not call setup', async () => {
    expect(await readAll({ 'setup.py': 'from setuptools import setup\nname = "spam"\n' })).toBeUndefined()
  })
})

function read(source: string): Promise<Manifest | undefined> {
  return readAll({ 'pyproject.toml': source })
}

function readAll(files: Readonly<Record<string, string>>): Promise<Manifest | undefined> {
  return readManifest(pypi, filesWith(files), Object.keys(files)[0] ?? '')
}
