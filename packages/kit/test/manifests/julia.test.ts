import { describe, expect, it, test } from 'vitest'
import { julia } from '../../src/manifests/julia.ts'
import { readManifest } from '../../src/manifests/manifest.ts'
import { filesWith } from '../folders.ts'

const named = 'name = "Spam"\nuuid = "00000000-0000-4000-8000-000000000000"\n'
const read = (source: string, files = {}) =>
  readManifest(julia, filesWith({ 'Project.toml': source, ...files }), 'Project.toml')

describe('Project.toml', () => {
  it('of a package is read', async () => {
    const source = `${named}version = "1.2.3"\n[deps]\nEggs = "1"\n[compat]\njulia = "1.10"`
    expect(await read(source)).toMatchObject({
      ecosystem: 'julia',
      name: 'Spam',
      version: '1.2.3',
      private: false,
      dependencies: ['Eggs'],
      members: [],
    })
  })

  test.each([[`${named}version = "1.2.3"\n`], [`${named}[compat]\njulia = "1"`]])(
    'that is %j is not for the registry',
    async (source) => {
      expect((await read(source))?.private).toBe(true)
    },
  )

  it('has the packages of its workspace, and not its tests', async () => {
    const files = { 'lib/Eggs/Project.toml': named, 'test/Project.toml': '[deps]' }
    const found = await read('[workspace]\nprojects = ["lib/Eggs", "test", "docs"]', files)
    expect(found).toMatchObject({ private: true, members: ['lib/Eggs'] })
    expect(found).not.toHaveProperty('name')
  })

  test.each(['name = "Spam"', '[deps]\nEggs = "1"', '[workspace]\nprojects = ["docs"]'])(
    'that is %j only lists what is needed',
    async (source) => {
      expect(await read(source)).toBeUndefined()
    },
  )
})
