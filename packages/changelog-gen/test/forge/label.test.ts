import { project } from '@frontdoor/kit/testing'
import { expect, test } from 'vitest'
import { changelogGen, testEnv } from '../run.ts'
import { fakeGithub } from './server.ts'

const yml = `template: x
autolabeler:
  - { label: docs, files: ['*.md'] }
  - { label: bug, branch: ['/^fix\\/.+/'], title: ['/fix/i'] }
  - { label: ticket, body: ['/JIRA-[0-9]{1,4}/'] }
  - { label: there, title: ['/a/'] }
`

async function labels(pull: Record<string, unknown>, files: readonly string[], ...argv: string[]): Promise<unknown> {
  const github = await fakeGithub([])
  github.open = { pull, files }
  const made = await project({ 'release-drafter.yml': yml }, { git: { remote: 'https://github.com/o/tea.git' } })
  await changelogGen(made, ['init', '--from', 'release-drafter.yml'])
  const env = { ...testEnv, GITHUB_API_URL: github.url, FRONTDOOR_CACHE: made.join('.cache') }
  const { code, stdout, stderr } = await changelogGen(made, ['label', '7', ...argv], { env })
  const sent = github.asked
    .filter((one) => one.startsWith('POST '))
    .map((one, at) => `${one.slice(5)} ${JSON.stringify(github.sent[at])}`)
  return { code, labels: stdout.split('\n').filter(Boolean), sent, ...(stderr && { stderr }) }
}

const pull = { head: { ref: 'topic' }, title: 'Cup', body: null, labels: [{ name: 'There' }] }

test.each([
  [{}, ['docs/a/b.md'], ['docs']],
  [{}, ['a.mdx'], []],
  [{ head: { ref: 'fix/cup' } }, [], ['bug']],
  [{ title: 'A FIX' }, [], ['bug']],
  [{ body: 'for JIRA-12' }, ['x.md'], ['docs', 'ticket']],
  [{ title: 'a' }, [], []],
])('a pull request with %j and the files %j gets %j', async (more, files, expected) => {
  const body = JSON.stringify({ labels: expected })
  const sent = expected.length > 0 ? [`/repos/o/tea/issues/7/labels ${body}`] : []
  expect(await labels({ ...pull, ...more }, files)).toEqual({ code: 0, labels: expected, sent })
})

test('with --dry-run no label is sent', async () => {
  expect(await labels(pull, ['a.md'], '--dry-run')).toEqual({ code: 0, labels: ['docs'], sent: [] })
})
