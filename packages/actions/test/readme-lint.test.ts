import { project, type TestProject } from '@frontdoor/kit/testing'
import { describe, expect, test } from 'vitest'
import { runAction } from './run.ts'

const readme = `# Tea

Brews tea. The [source](https://github.com/o/tea), its [licence](LICENSE) and [guide](guide.md).

<details>
<summary>More</summary>
**bold**
</details>
`

function tea(files: Record<string, string> = {}): Promise<TestProject> {
  const all = { 'README.md': readme, LICENSE: 'MIT License\n', ...files }
  return project(all, { git: { remote: 'https://github.com/o/tea.git' } })
}

describe('the action readme-lint', () => {
  test('annotates lines, counts, and writes a table with links to the lines', async () => {
    const { code, log, outputs, summary } = await runAction('readme-lint', await tea())
    expect(code).toBe(1)
    expect(log).toMatch(
      /^::error file=README\.md,line=3,endLine=3,col=\d+,endColumn=\d+,title=readme-lint link\/dead-file::/m,
    )
    expect(outputs).toMatchObject({ errors: '2', warnings: '0', fixable: '1', changed: 'false' })
    expect(summary).toMatch(/^### readme-lint: 2 errors/)
    expect(summary).toContain(
      '| ❌ error | [README.md:3](<https://github.com/o/tea/blob/c0ffee/README.md?plain=1#L3>) | No file guide.md',
    )
    expect(summary).toContain('1 of them can be mended with `npx readme-lint --fix`.')
    expect(summary).toMatch(
      /<summary>What each place that shows the README makes of it<\/summary>\n\n\| Feature \| Line \| GitHub \|/,
    )
    expect(outputs.comment).toMatch(/^<!-- frontdoor readme-lint -->\n### readme-lint: 2 errors/)
    expect(outputs.comment).not.toContain('<details>')
  })

  test('leaves a SARIF report where the output says', async () => {
    const made = await tea()
    const { outputs } = await runAction('readme-lint', made, { env: { RUNNER_TEMP: made.path } })
    const { runs } = JSON.parse(await made.read(`${outputs['sarif-file']}`.slice(made.path.length + 1)))
    expect(runs[0].results.map((result: { ruleId: string }) => result.ruleId)).toContain('link/dead-file')
  })

  test('links lines in the commit that was pushed, not in that of the merge', async () => {
    const event = { pull_request: { head: { sha: 'beef' } } }
    const { summary } = await runAction('readme-lint', await tea(), { event })
    expect(summary).toContain('https://github.com/o/tea/blob/beef/README.md?plain=1#L3')
  })

  test('links lines of another repository, where a workflow has checked one out', async () => {
    const made = await tea()
    await made.git('add', '.')
    await made.git('commit', '--quiet', '--message', 'feat: tea')
    const { summary } = await runAction('readme-lint', made, { env: { GITHUB_REPOSITORY: 'o/others' } })
    const commit = (await made.git('rev-parse', 'HEAD')).trim()
    expect(summary).toContain(`https://github.com/o/tea/blob/${commit}/README.md?plain=1#L3`)
  })

  test.each([
    ['warning', 1],
    ['error', 1],
    ['never', 0],
  ])('with fail-on %s, errors end with %i', async (failOn, code) => {
    expect((await runAction('readme-lint', await tea(), { with: { 'fail-on': failOn, summary: 'false' } })).code).toBe(
      code,
    )
  })

  test.each([
    ['warning', 1],
    ['error', 0],
  ])('with fail-on %s, a warning ends with %i', async (failOn, code) => {
    const made = await tea({ 'README.md': '# Tea\n\nBrews tea.\n\n![](tea.png)\n', 'tea.png': '' })
    const step = await runAction('readme-lint', made, {
      with: { 'fail-on': failOn, paths: 'README.md', summary: 'false' },
    })
    expect(step.outputs).toMatchObject({ errors: '0', warnings: '1' })
    expect(step.code).toBe(code)
  })

  test('mends what is safe, and says that files have changed', async () => {
    const made = await tea()
    const { outputs } = await runAction('readme-lint', made, { with: { fix: 'true', summary: 'false' } })
    expect(outputs).toMatchObject({ errors: '1', changed: 'true' })
    expect(await made.read('README.md')).toContain('<summary>More</summary>\n\n**bold**')
    const again = await runAction('readme-lint', made, { with: { fix: 'true', summary: 'false' } })
    expect(again.outputs.changed).toBe('false')
  })

  test('takes paths, hosts, flags and a folder to work in', async () => {
    const made = await tea({ 'docs/a b.md': '# A\n\n[x](gone.md)\n', 'docs/c.md': '# C\n' })
    const { log, summary, outputs } = await runAction('readme-lint', made, {
      with: {
        'working-directory': 'docs',
        paths: 'a b.md\n\n  c.md  \n',
        hosts: 'npm, pypi\ngithub',
        args: '--rule=link/dead-file',
        annotations: 'false',
      },
    })
    expect(outputs.errors).toBe('1')
    expect(log).not.toMatch(/^::/m)
    expect(summary).toContain('[docs/a b.md:3](<https://github.com/o/tea/blob/c0ffee/docs/a%20b.md?plain=1#L3>)')
    expect(summary).toContain('<summary>What each place that shows <code>a b&#46;md</code> makes of it</summary>')
  })

  test('shows nothing on the page of the run where that is not wanted', async () => {
    const step = await runAction('readme-lint', await tea(), { with: { summary: 'false' } })
    expect(step).toMatchObject({ summary: '', outputs: { errors: '2' } })
  })

  test('reads README.rst, for which hosts are not compared', async () => {
    const made = await project({ 'README.rst': 'Tea\n===\n\n`x <gone.rst>`_\n' }, { git: {} })
    const { code, summary } = await runAction('readme-lint', made)
    expect(code).toBe(1)
    expect(summary).toContain('gone')
    expect(summary).not.toContain('<details>')
  })

  test.each([
    [{ fix: 'yes' }, 'input fix: yes is none of false, true'],
    [{ 'fail-on': 'info' }, 'input fail-on: info is none of warning, error, never'],
    [
      { 'working-directory': '../gone' },
      'input working-directory: there is no folder ../gone; has the repository been checked out?',
    ],
    [{ hosts: 'nmp' }, 'npm'],
    [{ config: 'x%0A::warning::y.yml' }, 'x%250A::warning::y.yml'],
    [{ args: '--no-such' }, '--no-such'],
    [{ args: '--max-warnings 3' }, 'input args: write one flag a line, and its value behind "=": --max-warnings 3'],
    [{ args: '--help' }, 'input args: readme-lint makes no report with these'],
    [{ args: '--list-rules' }, '--list-rules prints text or JSON'],
    [{ paths: '--fix' }, '--fix'],
  ])('with %j it fails, and says what to change', async (inputs, message) => {
    const { code, log } = await runAction('readme-lint', await tea(), { with: inputs })
    expect(code).toBe(1)
    expect(log).toMatch(/^::error title=readme-lint::/m)
    expect(log).toContain(message)
  })
})

describe('a README that means harm', () => {
  const hostile = [
    '# Tea',
    '::warning::pwn [a](gone-::error::b.md) [b](gone%0A::error::c.md) ##[add-mask]x',
    '[@everyone|<img src=x onerror=y>](gone-@everyone|</details>.md)',
    '![x](gone`|`.png)\n\n  ::stop-commands::t\n\n[c]( gone.md "::set-output name=errors::0")',
  ].join('\n\n')

  test('gives no order to the runner, and breaks no table', async () => {
    const { log, summary, outputs } = await runAction('readme-lint', await tea({ 'README.md': hostile }))
    // Orders of the action itself begin their line; the runner takes none from the middle of one but for the old form.
    for (const line of log.split('\n').filter((one) => /^\s*::/.test(one)))
      expect(line).toMatch(/^::(error|warning|notice) file=README\.md,[^:]*::README\.md:\d+:\d+: /)
    expect(log).not.toContain('##[')
    expect(log.split('\n').filter((line) => line.startsWith('::error')).length).toBe(Number(outputs.errors))
    const rows = summary.split('\n').filter((line) => /^\| (❌|⚠️|ℹ️)/.test(line))
    expect(rows.length).toBeGreaterThan(3)
    for (const row of rows) {
      expect(row.replaceAll(/\\\||<https:[^>]*>/g, '').split('|')).toHaveLength(6)
      expect(row).not.toMatch(/@everyone|<img|<\/details/)
    }
  })
})
