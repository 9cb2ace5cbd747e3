import { project } from '@frontdoor/kit/testing'
import { serve } from '@frontdoor/kit/testing-server'
import { expect, test } from 'vitest'
import { changelogGen, testEnv } from '../run.ts'

const yml = `template: x
autolabeler:
  - { label: docs, files: ['*.md'] }
  - { label: bug, branch: ['/^fix\\/.+/'], title: ['/fix/i'] }
  - { label: ticket, body: ['/JIRA-[0-9]{1,4}/'] }
  - { label: there, title: ['/a/'] }
`

async function labels(pull: object, files: readonly string[], ...argv: string[]): Promise<unknown> {
  const sent: string[] = []
  const server = await serve(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    if (request.method === 'POST') sent.push(`${request.url} ${Buffer.concat(chunks)}`)
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(request.url?.includes('/files') ? files.map((filename) => ({ filename })) : pull))
  })
  const made = await project({ 'release-drafter.yml': yml }, { git: { remote: 'https://github.com/o/tea.git' } })
  await changelogGen(made, ['init', '--from', 'release-drafter.yml'])
  const env = { ...testEnv, GITHUB_API_URL: server.url, FRONTDOOR_CACHE: made.join('.cache') }
  const { code, stdout, stderr } = await changelogGen(made, ['label', '7', ...argv], { env })
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
