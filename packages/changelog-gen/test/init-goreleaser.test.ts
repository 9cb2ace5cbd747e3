import { repository } from '@frontdoor/kit/testing-history'
import { describe, expect, test } from 'vitest'
import { changelogGen, initialised, outcomes, verdicts } from './run.ts'

// As internal/pipe/changelog of GoReleaser 2 has it (cd616d2c0 of 2026-08-22), read on 2026-11-28.
describe('the settings of GoReleaser', () => {
  const told = ['feat(api): a', 'fix: b', 'docs: c', 'docs(readme): d', 'chore!: e', 'free text']
  const sectionsOf = async (changelog: string) => {
    const made = await repository(told, { '.goreleaser.yaml': `version: 2\nchangelog:\n${changelog}` })
    await changelogGen(made, ['init'])
    return outcomes(await verdicts(made))
  }

  test.each([
    [
      'leave out what is to be left out',
      'exclude: ["^docs:", "(?i)FREE"]',
      ['Changelog', 'Changelog', 'category', 'Changelog', 'Changelog', 'category'],
    ],
    [
      'list only what is to be listed',
      'include: ["^feat", "ext$"]',
      ['Changelog', 'category', 'category', 'category', 'category', 'Changelog'],
    ],
    [
      'list nothing twice',
      'include: ["(?i)^FEAT", "^feat"]',
      ['Changelog', 'category', 'category', 'category', 'category', 'category'],
    ],
  ])('%s', async (_, filters, wanted) => {
    expect(await sectionsOf(`  filters: { ${filters} }\n`)).toEqual(wanted)
  })

  const feat = String.raw`{ title: New, regexp: '^.*?feat(\([[:word:]]+\))??!?:.+$', order: 2 }`
  const fix = String.raw`{ title: Mended, regexp: "^.*?(fix|docs?)(\\(.+\\))??!?:.+$", order: 1 }`
  const rest = '{ title: Others, order: 999 }'

  test('sort commits into groups; what is in none is in no notes', async () => {
    expect(await sectionsOf(`  groups: [${feat}, ${fix}]\n`)).toEqual([
      'New',
      'Mended',
      'Mended',
      'Mended',
      'category',
      'category',
    ])
    expect(await sectionsOf(`  groups: [${feat}, ${rest}]\n`)).toEqual([
      'New',
      'Others',
      'Others',
      'Others',
      'Others',
      'Others',
    ])
  })

  test('say in which order groups stand', async () => {
    const { stdout, notes } = await initialised({
      '.goreleaser.yml': `changelog: { sort: asc, groups: [${feat}, ${fix}, ${rest}] }\n`,
    })
    expect(stdout).toMatch(
      /title: Mended\n {6}when:\n {8}type:\n {10}- fix\n {10}- doc\n {10}- docs\n[\s\S]*title: New\n {6}when:\n {8}type: feat\n {4}- title: Others\n$/,
    )
    expect(notes).toEqual(['changelog.sort: the newest entry comes first in each section'])
  })

  test('keep the groups that take first before those that stand first', async () => {
    const bumps = `{ title: Bumps, regexp: 'deps', order: 9 }`
    const { stdout, notes } = await initialised({ '.goreleaser.yml': `changelog: { groups: [${bumps}, ${feat}] }\n` })
    expect(stdout.match(/title: \w+/g)).toEqual([
      'title: Bumps',
      'title: New',
      'title: Left',
      'title: New',
      'title: Bumps',
    ])
    expect(notes).toEqual([
      'changelog.groups: the last categories take nothing, they only say in which order sections stand',
    ])
  })

  test('say what cannot be had', async () => {
    const config = `changelog: { use: github, format: '{{ .SHA }}', abbrev: 8, wat: 1, filters: { exclude: ['(?P<a>x', 'y'] }, groups: [{ title: A, regexp: '(' }] }\n`
    const { notes } = await initialised({ '.goreleaser.yml': config })
    expect(notes).toEqual([
      'changelog.filters.exclude: (?P<a>x is no expression of JavaScript',
      'changelog.groups: ( is no expression of JavaScript',
      'changelog.format, changelog.abbrev: entries are written in the style of the changelog; see "template" for a layout of your own',
      'changelog.wat: there is no such setting here, so it is left out',
    ])
  })

  test.each([
    ['disable: true', 'changelog: GoReleaser makes no notes here'],
    [
      'use: github-native',
      'changelog.use: GitHub makes the notes; give "--from .github/release.yml", where there is that',
    ],
  ])('do not stand in the way of another tool with %s', async (unused, said) => {
    const files = {
      '.goreleaser.yml': `changelog: { ${unused} }\n`,
      'cliff.toml': '[git]\n',
      '.config/goreleaser.yaml': 'builds: []\n',
    }
    const made = await repository(told, files)
    expect((await changelogGen(made, ['init'])).stderr).toContain('with the settings of git-cliff')
    expect((await changelogGen(made, ['init', '--from', '.goreleaser.yml'])).stderr).toContain(said)
  })
})
