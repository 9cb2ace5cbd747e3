import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { cp, mkdtemp, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { run } from '@frontdoor/kit/cli'
import { memoryIo } from '@frontdoor/kit/testing'
import { afterEach, describe, expect, test } from 'vitest'
import { program } from '../src/program.ts'
import { rules } from '../src/rules.generated.ts'
import { serveWeb } from './support/web.ts'

const fixtures = join(import.meta.dirname, '../fixtures')
/** What a run says, what `--fix` leaves of the README, and the branch that is checked out: they are not part of the little project. */
const expected = ['expected.txt', 'fixed.md', 'git-branch']

const folders: string[] = []
afterEach(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true }))))

describe.each(rules.map(({ name }) => name))('%s', (rule) => {
  const cases = casesOf(rule)

  test('has a case that fires, one that is silent and one with two findings', () => {
    expect(cases).toEqual(expect.arrayContaining(['fires', 'silent', 'two']))
  })

  test.each(cases)('%s: reports and mends as expected', async (name) => {
    const folder = join(fixtures, rule, name)
    const [project, readme] = await copyOf(folder)
    const before = await readFile(readme, 'utf8')

    const env = await worldOf(rule)
    await expect(await report(rule, project, { env })).toMatchFileSnapshot(join(folder, 'expected.txt'))
    expect(await readFile(readme, 'utf8')).toBe(before)

    await report(rule, project, { env, more: ['--fix'] })
    const fixed = await readFile(readme, 'utf8')
    if (fixed === before) expect(existsSync(join(folder, 'fixed.md'))).toBe(false)
    else await expect(fixed).toMatchFileSnapshot(join(folder, 'fixed.md'))

    await report(rule, project, { env, more: ['--fix'] })
    expect(await readFile(readme, 'utf8')).toBe(fixed)
  })
})

test('every fixture belongs to a rule', () => {
  const groups = readdirSync(fixtures)
  const folders = groups.flatMap((group) => readdirSync(join(fixtures, group)).map((rule) => `${group}/${rule}`))
  expect(folders.sort()).toEqual(rules.map(({ name }) => name).sort())
})

function casesOf(rule: string): string[] {
  const folder = join(fixtures, rule)
  return existsSync(folder) ? readdirSync(folder).sort() : []
}

/** A copy where a run may write: outside of any repository, or one of its own where the case names a branch. */
async function copyOf(folder: string): Promise<[project: string, readme: string]> {
  const project = await realpath(await mkdtemp(join(tmpdir(), 'readme-lint-')))
  folders.push(project)
  await cp(folder, project, { recursive: true, filter: (path) => !expected.some((name) => path.endsWith(name)) })
  const branch = await readFile(join(folder, 'git-branch'), 'utf8').catch(() => undefined)
  if (branch) await promisify(execFile)('git', ['init', '--quiet', `--initial-branch=${branch.trim()}`, project])
  const readme = readdirSync(project).find((name) => /^readme\.(?:md|rst)$/i.test(name))
  return [project, join(project, readme ?? 'README.md')]
}

function asksNetwork(rule: string): boolean {
  return rules.some(({ name, network }) => name === rule && network)
}

/** Rules that ask the network ask a little web on loopback, whatever the host. */
async function worldOf(rule: string): Promise<Record<string, string>> {
  return asksNetwork(rule) ? { HTTP_PROXY: (await serveWeb()).url } : {}
}

interface Running {
  readonly env: Record<string, string>
  readonly more?: readonly string[]
}

async function report(rule: string, cwd: string, { env, more = [] }: Running): Promise<string> {
  const io = memoryIo({ cwd, env })
  const code = await run(program, ['--rule', rule, ...(asksNetwork(rule) ? ['--link'] : []), ...more], io)
  expect(io.stderr.text).toMatch(/^(?:readme-lint: wrote readme\.\w+\n)?$/i)
  return `${io.stdout.text}exit ${code}\n`
}
