import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Registry, startRegistry } from './registry.ts'
import { type Copy, inCopy } from './release.ts'

// A release of this repository, as CONTRIBUTING.md tells it and the workflow ends it, with a registry on loopback in the place of npm's.

const repository = join(import.meta.dirname, '..')
const tools = ['readme-lint', 'changelog-gen', 'badge-sync']

let registry: Registry
beforeAll(async () => {
  registry = await startRegistry()
})
afterAll(() => registry.stop())

it('CONTRIBUTING tells the commands that are run here', () => {
  const [, page = ''] = readFileSync(join(repository, 'CONTRIBUTING.md'), 'utf8').split('## A release\n')
  const commands = [...(page.split('\n## ')[0] ?? '').matchAll(/`((?:npm run|CI=true npm|git) [^`]+)`/g)]
  expect(commands.map(([, command]) => command)).toEqual([
    'npm run changeset version',
    'npm run bundles',
    // This takes minutes, and is run for every commit.
    'CI=true npm test',
    'npm run generate',
    'git tag v1.2.0',
  ])
})

it('a release is made, tagged, packed, and published once', { timeout: 600_000 }, async () => {
  await inCopy(registry, async (copy) => {
    const commit = await versionAndPin(copy)
    const versions = tools.map((name) => `${name}@${versionOf(copy, name)}`)
    expect(versions.every((version) => !version.endsWith('@0.0.0'))).toBe(true)

    // What the recipes name has the tools of this release.
    expect(readFileSync(join(copy.path, 'docs', 'actions.md'), 'utf8')).toContain(`@${commit} # v1.2.0`)
    await copy.run('git', 'checkout', '--quiet', commit)
    for (const name of tools)
      expect(await copy.run(process.execPath, join('bundles', `${name}.js`), '--version')).toBe(
        `${versionOf(copy, name)}\n`,
      )
    await copy.run('git', 'checkout', '--quiet', 'v1.2.0')
    await copy.task('bundles', '--check')
    await copy.task('generate', '--check')
    expect(await copy.run('git', 'status', '--porcelain')).toBe('')

    await copy.task('pack', 'tarballs')
    for (const published of [versions.length, 0]) {
      const output = await copy.run('bash', '-ec', publishScript())
      expect(output.match(/^\+ [\w-]+@[\d.]+$/gm) ?? []).toHaveLength(published)
    }
    for (const version of versions) expect(await copy.run('npm', 'view', version, 'version')).not.toBe('')
  })
})

/** Steps 1 to 4; gives the commit that has the bundles. */
async function versionAndPin({ path, run, task }: Copy): Promise<string> {
  const commitAll = async (message: string) => {
    await run('git', 'add', '--all')
    await run('git', 'commit', '--quiet', '--message', message)
  }
  await commitAll('chore: what is not committed yet').catch(() => undefined)
  await task('changeset', 'version')
  await task('bundles')
  await commitAll('chore: release v1.2.0')
  const commit = (await run('git', 'rev-parse', 'HEAD')).trim()
  writeFileSync(join(path, 'packages', 'actions', 'pinned.json'), `${JSON.stringify({ commit, version: 'v1.2.0' })}\n`)
  await task('generate')
  await commitAll('docs: recipes name v1.2.0')
  await run('git', 'tag', 'v1.2.0')
  mkdirSync(join(path, '..', 'origin'))
  await run('git', 'init', '--quiet', '--bare', '../origin')
  await run('git', 'push', '--quiet', '../origin', 'HEAD:main', 'v1.2.0')
  return commit
}

/** The workflow's own words, but for what only a forge can vouch for. */
function publishScript(): string {
  const workflow = parse(readFileSync(join(repository, '.github', 'workflows', 'release.yml'), 'utf8'))
  const { run } = workflow.jobs.publish.steps.at(-1) as { run: string }
  expect(run).toContain('npm publish --provenance --access public "$tarball"')
  return `cd tarballs; cp ../.npmrc .\n${run.replace(' --provenance', '')}`
}

function versionOf({ path }: Copy, name: string): string {
  return JSON.parse(readFileSync(join(path, 'packages', name, 'package.json'), 'utf8')).version
}
