import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plainEnvironment } from './environment.ts'
import { type Ended, execute } from './execute.ts'
import { type Registry, type RegistryOptions, startRegistry } from './registry.ts'

const repository = join(import.meta.dirname, '..')

/** A copy of the working tree, from which packages go to a registry on loopback. */
export interface Copy {
  readonly path: string
  /** Runs a program in it; throws where that fails. Gives what it prints. */
  run(program: string, ...args: readonly string[]): Promise<string>
  /** Runs a task, as `npm run` does. */
  task(name: string, ...args: readonly string[]): Promise<string>
}

/**
 * Starts a registry with the three tools in it, built, versioned and published from a copy of the working tree.
 *
 *     const registry = await startRegistryWithTools()   // in beforeAll; some ten seconds
 *     const env = registry.environment(join(scratch, 'home'))
 *     await execute('npx', ['--yes', 'readme-lint'], { cwd: project, env })
 *     await registry.stop()                             // in afterAll
 */
export async function startRegistryWithTools(options: RegistryOptions = {}): Promise<Registry> {
  const registry = await startRegistry(options)
  try {
    await releaseTools(registry)
    return registry
  } catch (error) {
    await registry.stop()
    throw error
  }
}

/**
 * Makes a release of the tools (`changeset version`, build, `changeset publish`), and publishes it to a registry on loopback.
 *
 * @returns what `changeset publish` said
 * @throws where a step fails, and before anything is published where npm or pnpm would publish to anywhere but loopback
 */
export function releaseTools(registry: Pick<Registry, 'url' | 'npmrc'>): Promise<string> {
  return inCopy(registry, async ({ task }) => {
    await task('changeset', 'version')
    await task('build')
    return task('changeset', 'publish')
  })
}

/**
 * Does something in a copy of the working tree, which is gone afterwards.
 *
 * @throws where npm or pnpm would publish from there to anywhere but loopback
 */
export async function inCopy<Value>(
  { url, npmrc }: Pick<Registry, 'url' | 'npmrc'>,
  work: (copy: Copy) => Promise<Value>,
): Promise<Value> {
  refuseUnlessLoopback(url)
  const scratch = mkdtempSync(join(tmpdir(), 'frontdoor-release-'))
  try {
    const copy = join(scratch, 'frontdoor')
    await copyWorkingTree(scratch, copy)
    // Not even a home with somebody's token in it.
    const env = { ...plainEnvironment(join(scratch, 'home')), ...author }
    writeFileSync(join(copy, '.npmrc'), npmrc)
    const run = async (program: string, ...args: readonly string[]) =>
      succeeded(await execute(program, args, { cwd: copy, env }))
    for (const asked of ['npm', 'pnpm']) refuseUnlessLoopback((await run(asked, 'config', 'get', 'registry')).trim())
    const task = (name: string, ...args: readonly string[]) =>
      run(process.execPath, join('scripts', `${name}.ts`), ...args)
    return await work({ path: copy, run, task })
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

/**
 * Publishes the package in a folder to a registry on loopback.
 *
 * @throws where it is not published, and for any other registry
 */
export async function publish(folder: string, { url, npmrc }: Pick<Registry, 'url' | 'npmrc'>): Promise<void> {
  refuseUnlessLoopback(url)
  writeFileSync(join(folder, '.npmrc'), npmrc)
  const setting = { cwd: folder, env: plainEnvironment(join(folder, 'home')) }
  refuseUnlessLoopback(succeeded(await execute('npm', ['config', 'get', 'registry'], setting)).trim())
  succeeded(await execute('npm', ['publish'], setting))
}

/**
 * The guard before everything that publishes.
 *
 * @throws for an address that is not on this machine
 */
export function refuseUnlessLoopback(address: string): void {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:'
  if (!isWeb || !['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname))
    throw new Error(`Nothing is published from a test but to loopback, and this is ${JSON.stringify(address)}`)
}

const author = {
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.com',
}

/** A clone with what is not committed yet, and the dependencies that are installed here. */
async function copyWorkingTree(scratch: string, copy: string): Promise<void> {
  succeeded(await execute('git', ['clone', '--quiet', '--no-local', repository, copy], { cwd: scratch }))
  const changed = await execute('git', ['ls-files', '-z', '--modified', '--others', '--exclude-standard'], {
    cwd: repository,
  })
  const paths = [...new Set(changed.output.split('\0').filter(Boolean))]
  for (const path of paths.filter((one) => existsSync(join(repository, one))))
    cpSync(join(repository, path), join(copy, path), { force: true })
  const packages = readdirSync(join(repository, 'packages')).map((name) => join('packages', name))
  const brought = ['.toolchain', ...['', 'scripts', ...packages].map((folder) => join(folder, 'node_modules'))]
  for (const path of brought) symlinkSync(join(repository, path), join(copy, path))
  // What git is told to ignore in the repository are folders, and these are links.
  writeFileSync(join(copy, '.git', 'info', 'exclude'), '.npmrc\n.toolchain\nnode_modules\n')
}

function succeeded({ code, output }: Ended): string {
  if (code !== 0) throw new Error(output)
  return output
}
