import { describe, expect, it, test } from 'vitest'
import { go } from '../../src/manifests/go.ts'
import { readManifest } from '../../src/manifests/manifest.ts'
import type { Manifest } from '../../src/project.ts'
import { filesWith } from '../folders.ts'

describe('go.mod', () => {
  test.each([
    ['github.com/o/r', 'https://github.com/o/r', undefined],
    ['github.com/o/r/v3', 'https://github.com/o/r', undefined],
    ['github.com/o/r/sub/pkg/v2', 'https://github.com/o/r', 'sub/pkg'],
    ['gitlab.com/g/r', 'https://gitlab.com/g/r', undefined],
    ['gitlab.com/g/s/r', undefined, undefined],
    ['codeberg.org/o/r', 'https://codeberg.org/o/r', undefined],
    ['gopkg.in/yaml.v3', 'https://github.com/go-yaml/yaml', undefined],
    ['gopkg.in/user/pkg.v1', 'https://github.com/user/pkg', undefined],
    ['golang.org/x/net', undefined, undefined],
    ['helm.sh/helm/v4', undefined, undefined],
    ['example', undefined, undefined],
  ])('with the module %s leads to %s', async (name, url, directory) => {
    const found = await read(`module ${name}\n\ngo 1.24\n`)
    expect(found?.name).toBe(name)
    expect([found?.repository?.url, found?.repository?.directory]).toEqual([url, directory])
  })

  test.each([
    ['// comment\nmodule github.com/o/r // last\n', 'github.com/o/r'],
    ['module "github.com/o/r"\r\n', 'github.com/o/r'],
    ['module `github.com/o/r`', 'github.com/o/r'],
    ['module (\n\tgithub.com/o/r\n)', 'github.com/o/r'],
    ['// module github.com/x/y\nmodule github.com/o/r', 'github.com/o/r'],
  ])('is read as %j', async (source, name) => {
    expect((await read(source))?.name).toBe(name)
  })

  it('is private where nobody could fetch it', async () => {
    expect((await read('module example'))?.private).toBe(true)
    expect((await read('module github.com/o/r'))?.private).toBe(false)
  })

  test.each([
    [{ 'main.go': '// r\npackage main\n', 'cmd/tool/main.go': 'package main' }, ['r']],
    [
      { 'main.go': 'package lib\n', 'cmd/one/main.go': '', 'cmd/two/main.go': '', 'cmd/lib/lib.go': '' },
      ['one', 'two'],
    ],
    [{}, []],
  ])('with %j installs %j', async (others, commands) => {
    expect((await read('module github.com/o/r/v2', others))?.commands).toEqual(commands)
  })

  it('declares nothing without a module', async () => {
    expect(await read('go 1.24')).toBeUndefined()
  })
})

describe('go.work', () => {
  const source = 'go 1.24\nuse ./a // first\nuse (\n\t./b\n\t"./c d"\n)\n'.replace('c d', 'c')

  it('lists the members of the workspace beside go.mod', async () => {
    const found = await read('module github.com/o/r', { 'go.work': source })
    expect(found).toMatchObject({ name: 'github.com/o/r', members: ['./a', './b', './c'] })
  })

  it('is enough for a root without a module', async () => {
    const found = await readManifest(go, filesWith({ 'go.work': source }), 'go.work')
    expect(found).toMatchObject({ private: true, members: ['./a', './b', './c'] })
  })
})

function read(source: string, others: Readonly<Record<string, string>> = {}): Promise<Manifest | undefined> {
  return readManifest(go, filesWith({ 'go.mod': source, ...others }), 'go.mod')
}
