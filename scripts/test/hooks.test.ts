import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Program } from '../../packages/kit/src/cli/command.ts'
import { findTools, root } from '../workspace.ts'

interface Hook {
  readonly id: string
  readonly entry: string
  readonly files?: string
}

interface RootManifest {
  readonly bin: Readonly<Record<string, string>>
  readonly files: readonly string[]
}

const hooks = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as readonly Hook[]
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as RootManifest

describe('what pre-commit installs from the root', () => {
  it('has the command of each tool, in bundles/', () => {
    expect(manifest.bin).toEqual(Object.fromEntries(findTools().map(({ name }) => [name, `bundles/${name}.js`])))
    expect(manifest.files).toEqual(['bundles'])
  })

  it('has no dependencies, which npm would fetch', () => {
    expect(Object.keys(manifest).filter((key) => /dependencies$/i.test(key))).toEqual([])
  })
})

describe('a hook', () => {
  it.each(hooks)('$id calls a command of its tool, with flags that it has', async ({ entry }) => {
    const [name = '', ...args] = entry.split(' ')
    const { program } = (await import(`../../packages/${name}/src/program.ts`)) as { program: Program }
    const flags = args.filter((arg) => arg.startsWith('--')).map((arg) => arg.slice(2))
    const words = args.filter((arg) => !arg.startsWith('--'))
    const called = words.length === 0 ? program.main : program.commands?.find((one) => one.name === words[0])
    expect(Object.keys(called?.flags ?? {})).toEqual(expect.arrayContaining(flags))
    expect(called).toBeDefined()
    expect(words.length).toBeLessThan(2)
  })

  it.each(hooks.filter(({ entry }) => entry.startsWith('readme-lint')))(
    '$id looks at the READMEs that the tool can read',
    ({ files = '' }) => {
      const pattern = new RegExp(files.replace('(?i)', ''), 'i')
      const names = ['README.md', 'docs/readme.markdown', 'a/Readme.mkd', 'README.rst', 'README.rest']
      expect(names.filter((name) => !pattern.test(name))).toEqual([])
      expect(['README', 'README.adoc', 'MYREADME.md', 'README.md.bak'].filter((name) => pattern.test(name))).toEqual([])
    },
  )
})
