import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
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
  expect(output).toContain('README.md:11:13  error  No heading or anchor "#instalation"; did you mean "#installation"?')
  for (const tool of ['readme-lint', 'badge-sync', 'changelog-gen'])
    expect(output).toMatch(new RegExp(`^\\$ .*${tool}`, 'm'))
})

it('builds in the clone what is built here, byte by byte', async ({ skip }) => {
  const paths = ['packages', 'scripts', 'docs/frontdoor.schema.json', 'pnpm-lock.yaml']
  const { output } = await execute('git', ['status', '--porcelain', '--', ...paths], { cwd: repository })
  skip(output !== '', 'the clone is without what is not committed here')
  for (const tool of ['readme-lint', 'badge-sync', 'changelog-gen']) {
    const built = join('packages', tool, 'dist', 'cli.js')
    expect(readFileSync(join(clone, built)).equals(readFileSync(join(repository, built))), tool).toBe(true)
  }
})

/** `npm start` as on a machine that has git, npm and Node, and nothing of this project; what npm has fetched before may stay. */
function start(): Promise<Ended> {
  return execute('npm', ['start'], { cwd: clone })
}
