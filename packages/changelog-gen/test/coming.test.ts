import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { repository } from '@frontdoor/kit/testing-history'
import { describe, expect, it } from 'vitest'
import { readChangelog } from '../src/changelog/changelog.ts'
import { comingVersion } from '../src/changelog/coming.ts'
import { changelogGen } from './run.ts'

describe('a version at the top', () => {
  it.each([
    ['that follows on the newest tag', '## 1.1.0\n\n## 1.0.0\n', '1.1.0'],
    ['that follows on a dated one', '## 1.1.0\n\n## 1.0.0 - 2025-01-01\n', '1.1.0'],
    ['that has a date', '## 1.1.0 - 2025-01-01\n\n## 1.0.0\n', undefined],
    ['that has a tag on another branch', '## 2.0.0\n\n## 1.0.0\n', undefined],
    ['that is no higher', '## 0.9.0\n\n## 1.0.0\n', undefined],
    ['above one without a tag', '## 1.2.0\n\n## 1.1.0\n\n## 1.0.0\n', undefined],
    ['above nothing', '## 1.1.0\n', undefined],
    ['below what is unreleased', '## Unreleased\n\n## 1.1.0\n\n## 1.0.0\n', undefined],
  ])('%s', (_, source, coming) => {
    expect(comingVersion(readChangelog(source), '1.0.0', () => ['1.0.0', '2.0.0'])).toBe(coming)
  })

  it('is not to come where no tag is known', () => {
    expect(comingVersion(readChangelog('## 1.1.0\n\n## 1.0.0\n'), undefined, () => [])).toBeUndefined()
  })
})

describe('a version that people write down before it is released', () => {
  const files = { 'CHANGELOG.md': '# Changes\n\n## 1.1.0\n\n- A lid that fits\n\n## 1.0.0\n\n- Pour\n' }
  const made = async () => {
    const project = await repository([{ message: 'feat: pour', tags: ['v1.0.0'] }, 'fix: let the lid sit'], files)
    const who = {
      GIT_CONFIG_COUNT: '2',
      GIT_CONFIG_KEY_0: 'user.name',
      GIT_CONFIG_VALUE_0: 'A',
      GIT_CONFIG_KEY_1: 'user.email',
      GIT_CONFIG_VALUE_1: 'a@b',
    }
    const git = (...args: string[]) =>
      execFileSync('git', args, { cwd: project.join('.'), env: { ...process.env, ...who } })
    git('add', '.')
    git('commit', '--quiet', '--message=docs: changes')
    return { project, git, text: () => readFileSync(project.join('CHANGELOG.md'), 'utf8') }
  }

  it('gets what is unreleased, and a second run changes nothing', async () => {
    const { project, text } = await made()
    await changelogGen(project, [])
    expect(text()).toMatch(/^# Changes\n\n## 1\.1\.0\n\n- A lid that fits\n\n### Fixed\n\n- Let the lid sit .*\n/)
    expect(text()).not.toMatch(/unreleased/i)
    expect((await changelogGen(project, ['--check'])).code).toBe(0)
    expect((await changelogGen(project, ['notes', '--unreleased'])).stdout).toMatch(
      /^- A lid that fits\n[\s\S]*Let the lid/,
    )
    expect((await changelogGen(project, ['next'])).stdout).toBe('1.1.0\n')
  })

  it.each(['auto', '1.1.0'])('becomes a release with `release %s`', async (version) => {
    const { project, git, text } = await made()
    expect((await changelogGen(project, ['release', version])).code).toBe(0)
    expect(text()).toMatch(
      /^# Changes\n\n## 1\.1\.0\n\n- A lid that fits\n\n### Fixed\n\n- Let the lid sit .*\n\n## 1\.0\.0\n/,
    )
    git('commit', '--all', '--quiet', '--message=chore: release')
    git('tag', 'v1.1.0')
    expect((await changelogGen(project, ['--check'])).code).toBe(0)
  })

  it('is left as it was released where somebody tags it', async () => {
    const { project, git, text } = await made()
    await changelogGen(project, [])
    git('commit', '--all', '--quiet', '--message=docs: changes')
    git('tag', 'v1.1.0')
    expect((await changelogGen(project, ['--check'])).code).toBe(0)
    git('commit', '--allow-empty', '--quiet', '--message=fix: drip')
    await changelogGen(project, [])
    expect(text()).toMatch(/## Unreleased\n\n### Fixed\n\n- Drip .*\n\n<!-- .*\n\n## 1\.1\.0\n\n- A lid that fits\n/)
    expect(text().match(/<!-- changelog-gen/g)).toHaveLength(1)
    expect((await changelogGen(project, ['--check'])).code).toBe(0)
  })

  it('is not to come where fragments tell of what is, since a release takes those away', async () => {
    const { project, text } = await made()
    await project.write({
      '.changeset/lid.md': '---\n"tea": patch\n---\n\nThe lid has a knob\n',
      'package.json': '{"name":"tea","version":"1.1.0"}',
    })
    await changelogGen(project, [])
    expect(text()).toMatch(
      /## Unreleased\n[\s\S]*The lid has a knob[\s\S]*\n## 1\.1\.0\n\n- A lid that fits\n\n## 1\.0\.0/,
    )
  })
})
