import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { hasManifest, readManifests } from '../../src/manifests/readers.ts'
import type { ProjectFiles } from '../../src/project.ts'
import { filesWith } from '../folders.ts'

describe('readManifests', () => {
  test.each([
    [{ 'package.json': '{"private":true}', 'pyproject.toml': '[project]\nname="a"' }, ['pypi', 'npm']],
    [{ 'package.json': '{"name":"a"}', 'Cargo.toml': '[workspace]' }, ['npm', 'crates']],
    [{ 'package.json': '{"name":"a","private":true}', 'Cargo.toml': '[workspace]' }, ['npm', 'crates']],
    [{ 'package.json': '{"name":"a"}', 'Cargo.toml': '[package]\nname="a"' }, ['crates', 'npm']],
    [{ 'Cargo.toml': '[package]\nname="a"', 'pyproject.toml': '[project]\nname="a"' }, ['pypi', 'crates']],
    [{ 'package.json': '{"name":"a"}', 'jsr.json': '{"name":"@o/a"}' }, ['jsr', 'npm']],
    [{ 'package.json': '{"name":"a","publisher":"b","engines":{"vscode":"1"}}' }, ['vscode']],
    [{ 'a.csproj': '<Project Sdk="Microsoft.NET.Sdk"/>', 'a.sln': '"x\\a.csproj"', 'a.nuspec': '' }, ['nuget']],
    [{ 'go.mod': 'module github.com/o/r', 'pom.xml': '', 'mix.exs': '' }, ['go']],
    [{ 'a.cabal': 'name: a', 'stack.yaml': 'packages: [b]' }, ['hackage']],
    [{ 'Project.toml': 'name = "A"\nuuid = "1"', 'pyproject.toml': '[project]\nname="a"' }, ['pypi', 'julia']],
    [{ 'package.json': '{"name":"a"}', DESCRIPTION: 'Package: a\nVersion: 1\nLicense: MIT' }, ['cran', 'npm']],
    [{ 'README.md': '' }, []],
  ])('finds in %j the packages %j, the one that names the project first', async (files, ecosystems) => {
    const { manifests } = await readManifests(filesWith(files), '')
    expect(manifests.map(({ ecosystem }) => ecosystem)).toEqual(ecosystems)
  })

  it('reads another folder, with paths from the project', async () => {
    const files = filesWith({ 'packages/a/package.json': '{"name":"a"}' })
    expect((await readManifests(files, 'packages/a')).manifests).toMatchObject([{ path: 'packages/a/package.json' }])
  })

  it('says once what is wrong with each broken manifest, and reads the others', async () => {
    const files = filesWith({ 'package.json': '{', 'pyproject.toml': '=', 'Cargo.toml': '[package]\nname="a"' })
    const { manifests, problems } = await readManifests(files, '')
    expect(manifests).toMatchObject([{ ecosystem: 'crates' }])
    expect(problems).toEqual([
      { path: 'pyproject.toml', message: expect.stringMatching(/^not valid TOML: .* at line 1, column 1$/) },
      { path: 'package.json', message: 'not valid JSON: close brace expected at line 1, column 2' },
    ])
  })

  it('does not read what is too large for a manifest', async () => {
    const files = filesWith({
      'package.json': `{"name":"${'a'.repeat(1024 * 1024)}"}`,
      'pom.xml': ' '.repeat(1024 * 1024),
    })
    expect(await readManifests(files, '')).toEqual({
      manifests: [],
      problems: [{ path: 'package.json', message: 'larger than 1 MiB, so it was not read' }],
    })
  })

  it('says of lists that no parser can follow that they are too deep', async () => {
    const files = filesWith({ 'package.json': '['.repeat(20_000), 'deno.json': '['.repeat(20_000) })
    const message = 'not valid JSON: nested too deeply at line 1, column 1'
    expect(await readManifests(files, '')).toEqual({
      manifests: [],
      problems: [
        { path: 'deno.json', message },
        { path: 'package.json', message },
      ],
    })
  })

  it('takes a folder with the name of a manifest for none', async () => {
    expect(await readManifests(filesWith({ 'package.json/x': '' }), '')).toEqual({ manifests: [], problems: [] })
  })

  const names = [
    ...[
      'package.json',
      'composer.json',
      'deno.json',
      'pubspec.yaml',
      'pnpm-workspace.yaml',
      'pyproject.toml',
      'setup.cfg',
    ],
    ...[
      'setup.py',
      'Cargo.toml',
      'go.mod',
      'go.work',
      'a.gemspec',
      'mix.exs',
      'pom.xml',
      'build.gradle',
      'settings.gradle',
    ],
    ...['gradle.properties', 'a.csproj', 'a.nuspec', 'Directory.Build.props', 'a.sln'],
    ...['a.cabal', 'package.yaml', 'cabal.project', 'stack.yaml', 'dune-project', 'a.opam', 'Project.toml'],
    ...['DESCRIPTION', 'META.json', 'dist.ini', 'Makefile.PL', 'lib/a.pm', 'a.nimble', 'a-1-1.rockspec'],
    ...['shard.yml', 'elm.json'],
  ]

  it('never throws, whatever types the values have', async () => {
    const key = fc.constantFrom(
      ...[
        'name',
        'version',
        'license',
        'repository',
        'url',
        'directory',
        'bugs',
        'funding',
        'bin',
        'workspaces',
        'packages',
      ],
      ...[
        'project',
        'urls',
        'tool',
        'poetry',
        'readme',
        'classifiers',
        'package',
        'workspace',
        'members',
        'support',
        'engines',
      ],
      ...['publisher', 'directories', '__proto__', 'constructor', 'toString', 'executables', 'publish'],
    )
    const leaf = fc.oneof(fc.string(), fc.constantFrom('https://github.com/o/r', 'MIT', true, false, 0, null))
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('value'), { maxLength: 3 }), tie('object')),
      object: fc.dictionary(key, tie('value'), { maxKeys: 6 }),
    }))
    await fc.assert(
      fc.asyncProperty(fc.dictionary(key, value, { maxKeys: 8 }), async (data) => {
        // JSON is YAML, too; what is no TOML becomes a problem.
        const source = JSON.stringify(data)
        const { manifests } = await readManifests(memory(Object.fromEntries(names.map((name) => [name, source]))), '')
        for (const { commands, members, funding } of manifests)
          expect([...commands, ...members, ...funding].every((text) => typeof text === 'string')).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('never throws, whatever the text is', async () => {
    const word = fc.constantFrom(
      ...[
        '[',
        ']',
        '{',
        '}',
        '(',
        ')',
        '"',
        "'",
        '\\',
        '#{',
        '=',
        ':',
        ',',
        '\n',
        ' ',
        '<',
        '>',
        '/>',
        '&',
        '$(',
        '${',
        '!',
      ],
      ...[
        'name',
        'setup(',
        'module ',
        'use Mix.Project',
        'Gem::Specification.new do |s|',
        's.',
        '<project>',
        'def project',
        '- ',
      ],
      ...[
        '[project]',
        '[package]',
        '[metadata]',
        'urls',
        'https://github.com/o/r',
        '"a"',
        '**kw',
        '<PropertyGroup>',
        '&a',
        '*a',
      ],
    )
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 30 }), async (words) => {
        await readManifests(memory(Object.fromEntries(names.map((name) => [name, words.join('')]))), '')
      }),
      { numRuns: 300 },
    )
  })

  it('does not slow down on long hostile lines', async () => {
    const lines = [
      'a'.repeat(20_000),
      '"'.repeat(20_000),
      '#{'.repeat(10_000),
      'setup('.repeat(3_000),
      ' '.repeat(20_000),
      '[['.repeat(10_000),
      '\\"'.repeat(10_000),
      '" .. '.repeat(5000),
      'name: "\n'.repeat(3000),
    ]
    const starts = [
      '',
      'setup(name=',
      'Gem::Specification.new do |s|\ns.name = ',
      'use Mix.Project\ndef project\napp: ',
      'include("',
      'name: a\nversion: ',
      '(package (name a',
      'package = ',
      'NAME => "a", repository => {',
      'Package: a\nVersion: 1\nLicense: ',
    ]
    // YAML has a parser of its own, which takes half a second for some of these; one file of it is enough.
    const own = names.filter((name) => !/ya?ml$/.test(name) || name === 'pubspec.yaml')
    for (const line of lines)
      for (const start of starts)
        await readManifests(memory(Object.fromEntries(own.map((name) => [name, start + line]))), '')
  })
})

describe('hasManifest', () => {
  it('is about one ecosystem', () => {
    const files = filesWith({ 'a/Cargo.toml': '' })
    expect(hasManifest(files, 'a', 'crates')).toBe(true)
    expect(hasManifest(files, 'a', 'npm')).toBe(false)
    expect(hasManifest(files, 'b', 'crates')).toBe(false)
    expect(hasManifest(filesWith({ 'a/rockspecs/a-1-1.rockspec': '' }), 'a', 'luarocks')).toBe(true)
  })
})

/** Files without a disk, for properties that need thousands of folders. */
function memory(texts: Readonly<Record<string, string>>): ProjectFiles {
  const known = new Map(Object.entries(texts))
  return {
    kind: (path) => (known.has(path) ? 'file' : path === '' ? 'directory' : undefined),
    list: (path) => (path === '' ? [...known.keys()] : []),
    text: (path) => known.get(path),
  }
}
