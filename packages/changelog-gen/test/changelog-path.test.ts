import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import type { FileTable } from '@frontdoor/kit/testing'
import { repository } from '@frontdoor/kit/testing-history'
import { describe, expect, test } from 'vitest'
import { importCommitizen } from '../src/import/commitizen.ts'
import { importGitCliff } from '../src/import/git-cliff.ts'
import type { Imported } from '../src/import/imported.ts'
import { importNx } from '../src/import/nx.ts'
import { importReleasePlease } from '../src/import/release-please.ts'
import { importSemanticRelease } from '../src/import/semantic-release.ts'
import { importTowncrier } from '../src/import/towncrier.ts'
import { importVersionrc } from '../src/import/versionrc.ts'
import { changelogGen } from './run.ts'

function named(changelog: string): FileTable {
  return { 'frontdoor.yml': JSON.stringify({ 'changelog-gen': { changelog } }) }
}

describe('the changelog that the config names', () => {
  const commits = [{ message: 'feat: pour', tags: ['v1.0.0'] }, 'fix: drip']

  test('is written, released, verified and told of, wherever in the repository somebody stands', async () => {
    const made = await repository(commits, { ...named('docs/changes.md'), 'CHANGELOG.md': '# Another one\n' })
    mkdirSync(made.join('docs'))
    expect(await changelogGen({ path: made.join('docs') }, [])).toMatchObject({ code: 0 })
    expect(readFileSync(made.join('docs/changes.md'), 'utf8')).toContain('- Drip')
    expect(await changelogGen(made, ['release', 'auto'])).toMatchObject({ code: 0 })
    expect(readFileSync(made.join('docs/changes.md'), 'utf8')).toContain('## [1.0.1]')
    expect((await changelogGen(made, ['next'])).stderr).toContain('1.0.1')
    expect((await changelogGen(made, ['verify'])).stdout).not.toContain('CHANGELOG.md')
    expect(readFileSync(made.join('CHANGELOG.md'), 'utf8')).toBe('# Another one\n')
  })

  test('is one in the folder of each package', async () => {
    const made = await repository(commits, {
      ...named('docs/changes.md'),
      'package.json': { private: true, workspaces: ['packages/*'] },
      'packages/cup/package.json': { name: 'cup', version: '1.0.0' },
      'packages/cup/docs/index.md': '# Cup\n',
    })
    expect(await changelogGen(made, ['--package', 'cup'])).toMatchObject({ code: 0 })
    expect(existsSync(made.join('packages/cup/docs/changes.md'))).toBe(true)
    expect(existsSync(made.join('docs/changes.md'))).toBe(false)
  })

  test.each([
    ['The changelog has moved to [the book](https://example.com/changes).', 2],
    [
      '# Changelog\n\n| Cup | [log](packages/cup/CHANGELOG.md) |\n| Pot | [log][pot] |\n\n[pot]: packages/pot/HISTORY.md',
      2,
    ],
    ['# Changelog\n\nOurs, as of [a](a/CHANGELOG.md) and [the format](https://keepachangelog.com).', 0],
    ['> For more recent entries, please\n> see [the releases](https://example.com/r).\n\n## 0.9.0\n\n- Pour', 2],
    [
      '## The changelog has moved!\n\nThis file is not being updated anymore; see [the releases](https://example.com/r).\n\n## 0.9.0',
      2,
    ],
    ['For older changes, see [the archive](https://example.com/r).\n\n## 0.9.0\n\n- Pour', 0],
    ['For newer versions, see [the releases](https://example.com/r).\n\n## Unreleased\n\n## 0.9.0\n\n- Pour', 0],
    ['All notable changes, see [Keep a Changelog](https://keepachangelog.com).', 0],
  ])('is not written where it only says where it is: %s', async (text, code) => {
    const made = await repository(commits, { 'CHANGELOG.md': `# Changelog\n\n${text}\n` })
    expect(await changelogGen(made, [])).toMatchObject({ code })
  })

  test('is written where somebody names it, whatever it says above its releases', async () => {
    const text = '# Changelog\n\nFor newer versions, see [the releases](https://example.com/r).\n\n## 0.9.0\n\n- Pour\n'
    const made = await repository(commits, { 'CHANGELOG.md': text })
    expect((await changelogGen(made, [])).stderr).toContain('or this one, if it is meant\n')
    expect(await changelogGen(made, ['--changelog', 'CHANGELOG.md'])).toMatchObject({ code: 0 })
  })

  test('makes its folder', async () => {
    const made = await repository(commits, named('docs/en/changes.md'))
    expect(await changelogGen(made, ['--check'])).toMatchObject({ code: 1 })
    expect(existsSync(made.join('docs'))).toBe(false)
    expect(await changelogGen(made, [])).toMatchObject({ code: 0 })
    expect(readFileSync(made.join('docs/en/changes.md'), 'utf8')).toContain('- Drip')
  })

  test.each(['HISTORY.MD', 'Changes.Markdown'])('may be %s', async (path) => {
    const made = await repository(commits, named(path))
    expect(await changelogGen(made, [])).toMatchObject({ code: 0, stdout: `${path}: written, with one release\n` })
  })

  // Before, the flag was called as that of the notes is.
  test.each(['--changelog', '--output', '-o'])('gives way to the one of the command, behind %s', async (flag) => {
    const made = await repository(commits, named('changes.md'))
    expect(await changelogGen(made, [flag, 'NEWS.md'])).toMatchObject({ code: 0 })
    expect((await changelogGen(made, [flag, 'NEWS.md', 'verify'])).stderr).toBe('')
    expect((await changelogGen(made, ['verify', '--help'])).stdout).not.toContain('--output')
    expect((await changelogGen(made, [flag, ''])).stderr).toContain('has an empty value')
    expect([existsSync(made.join('NEWS.md')), existsSync(made.join('changes.md'))]).toEqual([true, false])
  })

  test.each([
    ['HISTORY.rst', /frontdoor\.yml:1:\d+: .*docs\/changelog\.md/],
    ['../changes.md', /changes\.md/],
  ])('cannot be %s', async (path, message) => {
    const made = await repository(commits, named(path))
    const { code, stderr } = await changelogGen(made, [])
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)])
  })
})

describe('the changelog of another tool', () => {
  const cases: readonly (readonly [string, (file: string) => Imported])[] = [
    ['Commitizen', (file) => importCommitizen({ changelog_file: file })],
    ['git-cliff', (file) => importGitCliff({ changelog: { output: file } })],
    ['Nx', (file) => importNx({ changelog: { workspaceChangelog: { file: `{workspaceRoot}/${file}` } } })],
    [
      'Nx, of each package',
      (file) =>
        importNx({
          projectsRelationship: 'independent',
          changelog: { projectChangelogs: { file: `{projectRoot}/${file}` } },
        }),
    ],
    ['release-please', (file) => importReleasePlease({ packages: { '.': { 'changelog-path': file } } })],
    [
      'release-please, of each package',
      (file) => importReleasePlease({ 'changelog-path': file, packages: { a: {}, b: {} } }),
    ],
    [
      'semantic-release',
      (file) => importSemanticRelease({ plugins: [['@semantic-release/changelog', { changelogFile: file }]] }),
    ],
    ['standard-version', (file) => importVersionrc({ infile: file })],
    ['towncrier', (file) => importTowncrier({ tool: { towncrier: { filename: file } } })],
  ]

  test.each(cases)('is the same: %s', (_, of) => {
    expect(of('./docs/changes.md').settings.changelog).toBe('docs/changes.md')
    expect(of('docs/changes.md').notes.join()).not.toMatch(/docs\/changes\.md|--changelog/)
    expect(of('CHANGELOG.md').settings).not.toHaveProperty('changelog')
    expect(of('NEWS.rst').settings).not.toHaveProperty('changelog')
    expect(of('NEWS.rst').notes.join('\n')).toMatch(/: NEWS\.rst is not Markdown/)
  })

  test.each<[string, Imported]>([
    ['two packages', importReleasePlease({ packages: { a: { 'changelog-path': 'A.md' }, b: {} } })],
    ['one that is not the root', importReleasePlease({ packages: { a: { 'changelog-path': 'A.md' } } })],
    [
      'a name in the path',
      importNx({ changelog: { workspaceChangelog: { file: '{workspaceRoot}/{projectName}.md' } } }),
    ],
  ])('is said to be named by hand where no setting says it: %s', (_, { settings, notes }) => {
    expect(settings).not.toHaveProperty('changelog')
    expect(notes.join('\n')).toContain('name the file with --changelog')
  })
})
