import { repository } from '@frontdoor/kit/testing-history'
import { describe, expect, test } from 'vitest'
import { changelogGen, initialised } from './run.ts'

// As core/ of changie has it (e78b7fc of 2026-08-20), read on 2026-11-28.
describe('the settings of changie', () => {
  const kinds =
    'kinds:\n  - { label: New Tea, auto: minor }\n  - { label: Mended, key: fix, auto: patch }\n  - { label: Words }\n'
  const fragment = (kind: string) => `kind: ${kind}\nbody: About ${kind}\ntime: 2026-01-02T03:04:05Z\n`

  test.each([
    [['Words'], '0.2.1\n'],
    [['fix'], '0.2.1\n'],
    [['fix', 'New Tea'], '0.3.0\n'],
  ])('make a version of %j', async (given, next) => {
    const files = Object.fromEntries(given.map((kind) => [`.changes/next/${kind}-1.yaml`, fragment(kind)]))
    const config = `changesDir: .changes\nunreleasedDir: next\n${kinds}`
    const made = await repository([{ message: 'a', tags: ['v0.2.0'] }, 'feat!: b'], {
      '.changie.yaml': config,
      ...files,
    })
    await changelogGen(made, ['init'])
    expect((await changelogGen(made, ['next'])).stdout).toBe(next)
  })

  test('sort fragments by kind, and list nothing else', async () => {
    const files = { '.changes/unreleased/a.yaml': fragment('fix'), '.changes/unreleased/b.yaml': fragment('New Tea') }
    const made = await repository([{ message: 'a', tags: ['v0.2.0'] }, 'feat: b'], { '.changie.yml': kinds, ...files })
    await changelogGen(made, ['init'])
    expect((await changelogGen(made, ['notes', '--unreleased'])).stdout).toMatch(
      /^### New Tea\n\n- About New Tea.*\n\n### Mended\n\n- About fix.*\n$/,
    )
  })

  test('say what cannot be had', async () => {
    const config = `${kinds}changelogPath: docs/NEWS.md\nversionFormat: x\nheaderPath: y\nversionExt: md\nreplacements: [{ path: a }]\nprojects: [{ label: b }]\nwat: 1\n`
    const { stdout, notes } = await initialised({ '.changie.yaml': config })
    expect(stdout).toContain('changelog: docs/NEWS.md\n')
    expect(notes).toEqual([
      'versionFormat: releases are written in the style of the changelog that is there; see "template" for a layout of your own',
      'headerPath: the text above the releases is that of the changelog; what stands in a release is written into it by hand, and stays',
      'versionExt: all releases stand in one file here',
      'replacements: a version in a file is not written; let the release job do it with "changelog-gen next"',
      'projects: each package has its changelog and its fragments; see "packages"',
      'wat: there is no such setting here, so it is left out',
    ])
  })
})
