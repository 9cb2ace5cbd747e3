import { describe, expect, it, test } from 'vitest'
import { readManifest } from '../../src/manifests/manifest.ts'
import { nimble } from '../../src/manifests/nimble.ts'
import { filesWith } from '../folders.ts'

const source = `# version = "9.9.9"
version       = "1.2.3" # also in spam.nim
author        = "A"
description   = "Spam for all"
license       = "MIT"
bin           = @["spam", "tools/spamd"]

requires "nim >= 1.6"

task test, "tests":
  exec "nim c -r tests"
`

const read = (text: string) => readManifest(nimble, filesWith({ 'spam.nimble': text }), 'spam.nimble')

describe('a .nimble file', () => {
  it('is read', async () => {
    expect(await read(source)).toMatchObject({
      ecosystem: 'nimble',
      name: 'spam',
      version: '1.2.3',
      description: 'Spam for all',
      license: 'MIT',
      private: false,
      commands: ['spam', 'spamd'],
    })
  })

  it('may have the form of old', async () => {
    const old = '[Package]\nversion: "1.2.3"\nauthor: "A"\ndescription: "Spam"\nlicense: "MIT"\n'
    expect(await read(old)).toMatchObject({ name: 'spam', version: '1.2.3', private: false, commands: [] })
  })

  test.each([
    ['packageName = "eggs"', { name: 'eggs' }],
    ['version = readFile("VERSION")', { name: 'spam' }],
    ['license = ""', { name: 'spam', private: false }],
  ])('with %s is %j', async (line, facts) => {
    const found = await read(`${line}\n${source}`)
    expect(found).toMatchObject(facts)
    if (line.startsWith('version')) expect(found).not.toHaveProperty('version')
  })

  it('without what Nimble asks for is nobody’s package', async () => {
    expect((await read(source.replace(/^author.*\n/m, '')))?.private).toBe(true)
  })
})
