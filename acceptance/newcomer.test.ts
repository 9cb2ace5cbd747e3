import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Ended, execute } from './execute.ts'

const repository = join(import.meta.dirname, '..')
let scratch = ''
let clone = ''

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'frontdoor-newcomer-'))
  clone = join(scratch, 'frontdoor')
  await execute('git', ['clone', '--quiet', '--no-local', repository, clone], { cwd: scratch })
})
afterAll(() => rmSync(scratch, { recursive: true }))

it('gets from a clone to the first finding with one command', async () => {
  const { code, output } = await start()
  expect(code).toBe(0)
  expect(output).toContain('README.md:10:13  error  No heading or anchor "#instalation"; did you mean "#installation"?')
  for (const tool of ['readme-lint', 'badge-sync', 'changelog-gen'])
    expect(output).toMatch(new RegExp(`^\\$ .*${tool}`, 'm'))
})

/** `npm start` as on a machine that has git, npm and Node, and nothing of this project; what npm has fetched before may stay. */
function start(): Promise<Ended> {
  return execute('npm', ['start'], { cwd: clone })
}
