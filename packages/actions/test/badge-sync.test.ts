import { project, type TestProject } from '@frontdoor/kit/testing'
import { serve } from '@frontdoor/kit/testing-server'
import { describe, expect, test } from 'vitest'
import { runAction } from './run.ts'

const readme = '# Tea\n\n![npm](https://img.shields.io/npm/v/tea)\n'

function tea(files: Record<string, string | object> = {}): Promise<TestProject> {
  const all = { 'README.md': readme, 'package.json': { name: 'tea', version: '1.0.0', license: 'MIT' }, ...files }
  return project(all, { git: { remote: 'https://github.com/o/tea.git' } })
}

describe('the action badge-sync', () => {
  test('only looks, and fails where something is not true any more', async () => {
    const made = await tea()
    const { code, log, outputs, summary } = await runAction('badge-sync', made)
    expect(code).toBe(1)
    expect(log).toMatch(/^::warning file=README\.md,line=3,/m)
    expect(outputs).toMatchObject({ errors: '0', warnings: '1', changed: 'false' })
    expect(summary).toContain('1 of them can be mended with `npx badge-sync`.')
    expect(await made.read('README.md')).toBe(readme)
  })

  test('writes where it may, and says so', async () => {
    const made = await tea()
    const step = await runAction('badge-sync', made, { with: { write: 'true' } })
    expect(step).toMatchObject({ code: 0, outputs: { warnings: '0', changed: 'true' } })
    expect(await made.read('README.md')).toContain('](https://www.npmjs.com/package/tea)')
    const again = await runAction('badge-sync', made, { with: { write: 'true' } })
    expect(again).toMatchObject({ code: 0, outputs: { changed: 'false' } })
  })

  test('migrates', async () => {
    const made = await tea({
      'README.md': '# Tea\n\n[![x](https://david-dm.org/o/tea.svg)](https://david-dm.org/o/tea)\n',
    })
    const { outputs, summary } = await runAction('badge-sync', made, { with: { command: 'migrate' } })
    expect(Number(outputs.warnings) + Number(outputs.advice)).toBeGreaterThan(0)
    expect(summary).toContain('david-dm')
  })

  test('draws badges, into a file that git does not know yet', async () => {
    const made = await tea()
    expect(await runAction('badge-sync', made, { with: { command: 'render' } })).toMatchObject({ code: 1 })
    const drawn = await runAction('badge-sync', made, { with: { command: 'render', write: 'true' } })
    expect(drawn).toMatchObject({
      code: 0,
      outputs: { changed: 'true' },
      summary: '### badge-sync: the drawn badges are true\n',
    })
    expect(await made.read('.github/badges/version.svg')).toContain('1.0.0')
  })

  test('asks who sponsors with the token, which the tool gets under no other name', async () => {
    const sponsor = { privacyLevel: 'PUBLIC', tier: { name: '$5', isOneTime: false, monthlyPriceInDollars: 5 } }
    const people = {
      nodes: [
        {
          ...sponsor,
          sponsorEntity: {
            login: 'ada',
            name: 'Ada',
            url: 'https://github.com/ada',
            avatarUrl: 'https://avatars.githubusercontent.com/u/1',
          },
        },
      ],
      pageInfo: { hasNextPage: false, endCursor: null },
    }
    const server = await serve((_, response) => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ data: { repositoryOwner: { sponsorshipsAsMaintainer: people } } }))
    })
    const made = await tea({
      'README.md': '# Tea\n\n<!-- badge-sync:start sponsors -->\n<!-- badge-sync:end sponsors -->\n',
      '.github/FUNDING.yml': 'github: [o]\n',
    })
    const { code, outputs } = await runAction('badge-sync', made, {
      with: { write: 'true', token: 'ghs_secret' },
      env: { GITHUB_GRAPHQL_URL: `${server.url}/graphql` },
    })
    expect({ code, changed: outputs.changed }).toEqual({ code: 0, changed: 'true' })
    expect(server.headers[0]?.authorization).toBe('Bearer ghs_secret')
    expect(await made.read('README.md')).toContain('https://github.com/ada')
  })

  test('a block that cannot be brought up to date is an error, which fails even where only errors do', async () => {
    const made = await tea({
      'README.md': '# Tea\n\n<!-- badge-sync:start sponsors -->\n<!-- badge-sync:end sponsors -->\n',
      '.github/FUNDING.yml': 'github: [o]\n',
    })
    const step = await runAction('badge-sync', made, { with: { 'fail-on': 'error' }, env: { GITHUB_TOKEN: '' } })
    expect(step).toMatchObject({ code: 1, outputs: { errors: '1' } })
  })
})
