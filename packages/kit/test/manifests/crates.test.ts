import { describe, expect, it, test } from 'vitest'
import { crates } from '../../src/manifests/crates.ts'
import { readManifest } from '../../src/manifests/manifest.ts'
import { projectFiles } from '../../src/project/files.ts'
import type { Manifest } from '../../src/project.ts'
import { filesWith, folderWith } from '../folders.ts'

const workspace = `
[workspace]
members = ["crates/*"]
exclude = ["crates/old"]
[workspace.package]
version = "2.0.0"
license = "MIT/Apache-2.0"
repository = "https://github.com/o/r"
homepage = "https://r.example"
readme = "README.md"
publish = false
`
const member = `
[package]
name = "inner"
version.workspace = true
license = { workspace = true }
repository.workspace = true
homepage.workspace = true
readme.workspace = true
description = "Inner"
`

describe('Cargo.toml', () => {
  it('is read', async () => {
    const found = await read(`
[package]
name = "mado"
version = "0.3.1"
description = "A linter"
license = "MIT OR Apache-2.0"
repository = "https://github.com/o/mado/tree/main/mado"
documentation = "https://docs.example/mado"
homepage = "https://mado.example"
readme = "../README.md"
`)
    expect(found).toMatchObject({
      ecosystem: 'crates',
      path: 'Cargo.toml',
      name: 'mado',
      version: '0.3.1',
      description: 'A linter',
      license: 'MIT OR Apache-2.0',
      private: false,
      repository: { url: 'https://github.com/o/mado', directory: 'mado' },
      documentation: 'https://docs.example/mado',
      homepage: 'https://mado.example',
      readme: '../README.md',
      commands: [],
    })
  })

  test.each([
    ['publish = false', true],
    ['publish = []', true],
    ['publish = ["company"]', false],
    ['publish = true', false],
    ['', false],
    ['[dependencies]\nb = { git = "https://github.com/o/b" }', true],
    ['[build-dependencies]\nb = { path = "../b" }', true],
    ['[dependencies]\nb = { path = "../b", version = "1" }\nc = "1"\nd = { workspace = true }', false],
    ['[dev-dependencies]\nb = { path = "../b" }', false],
  ])('with %j is private: %s', async (line, expected) => {
    expect((await read(`[package]\nname = "a"\n${line}`))?.private).toBe(expected)
  })

  test.each([
    ['readme = true', 'README.md'],
    ['readme = false', undefined],
    ['readme = "README.rst"', 'README.rst'],
  ])('with %j has the README %s', async (line, readme) => {
    expect((await read(`[package]\nname = "a"\n${line}`))?.readme).toBe(readme)
  })

  test.each([
    ['', ['src/lib.rs'], []],
    ['', ['src/main.rs'], ['a']],
    ['', ['src/main.rs', 'src/bin/b.rs', 'src/bin/c/main.rs'], ['a', 'b', 'c']],
    ['[[bin]]\nname = "b"\npath = "src/main.rs"', ['src/main.rs'], ['b']],
    ['[[bin]]\nname = "b"\npath = "b.rs"', ['src/main.rs'], ['b', 'a']],
    ['autobins = false\n[[bin]]\nname = "b"', ['src/main.rs', 'src/bin/c.rs'], ['b']],
  ])('with %j and %j installs %j', async (lines, paths, commands) => {
    const others = Object.fromEntries(paths.map((path) => [path, '']))
    expect((await read(`[package]\nname = "a"\n${lines}`, others))?.commands).toEqual(commands)
  })

  it('inherits what its workspace hands down, however deep it lies', async () => {
    const root = folderWith({ 'Cargo.toml': workspace, 'crates/inner/Cargo.toml': member })
    const found = await readManifest(crates, projectFiles(`${root}/crates/inner`, root), 'Cargo.toml')
    expect(found).toMatchObject({
      name: 'inner',
      version: '2.0.0',
      license: 'MIT OR Apache-2.0',
      description: 'Inner',
      private: false,
      repository: { url: 'https://github.com/o/r' },
      homepage: 'https://r.example',
      readme: '../../README.md',
    })
  })

  it('inherits from the workspace that it names', async () => {
    const files = filesWith({
      'sub/a/Cargo.toml': '[package]\nname = "a"\nworkspace = "../root"\nversion.workspace = true',
      'sub/root/Cargo.toml': workspace,
      'sub/Cargo.toml': '[workspace.package]\nversion = "1.0.0"',
    })
    expect((await readManifest(crates, files, 'sub/a/Cargo.toml'))?.version).toBe('2.0.0')
  })

  it('inherits nothing where there is no workspace', async () => {
    expect(await read(member)).toMatchObject({ name: 'inner', description: 'Inner' })
    expect(await read(member)).not.toHaveProperty('version')
  })

  it('names the broken one where its workspace is broken', async () => {
    const root = folderWith({ 'Cargo.toml': '[workspace', 'inner/Cargo.toml': member })
    const reading = readManifest(crates, projectFiles(`${root}/inner`, root), 'Cargo.toml')
    await expect(reading).rejects.toMatchObject({ cause: '../Cargo.toml' })
  })

  it('may be only the root of a workspace', async () => {
    const found = await read(workspace)
    expect(found).toMatchObject({ private: true, members: ['crates/*', '!crates/old'] })
    expect(found).not.toHaveProperty('name')
  })

  it('declares nothing where it only has profiles', async () => {
    expect(await read('[profile.release]\nlto = true')).toBeUndefined()
  })
})

function read(source: string, others: Readonly<Record<string, string>> = {}): Promise<Manifest | undefined> {
  return readManifest(crates, filesWith({ 'Cargo.toml': source, ...others }), 'Cargo.toml')
}
