import { readFileSync } from 'node:fs'
import { repository } from '@frontdoor/kit/testing-history'
import { describe, expect, it } from 'vitest'
import { readChangelog, versionsIn } from '../src/changelog/changelog.ts'
import { changelogGen } from './run.ts'

const history = [
  { message: 'feat: pour', tags: ['v1.0.0'] },
  { message: 'feat: brew', tags: ['v1.1.0-rc.1'] },
  { message: 'fix: drip', tags: ['v1.1.0'] },
  { message: 'feat!: hold a cup', tags: ['v2.0.0-rc.1'] },
  'fix: let go',
]

const releases = '## [1.1.0] - 2025-01-01\n\n- Brew\n\n## [1.0.0] - 2025-01-01\n\n- Pour\n'

async function made(changelog: string, config = '') {
  const files = { 'CHANGELOG.md': `# Changelog\n\n${changelog}`, ...(config && { 'frontdoor.yml': config }) }
  const project = await repository(history, files)
  const text = () => readFileSync(project.join('CHANGELOG.md'), 'utf8')
  return { project, text, versions: () => versionsIn(readChangelog(text())) }
}

describe('a changelog that tells of releases, and not of what led to them', () => {
  it('goes on so, and a second run changes nothing', async () => {
    const { project, text } = await made(releases)
    await changelogGen(project, [])
    expect(text()).toMatch(/^# Changelog\n\n## \[Unreleased\]\n\n- \*\*Breaking:\*\* Hold a cup .*\n- Let go /)
    expect(text()).not.toContain('rc.1')
    expect((await changelogGen(project, ['--check'])).code).toBe(0)
  })

  it('gets a release with all that is new since the one before', async () => {
    const { project, text, versions } = await made(releases)
    await changelogGen(project, [])
    await changelogGen(project, ['release', '2.0.0'])
    expect(versions()).toEqual(['2.0.0', '1.1.0', '1.0.0'])
    expect(text()).toMatch(/## \[2\.0\.0\] .*\n\n- \*\*Breaking:\*\* Hold a cup .*\n- Let go /)
  })

  it('leaves versions and notes as the tags have them', async () => {
    const { project } = await made(releases)
    expect((await changelogGen(project, ['next'])).stdout).toBe('2.0.0-rc.2\n')
    expect((await changelogGen(project, ['notes', 'v2.0.0-rc.1'])).stdout).toContain('Hold a cup')
    expect((await changelogGen(project, ['notes', '--unreleased'])).stdout).not.toContain('Hold a cup')
  })
})

it.each([
  ['has told of one', releases.replace('## [1.0.0]', '## [1.1.0-rc.1]\n\n- Brew\n\n## [1.0.0]'), ''],
  ['has told of no release that had some', releases.replace(/.*(?=## \[1\.0\.0\])/s, ''), ''],
  ['is to tell of them', releases, 'changelog-gen: { prereleases: separate }\n'],
])('a changelog that %s goes on with prereleases', async (_, changelog, config) => {
  const { project, versions } = await made(changelog, config)
  await changelogGen(project, [])
  expect(versions()[0]).toBe('2.0.0-rc.1')
})
