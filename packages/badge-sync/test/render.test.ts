import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from '@frontdoor/kit/cli'
import { type FileTable, memoryIo, project } from '@frontdoor/kit/testing'
import { describe, expect, it } from 'vitest'
import { program } from '../src/program.ts'

const manifest = {
  name: 'larder',
  version: '1.2.3',
  license: 'MIT',
  engines: { node: '>=20' },
  repository: 'tea/larder',
}
const readme = [
  '# Larder\n',
  '[![npm](https://img.shields.io/npm/v/larder)](https://www.npmjs.com/package/larder)',
  '[![Licence](https://img.shields.io/badge/license-MIT-blue)](LICENSE)',
  '[![Stars](https://img.shields.io/github/stars/tea/larder)](https://github.com/tea/larder/stargazers)',
  '[![npm](https://img.shields.io/npm/v/pantry)](https://www.npmjs.com/package/pantry)\n',
].join('\n')

async function larder(files: FileTable = {}) {
  const folder = await project({ 'README.md': readme, 'package.json': manifest, ...files }, { git: {} })
  const render = async (...argv: string[]) => {
    const io = memoryIo({ cwd: folder.path })
    const code = await run(program, ['render', ...argv], io)
    return { code, out: io.stdout.text + io.stderr.text }
  }
  return { folder, render }
}

describe('badge-sync render', () => {
  it('draws what is known, with a text for whoever does not see it, and the same bytes again', async () => {
    const { folder, render } = await larder()
    expect(await render('--check')).toMatchObject({ code: 1 })
    expect(await render()).toEqual({
      code: 0,
      out: ['version', 'license', 'node'].map((name) => `badge-sync: wrote .github/badges/${name}.svg\n`).join(''),
    })
    const license = await folder.read('.github/badges/license.svg')
    expect(license).toContain('role="img" aria-label="license: MIT"><title>license: MIT</title>')
    expect(await folder.read('.github/badges/node.svg')).toContain('&gt;=20')
    expect(await render()).toEqual({ code: 0, out: '' })
    expect(await render('--check')).toEqual({ code: 0, out: '' })
    expect(await folder.read('README.md')).toBe(readme)
  })

  it('says under --check which file is behind, and leaves it', async () => {
    const { folder, render } = await larder()
    await render()
    await folder.write({ '.github/badges/license.svg': '<svg/>' })
    expect(await render('--check')).toEqual({
      code: 1,
      out: 'badge-sync: .github/badges/license.svg is not up to date: run badge-sync render\n',
    })
    expect(await folder.read('.github/badges/license.svg')).toBe('<svg/>')
  })

  it('shows them in the README on request, in place of the same badges alone', async () => {
    const { folder, render } = await larder()
    expect((await render('--write-links')).code).toBe(0)
    expect(await folder.read('README.md')).toBe(
      readme
        .replace('https://img.shields.io/npm/v/larder', '.github/badges/version.svg')
        .replace('https://img.shields.io/badge/license-MIT-blue', '.github/badges/license.svg'),
    )
    expect((await render('--write-links', '--check')).code).toBe(0)
  })

  it('draws into another folder and in another style', async () => {
    const { folder, render } = await larder()
    await render('--folder', 'docs/img', '--style', 'for-the-badge')
    expect(await folder.read('docs/img/license.svg')).toContain('height="28"')
  })

  it('draws into the folder that the config names', async () => {
    const { folder, render } = await larder({ 'frontdoor.yml': 'badge-sync: { render: { folder: docs/badges } }\n' })
    expect(await render('--write-links')).toMatchObject({ code: 0 })
    expect(await folder.read('README.md')).toContain('![npm](docs/badges/version.svg)')
    await render('--folder', 'img')
    expect(await folder.read('img/version.svg')).toContain('v1.2.3')
  })

  it('draws for each published package of a workspace, beside its README', async () => {
    const { folder, render } = await larder({
      'package.json': { ...manifest, private: true, version: undefined, workspaces: ['packages/*'] },
      'packages/cup/package.json': { name: '@tea/cup', version: '2.0.0', license: 'MIT' },
      'packages/cup/README.md': '![npm](https://img.shields.io/npm/v/@tea/cup)\n',
      'packages/site/package.json': { name: 'site', version: '9.9.9', private: true },
      'packages/site/README.md': '![v](https://img.shields.io/badge/version-9.9.9-blue)\n',
    })
    const { code, out } = await render('--write-links')
    expect(code).toBe(0)
    expect(out).toContain('wrote packages/cup/.github/badges/version.svg')
    expect(out).not.toContain('site')
    expect(await folder.read('packages/cup/.github/badges/version.svg')).toContain('v2.0.0')
    expect(await folder.read('packages/cup/README.md')).toBe('![npm](.github/badges/version.svg)\n')
    expect(await folder.read('packages/site/README.md')).toContain('img.shields.io')
    expect(await render('--write-links', '--check')).toMatchObject({ code: 0 })
    await folder.write({ 'packages/cup/package.json': { name: '@tea/cup', version: '2.0.1', license: 'MIT' } })
    expect(await render('--check')).toMatchObject({
      code: 1,
      out: expect.stringContaining('packages/cup/.github/badges/version.svg is not up to date'),
    })
  })

  it('refuses a folder outside the repository', async () => {
    const { render } = await larder()
    expect(await render('--folder', '../elsewhere')).toMatchObject({ code: 2 })
    expect(await render('--folder', '/elsewhere')).toMatchObject({ code: 2 })
  })

  it('takes the whole path of a folder, and says where a file stands in its way', async () => {
    const { folder, render } = await larder()
    expect(await render('--folder', folder.join('art'))).toMatchObject({ code: 0 })
    expect(await folder.read('art/version.svg')).toContain('<svg')
    expect(await render('--folder', 'README.md')).toMatchObject({
      code: 2,
      out: expect.stringMatching(/cannot write README\.md: file already exists \(EEXIST\)/),
    })
  })

  it('refuses a link that leads out of the repository', async () => {
    const { folder, render } = await larder()
    const other = await project({})
    await symlink(other.path, join(folder.path, 'out'))
    expect(await render('--folder', 'out/badges')).toMatchObject({ code: 2 })
  })

  it('draws no text that is more than a word or two, and says where there is nothing', async () => {
    const hostile = { name: 'larder', version: '1.0.0\n</svg>', license: 'none of that' }
    const { render } = await larder({ 'package.json': hostile })
    expect(await render()).toMatchObject({ code: 2 })
  })
})
