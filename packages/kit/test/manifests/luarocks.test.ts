import { describe, expect, it, test } from 'vitest'
import { readManifests } from '../../src/manifests/readers.ts'
import { filesWith } from '../folders.ts'

const read = async (files: Readonly<Record<string, string>>) => (await readManifests(filesWith(files), '')).manifests

const spec = `rockspec_format = "3.0"
package = "spam"
version = "1.2.3-1"
source = {
  url = "git+https://github.com/o/spam.git",
  tag = "v1.2.3"
}
description = {
  -- summary = "Old",
  summary = 'Spam for all',
  detailed = [[
    homepage = "https://other.example" ]
  ]],
  homepage = "https://spam.example", license = "MIT <https://license.example>",
  issues_url = "https://bugs.example",
}
dependencies = { "lua >= 5.1" }
build = { type = "builtin", modules = { spam = "spam.lua" } }
`

describe('a rockspec', () => {
  it('is read', async () => {
    expect(await read({ 'spam-1.2.3-1.rockspec': spec })).toMatchObject([
      {
        ecosystem: 'luarocks',
        path: 'spam-1.2.3-1.rockspec',
        name: 'spam',
        version: '1.2.3',
        description: 'Spam for all',
        license: 'MIT',
        private: false,
        repository: { url: 'https://github.com/o/spam' },
        homepage: 'https://spam.example',
        issues: 'https://bugs.example',
      },
    ])
  })

  test.each([
    ['local name = "spam"\nlocal v = "1.2"\npackage = name\nversion = v .. "-" .. "2" -- new', 'spam', '1.2'],
    ['package="spam";version = "scm-1"', 'spam', undefined],
    ['package = "spam"\nversion = "dev-1"', 'spam', undefined],
    ['package = os.getenv("NAME")\nversion = "1.2-1" or "1.3-1"', undefined, undefined],
    ['package = "spam" .. name\nversion = "1.2-1" .. f()', undefined, undefined],
    ['local package_name = "eggs"\nif package == "eggs" then end', undefined, undefined],
    ['package = "it\\"s"', 'it"s', undefined],
  ])('that is %j is of %s, %s', async (source, name, version) => {
    const [found] = await read({ 'spam-1.rockspec': source })
    expect([found?.name, found?.version, found?.private]).toEqual([name, version, name === undefined])
  })

  test.each([
    [['spam-1.9.0-1', 'spam-1.10.0-1', 'spam-1.2.0-3'], 'spam-1.10.0-1'],
    [['spam-1.9.0-1', 'spam-1.9.0-2'], 'spam-1.9.0-2'],
    [['spam-1.9.0-1', 'spam-scm-1'], 'spam-scm-1'],
    [['rockspecs/spam-1.9.0-1', 'rockspecs/spam-2.0.0-1'], 'rockspecs/spam-2.0.0-1'],
    [['rockspecs/spam-1.9.0-1', 'spam-dev-1'], 'spam-dev-1'],
  ])('of %j is %s', async (names, path) => {
    const found = await read(Object.fromEntries(names.map((name) => [`${name}.rockspec`, spec])))
    expect(found.map((one) => one.path)).toEqual([`${path}.rockspec`])
  })
})
