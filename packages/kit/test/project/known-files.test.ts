import { describe, expect, it, test } from 'vitest'
import { findChangelog, findCommunity, findWorkflows } from '../../src/project/known-files.ts'
import { filesWith } from '../folders.ts'

describe('findChangelog', () => {
  test.each([
    'CHANGELOG.md',
    'changelog.md',
    'ChangeLog',
    'CHANGE_LOG.txt',
    'CHANGES.rst',
    'History.md',
    'NEWS',
    'RELEASES.md',
    'release-notes.md',
    'docs/changelog.md',
    'docs/RELEASE_NOTES.rst',
  ])('finds %s', (path) => {
    expect(findChangelog(filesWith({ [path]: '', 'README.md': '' }), [''])).toBe(path)
  })

  test.each([
    ['CHANGELOG/1.0.md'],
    ['RELEASE.md'],
    ['CHANGELOG-1.x.md'],
    ['CHANGELOG.zh-CN.md'],
    ['changelog.json'],
    ['changes.py'],
    ['src/CHANGELOG.md'],
  ])('does not take %s for one', (path) => {
    expect(findChangelog(filesWith({ [path]: '' }), [''])).toBeUndefined()
  })

  test.each([
    [['CHANGELOG.md', 'CHANGELOG.rst', 'CHANGELOG', 'HISTORY.md'], 'CHANGELOG.md'],
    [['HISTORY.rst', 'CHANGELOG'], 'CHANGELOG'],
    [['NEWS.md', 'ChangeLog'], 'NEWS.md'],
    [['NEWS.md', 'CHANGES.rst'], 'CHANGES.rst'],
    [['docs/CHANGELOG.md', 'NEWS'], 'NEWS'],
  ])('chooses of %j %s', (paths, expected) => {
    expect(findChangelog(filesWith(Object.fromEntries(paths.map((path) => [path, '']))), [''])).toBe(expected)
  })

  it.each([
    [
      'docs/releases.md',
      '# How we release\n\nA minor version is made every eight weeks, as was agreed when 1.0.0 was about to be made, by one of us.\n',
      undefined,
    ],
    ['HISTORY.md', '# History\n\nAda brewed the first cup.\n', undefined],
    ['HISTORY.md', '# History\n\n## Unreleased\n', 'HISTORY.md'],
    ['NEWS', 'Version 1.2\n- A lid\n', 'NEWS'],
    ['RELEASES.md', '## 2026-01-02\n\n- A lid\n', 'RELEASES.md'],
    ['CHANGES.md', '# Changes\n\nNone yet.\n', 'CHANGES.md'],
  ])('is none where %s tells in prose: %j', (path, text, expected) => {
    expect(findChangelog(filesWith({ [path]: text }), [''])).toBe(expected)
  })

  it('is that of the folder, else of the root', () => {
    const files = filesWith({ 'a/CHANGES.md': '', 'CHANGELOG.md': '' })
    expect(findChangelog(files, ['a', ''])).toBe('a/CHANGES.md')
    expect(findChangelog(files, ['b', ''])).toBe('CHANGELOG.md')
  })
})

describe('findCommunity', () => {
  it('finds each file in any case and place', () => {
    const paths = ['CONTRIBUTING.md', '.github/code-of-conduct.md', 'docs/SECURITY.rst', 'support', 'Governance.txt']
    expect(findCommunity(filesWith(Object.fromEntries(paths.map((path) => [path, '']))), [''])).toEqual({
      contributing: 'CONTRIBUTING.md',
      codeOfConduct: '.github/code-of-conduct.md',
      security: 'docs/SECURITY.rst',
      support: 'support',
      governance: 'Governance.txt',
    })
  })

  it('looks where GitHub looks first', () => {
    const files = filesWith({ '.github/SECURITY.md': '', 'SECURITY.md': '', 'docs/SECURITY.md': '' })
    expect(findCommunity(files, ['']).security).toBe('.github/SECURITY.md')
  })

  it('takes neither folders nor translations nor other files', () => {
    const files = filesWith({
      'SUPPORT/a.md': '',
      'CONTRIBUTING-de.md': '',
      'security.py': '',
      'src/GOVERNANCE.md': '',
    })
    expect(findCommunity(files, [''])).toEqual({})
  })

  it('looks in the folder before the root', () => {
    const files = filesWith({ 'a/CONTRIBUTING.md': '', '.github/CONTRIBUTING.md': '', 'SECURITY.md': '' })
    expect(findCommunity(files, ['a', ''])).toEqual({ contributing: 'a/CONTRIBUTING.md', security: 'SECURITY.md' })
  })
})

describe('findWorkflows', () => {
  it('lists workflow files, sorted', () => {
    const paths = ['b.yml', 'a.yaml', 'README.md', 'c.yml/x', 'd.yml.off']
    const files = filesWith(Object.fromEntries(paths.map((path) => [`.github/workflows/${path}`, ''])))
    expect(findWorkflows(files, '')).toEqual(['.github/workflows/a.yaml', '.github/workflows/b.yml'])
    expect(findWorkflows(filesWith({}), '')).toEqual([])
  })
})
