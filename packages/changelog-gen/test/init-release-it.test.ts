import { existsSync } from 'node:fs'
import { repository } from '@frontdoor/kit/testing-history'
import { describe, expect, test } from 'vitest'
import { importReleaseIt } from '../src/import/release-it.ts'
import { changelogGen, initialised, outcomes, verdicts } from './run.ts'

const plugin = '@release-it/conventional-changelog'

// As the plugin conventional-changelog 11 of release-it 19 has it: its index.js, read on 2026-11-28.
describe('the settings of release-it', () => {
  const told = ['feat: a', 'fix: b', 'docs: c', 'chore!: d', 'free text']

  test.each([
    ['angular', ['Features', 'Bug Fixes', 'category', 'Miscellaneous Chores', 'category']],
    [
      { name: 'conventionalcommits', types: [{ type: 'docs', section: 'Told' }] },
      ['category', 'category', 'Told', 'Other Changes', 'category'],
    ],
  ])('sort commits by the preset %j', async (preset, wanted) => {
    const config = JSON.stringify({ plugins: { [plugin]: { preset } } })
    const made = await repository(told, { '.release-it.json': config })
    await changelogGen(made, ['init'])
    expect(outcomes(await verdicts(made))).toEqual(wanted)
  })

  test.each([
    ['docs: a', '0.2.1\n'],
    ['feat: a', '0.3.0\n'],
    ['feat!: a', '1.0.0\n'],
  ])('move the version for %s', async (message, next) => {
    const config = JSON.stringify({ 'release-it': { git: { tagName: `cup-\${version}` }, plugins: { [plugin]: {} } } })
    const made = await repository([{ message: 'feat: begin', tags: ['cup-0.2.0', 'v7.0.0'] }, message], {
      'package.json': config,
    })
    await changelogGen(made, ['init', '--from', 'package.json'])
    expect((await changelogGen(made, ['next'])).stdout).toBe(next)
  })

  test('say what cannot be had', async () => {
    const config = {
      $schema: 'x',
      git: { commitMessage: 'x', tagName: `\${branchName}-\${version}` },
      github: { release: true, draft: true },
      gitlab: { release: false },
      npm: { publish: false },
      hooks: { 'after:bump': 'make' },
      plugins: { [plugin]: { preset: 'atom', infile: 'docs/NEWS.md', header: '# News', wat: 1 }, '@tea/bumper': {} },
    }
    const { stdout, notes } = await initialised({ '.release-it.json': JSON.stringify(config) })
    expect(stdout).toContain('changelog: docs/NEWS.md\n')
    expect(notes).toEqual([
      `git.tagName: \${branchName}-\${version} is no text around a version; set "tags"`,
      'preset: atom is not known here; set "categories"',
      'plugins: header: the text above the releases is that of the changelog; edit it there',
      'plugins: wat: there is no such setting here, so it is left out',
      'git: no commit or tag is made; let the release job do it',
      'github.release: call "changelog-gen publish --draft"',
      'hooks: no program is run; let the release job do it',
      'plugins: @tea/bumper is not known here',
    ])
  })

  test('make no config where nothing needs one', async () => {
    const made = await repository(['feat: a'], { '.release-it.json': '{"npm":{"publish":false}}' })
    const ran = await changelogGen(made, ['init'])
    expect(ran).toMatchObject({ code: 0, stdout: '' })
    expect(ran.stderr).toContain('nothing in .release-it.json needs a setting here, so there is no config to write\n')
    expect(existsSync(made.join('frontdoor.yml'))).toBe(false)
  })

  test('make no entries without that plugin', () => {
    const config = { plugins: { '@release-it/keep-a-changelog': { filename: './docs/changes.md' } } }
    expect(importReleaseIt(config)).toEqual({
      settings: { changelog: 'docs/changes.md' },
      notes: ['increment: the version is asked for there; here, commits and fragments say it'],
    })
  })
})
