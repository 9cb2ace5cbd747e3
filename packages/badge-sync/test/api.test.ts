import { join } from 'node:path'
import { project } from '@frontdoor/kit/testing'
import { describe, expect, it } from 'vitest'
import type * as Api from '../src/index.ts'

const { loadProject, recognise, sync, UserError }: typeof Api = await import(
  join(import.meta.dirname, '..', 'dist', 'index.mjs')
)

const manifest = { name: 'larder', version: '1.2.3', license: 'MIT', repository: 'tea/larder' }
const dead = '[![Build](https://travis-ci.org/tea/larder.svg)](https://travis-ci.org/tea/larder)'
const old = '![npm](https://img.shields.io/npm/v/larder)'
const linked = `[${old}](https://www.npmjs.com/package/larder)`
const block = '<!-- badge-sync:start toc -->\n<!-- badge-sync:end toc -->'

async function synced(source: string, options?: Api.SyncOptions, files = {}) {
  const folder = await project({ 'package.json': manifest, ...files })
  return sync(source, await loadProject(folder.path, {}), { offline: true, ...options })
}

describe('the module', () => {
  it('brings badges and blocks up to date, and leaves all else', async () => {
    const { text, findings } = await synced(`# Larder \n\n${old}\n\n${block}\n\n## Usage\n`)
    expect(text).toMatch(
      /^# Larder \n\n\[!\[npm\]\(https:\/\/img\.shields\.io\/npm\/v\/larder\)\]\(.+\)\n\n<!-- badge-sync:start toc/,
    )
    expect(text).toContain('- [Usage](#usage)')
    expect(findings).toEqual([])
    expect((await synced(text)).text).toBe(text)
  })

  it('leaves dead addresses to whoever asks for it', async () => {
    const source = `# Larder\n\n${dead}\n`
    const workflow = { '.github/workflows/ci.yml': 'name: CI\non: push\njobs: {}\n' }
    expect((await synced(source, {}, workflow)).text).toBe(source)
    expect((await synced(source, { migrate: true }, workflow)).text).toContain('/actions/workflows/ci.yml/badge.svg')
  })

  it('heeds the config of the project, and where the README stands', async () => {
    const off = { 'frontdoor.yml': 'badge-sync: {checks: {badge/link: off}}\n' }
    expect((await synced(`${old}\n`, {}, off)).text).toBe(`${old}\n`)
    expect((await synced(`.. image:: https://img.shields.io/npm/v/larder\n`, { path: 'README.rst' })).text).toContain(
      '.. image::',
    )
  })

  it('says where a marker has no partner', async () => {
    const failure = await synced('# Larder\n\n<!-- badge-sync:start toc -->\n').catch((error: Error) => error)
    expect(failure).toBeInstanceOf(UserError)
    expect(String(failure)).toContain('README.md:3')
  })

  it.each([
    [old.slice(7, -1), { name: 'npm-version', kind: 'version', parts: { npm: 'larder' } }],
    ['https://example.com/logo.svg', undefined],
    ['logo.svg', undefined],
  ])('recognises %s', (address, expected) => {
    const found = recognise(address)
    if (expected) expect(found).toMatchObject(expected)
    else expect(found).toBeUndefined()
  })

  it('needs no change where there is none', async () => {
    expect((await synced(`${linked}\n`)).findings).toEqual([])
  })
})
