import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fakeGithub, merged, released } from '../../packages/changelog-gen/test/forge/server.ts'
import { type CheckedGithub, checkedGithub } from './checked.ts'
import { ghLog, type JobEnd, runWorkflow, type World } from './runner.ts'
import { goodReadme, type Tea, tea } from './tea.ts'
import { recipeWorkflows } from './workflows.ts'

let github: CheckedGithub
beforeAll(async () => {
  github = await checkedGithub()
})
afterAll(() => github.stop())

function recipe(name: string): string {
  const found = recipeWorkflows.find((one) => one.name.endsWith(`/${name}.md`))
  if (!found) throw new Error(`no recipe ${name}`)
  return found.text
}

function onPull({ scratch, bare, event }: Tea, more: Partial<World> = {}): World {
  const ref = 'refs/pull/7/merge'
  return { scratch, repositories: { 'o/tea': bare }, event: 'pull_request', payload: event, ref, ...more }
}

function onPush({ scratch, bare }: Tea, more: Partial<World> = {}): World {
  return { scratch, repositories: { 'o/tea': bare }, event: 'push', ref: 'refs/heads/main', ...more }
}

const logOf = ({ steps }: JobEnd | undefined = { result: 'skipped', steps: [], outputs: {} }) =>
  steps.map(({ log }) => log).join('')

describe('check', () => {
  test('passes a README with nothing wrong in it', async () => {
    const { check } = await runWorkflow(recipe('check'), onPull(await tea()))
    expect({ result: check?.result, log: logOf(check) }).toMatchObject({ result: 'success' })
    expect(check?.steps[1]?.summary).toContain('What each place that shows the README makes of it')
  })

  test('fails one with a dead link, and looks at its badges all the same', async () => {
    const readme = `${goodReadme}\n[guide](guide.md)\n\n![npm](https://img.shields.io/npm/v/tea)\n`
    const { check } = await runWorkflow(recipe('check'), onPull(await tea({ 'README.md': readme })))
    expect(check?.result).toBe('failure')
    expect(logOf(check)).toMatch(/^::error file=README\.md,[^:]*title=readme-lint link\/dead-file::/m)
    expect(logOf(check)).toMatch(/^::warning file=README\.md,[^:]*title=badge-sync badge\/link::/m)
  })
})

test.each([
  ['feat: hold a cup', 'success'],
  ['feat hold a cup', 'failure'],
  ['Hold a cup', 'failure'],
  ['fix: "; touch pwn # $(touch pwn) `touch pwn`', 'success'],
])('title %j is a %s', async (title, result) => {
  const made = await tea()
  const payload = { pull_request: { ...made.event.pull_request, title } }
  const ended = await runWorkflow(recipe('title'), onPull(made, { payload }))
  expect({ log: logOf(ended.title), result: ended.title?.result }).toMatchObject({ result })
  expect(readdirSync(join(made.scratch, 'runners', 'title', 'work'))).not.toContain('pwn')
})

describe('preview', () => {
  test('writes a comment, and brings it up to date when the title changes', async () => {
    const fake = await fakeGithub([])
    github.play(fake.url)
    const made = await tea()
    const world = onPull(made, { api: github.url })
    const { preview, comment } = await runWorkflow(recipe('preview'), world)
    expect({ faults: github.faults, log: logOf(comment), result: comment?.result }).toMatchObject({
      faults: [],
      result: 'success',
    })
    expect(fake.comments).toHaveLength(1)
    expect(fake.comments[0]?.body).toBe(preview?.outputs.comment)
    expect(fake.comments[0]?.body).toContain('With it, the next version is **1.1.0**, after 1.0.0')

    const payload = { pull_request: { ...made.event.pull_request, title: 'fix: a lid' } }
    await runWorkflow(recipe('preview'), { ...world, payload })
    expect(github.faults).toEqual([])
    expect(fake.comments).toHaveLength(1)
    expect(fake.comments[0]?.body).toContain('With it, the next version is **1.0.1**')
  })

  test('of a fork is on the page of the run, and no comment', async () => {
    const made = await tea()
    const { pull_request: pull } = made.event
    const fork = { ...pull, head: { ...(pull.head as object), repo: { full_name: 'eve/tea' } } }
    const { preview, comment } = await runWorkflow(recipe('preview'), onPull(made, { payload: { pull_request: fork } }))
    expect(preview?.result).toBe('success')
    expect(preview?.steps.at(-1)?.summary).toContain('What merging this does to the changelog')
    expect(comment?.result).toBe('skipped')
  })

  test('of a title that means harm is a comment with that title in it', async () => {
    const fake = await fakeGithub([])
    github.play(fake.url)
    const made = await tea()
    const title = 'feat: a"; touch pwn # $(touch pwn) `touch pwn` @file body=x'
    const payload = { pull_request: { ...made.event.pull_request, title, body: 'EOF\n::set-output name=comment::x' } }
    const { comment } = await runWorkflow(recipe('preview'), onPull(made, { api: github.url, payload }))
    expect({ faults: github.faults, result: comment?.result }).toEqual({ faults: [], result: 'success' })
    expect(String(fake.comments[0]?.body)).toContain('touch pwn')
    for (const job of ['preview', 'comment'])
      expect(readdirSync(join(made.scratch, 'runners', job, 'work'))).not.toContain('pwn')
  })
})

describe('draft', () => {
  const file = (path: string) => readFileSync(join(import.meta.dirname, '..', '..', path), 'utf8')
  const [, shown = ''] =
    /^```yaml\n(changelog-gen:[\s\S]*?)^```$/m.exec(file('docs/recipes/github-actions/draft.md')) ?? []

  test.each([
    ['that the page shows', shown],
    ['of this repository', file('frontdoor.yml')],
  ])('keeps the draft of the next release, with the settings %s', async (_, config) => {
    const fake = await fakeGithub([merged(2, 'feat: hold a cup'), merged(1, 'fix: burn less')], [released('v1.0.0')])
    github.play(fake.url)
    const world = onPush(await tea({ 'frontdoor.yml': config }), { api: github.url })
    const { draft } = await runWorkflow(recipe('draft'), world)
    const ended = { faults: github.faults, log: logOf(draft), result: draft?.result }
    expect(ended).toMatchObject({ faults: [], result: 'success' })
    expect(fake.releases[0]).toMatchObject({ draft: true, name: expect.stringMatching(/^v1\.\d\.\d$/) })
    expect(fake.releases[0]?.body).toContain('burn less (#1)')
  })
})

test('release packs, publishes what was packed, and writes the notes', async () => {
  const made = await tea({ 'CHANGELOG.md': '# Changelog\n\n## [1.0.0] - 2026-01-02\n\n### Added\n\n- Boil water\n' })
  const world = onPush(made, { event: 'push', ref: 'refs/tags/v1.0.0', gh: { 'release create': '' } })
  const ended = await runWorkflow(recipe('release'), world)
  for (const name of ['pack', 'publish', 'release'])
    expect({ name, log: logOf(ended[name]), result: ended[name]?.result }).toMatchObject({ name, result: 'success' })
  expect(readdirSync(join(made.scratch, 'artifacts', 'tarball'))).toEqual(['tea-1.0.0.tgz'])
  expect(readFileSync(join(made.scratch, 'npm.log'), 'utf8')).toBe(
    'publish --provenance --access public ./tea-1.0.0.tgz\n',
  )
  const { argv, input } = ghLog(world).find(({ argv: [, second] }) => second === 'create') ?? {}
  expect(argv).toEqual(['release', 'create', 'v1.0.0', '--verify-tag', '--title', 'v1.0.0', '--notes-file', '-'])
  expect(input).toContain('Boil water')
})

describe('refresh', () => {
  const answers = { 'auth setup-git': '', 'pr create': '' }

  test('proposes what has changed on a branch, and only once', async () => {
    const made = await tea({
      'README.md': goodReadme.replace('Brews', '![npm](https://img.shields.io/npm/v/tea)\n\nBrews'),
    })
    const world = onPush(made, { event: 'schedule', gh: answers })
    const { refresh } = await runWorkflow(recipe('refresh'), world)
    expect({ log: logOf(refresh), result: refresh?.result }).toMatchObject({ result: 'success' })
    expect(await made.git('diff', '--name-only', 'main', 'frontdoor/refresh')).toBe('README.md\n')
    expect(await made.git('show', 'frontdoor/refresh:README.md')).toContain('](https://www.npmjs.com/package/tea)')
    expect(ghLog(world).map(({ argv }) => argv.slice(0, 2).join(' '))).toEqual([
      'auth setup-git',
      'pr view',
      'pr create',
    ])

    const again = { ...world, gh: { ...answers, 'pr view': 'OPEN\n' } }
    expect((await runWorkflow(recipe('refresh'), again)).refresh?.result).toBe('success')
    expect(ghLog(world).filter(({ argv }) => argv[1] === 'create')).toHaveLength(1)
  })

  test('proposes nothing where nothing has', async () => {
    const made = await tea()
    const world = onPush(made, { event: 'schedule', gh: answers })
    const { refresh } = await runWorkflow(recipe('refresh'), world)
    expect({ log: logOf(refresh), result: refresh?.result }).toMatchObject({ result: 'success' })
    expect(ghLog(world)).toEqual([])
  })
})

test('scan hands a report to code scanning, and does not fail', async () => {
  const made = await tea({ 'README.md': `${goodReadme}\n[guide](guide.md)\n` })
  const { scan } = await runWorkflow(recipe('scan'), onPush(made))
  expect(scan?.result).toBe('success')
  expect(logOf(scan)).not.toMatch(/^::error/m)
  const report = JSON.parse(readFileSync(join(made.scratch, 'artifacts/code-scanning/readme-lint.sarif'), 'utf8'))
  expect(report.runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain('link/dead-file')
  const fork = { pull_request: { head: { repo: { full_name: 'eve/tea' } } } }
  expect((await runWorkflow(recipe('scan'), onPull(made, { payload: fork }))).scan?.result).toBe('skipped')
})

test('many repositories are checked, each in a job of its own', async () => {
  const [good, bad] = [await tea(), await tea({ 'README.md': `${goodReadme}\n[guide](guide.md)\n` })]
  const repositories = { 'o/tea': good.bare, 'o/cup': bad.bare }
  const gh = { 'repo list': `${JSON.stringify(Object.keys(repositories))}\n` }
  const world = onPush(good, { event: 'schedule', repositories, gh })
  const ended = await runWorkflow(recipe('many-repositories'), world)
  expect(Object.fromEntries(Object.entries(ended).map(([name, { result }]) => [name, result]))).toEqual({
    list: 'success',
    'check / check (o/tea)': 'success',
    'check / check (o/cup)': 'failure',
    'check / table': 'success',
  })
  const table = ended['check / table']?.steps.at(-1)?.summary
  expect(table).toContain('| o/tea | 0 / 0 | 0 / 0 |\n')
  expect(table).toContain('| o/cup | 1 / 0 | 0 / 0 |\n')
  const { steps = [] } = ended['check / check (o/cup)'] ?? {}
  expect(steps.map(({ summary }) => summary).join('')).toContain('No file guide.md')
  expect(existsSync(join(good.scratch, 'runners', 'check-o-cup', 'work', 'checked', 'README.md'))).toBe(true)
})
