import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Scratch, succeeded } from '../scratch.ts'

const repository = join(import.meta.dirname, '..', '..')
const address = 'https://github.com/frontdoor-tools/frontdoor'
const tools = ['readme-lint', 'changelog-gen', 'badge-sync']

/** Makes this repository, as the next release would have it, stand at its address and under a tag for all that runs in `scratch`. */
export async function standAtAddress(scratch: Scratch, tag: string): Promise<void> {
  const clone = join(scratch.folder, 'frontdoor')
  const git = async (...args: readonly string[]) => succeeded(await scratch.run('git', args, clone))
  succeeded(await scratch.run('git', ['clone', '--quiet', '--no-local', repository, clone], scratch.folder))
  for (const path of ['.pre-commit-hooks.yaml', 'package.json']) cpSync(join(repository, path), join(clone, path))
  mkdirSync(join(clone, 'bundles'), { recursive: true })
  // What `npm run bundles` writes; a commit of it costs megabytes, so it may be older here than the sources.
  for (const tool of tools)
    cpSync(join(repository, 'packages', tool, 'dist', 'cli.js'), join(clone, 'bundles', `${tool}.js`))
  writeFileSync(join(clone, 'bundles', 'package.json'), '{"type":"commonjs"}\n')
  await git('add', '--all')
  await git('commit', '--quiet', '--allow-empty', '--message', 'chore: release')
  await git('tag', '--annotate', '--message', tag, tag)
  await scratch.git('config', '--global', `url.${clone}.insteadOf`, address)
}
