// Brings what the tasks need and runs one: `node scripts/bootstrap.mjs TASK [ARGUMENT ...]` runs `scripts/TASK.ts`.
// Plain JavaScript for Node >= 18, with nothing installed. Brought from npm into .toolchain/ (ignored by git): pnpm, and
// Node only where the running one cannot run TypeScript by itself.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const pnpm = 'pnpm@12.21.0'
const nodeVersion = '24.21.0'
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const toolchain = join(root, '.toolchain')

const [task = 'start', ...rest] = process.argv.slice(2)
const { node, bins } = bringTools()
const env = taskEnvironment(bins)
installDependencies(env)
exitLike(spawnSync(node, [join(root, 'scripts', `${task}.ts`), ...rest], { cwd: process.cwd(), env, stdio: 'inherit' }))

/** Brings pnpm and, where needed, Node; returns the folders of their commands and the path of the Node to use. */
function bringTools() {
  const pnpmBin = join(bring(pnpm), 'node_modules', '.bin')
  if (!tooOld(process.versions.node)) return { node: process.execPath, bins: [pnpmBin] }
  const folder = join(bring(nodePackage()), 'node_modules', nodePackageName(), 'bin')
  return { node: join(folder, process.platform === 'win32' ? 'node.exe' : 'node'), bins: [pnpmBin, folder] }
}

/** Installs a package from npm in a folder of its own, once; a package of another version lies beside it. */
function bring(wanted) {
  const folder = join(toolchain, wanted)
  const done = join(folder, 'installed')
  if (existsSync(done)) return folder
  say(`Bringing ${wanted} from npm into .toolchain/ …`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n')
  const quiet = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const windows = process.platform === 'win32'
  const { status } = spawnSync(windows ? 'npm.cmd' : 'npm', ['install', '--prefix', folder, ...quiet, wanted], {
    env: withoutNpm(process.env),
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: windows,
  })
  if (status !== 0) {
    const advice = 'Check the network and the registry that npm is set to, then run this again.'
    fail(`npm could not install ${wanted} (its message is above). ${advice}`)
  }
  writeFileSync(done, '')
  return folder
}

/** 22.18 is the first version that runs TypeScript without a flag. */
function tooOld(version) {
  const [major, minor] = version.split('.').map(Number)
  return major < 22 || (major === 22 && minor < 18)
}

function nodePackageName() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  return `node-${system}-${process.arch}`
}

function nodePackage() {
  if (!['linux', 'darwin', 'win32'].includes(process.platform))
    fail(`Node ${process.versions.node} is too old to build Frontdoor; install Node >= 22.18 and run this again.`)
  return `${nodePackageName()}@${nodeVersion}`
}

function taskEnvironment(bins) {
  return {
    ...withoutNpm(process.env),
    PATH: [...bins, process.env.PATH].join(delimiter),
    // The Node that the user has: the bundles are tested on it, too.
    FRONTDOOR_NODE: process.execPath,
  }
}

/** What `npm run` sets for its own child would be taken for settings by npm and pnpm. */
function withoutNpm(env) {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^npm_(?!config_registry$)/i.test(name) && name !== 'INIT_CWD'),
  )
}

function installDependencies(env) {
  const stamp = join(toolchain, 'installed.txt')
  const state = hashOf(['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests()])
  if (read(stamp) === state && existsSync(join(root, 'node_modules'))) return
  say('Installing the dependencies …')
  const frozen = existsSync(join(root, 'pnpm-lock.yaml')) && process.env.FRONTDOOR_UPDATE !== '1'
  const done = spawnSync(
    'pnpm',
    ['install', frozen ? '--frozen-lockfile' : '--no-frozen-lockfile', '--reporter=append-only', '--loglevel=warn'],
    { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' },
  )
  if (done.status !== 0) fail('pnpm could not install the dependencies (its message is above).')
  writeFileSync(stamp, hashOf(['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests()]))
}

function manifests() {
  const packages = readdirSync(join(root, 'packages')).map((name) => join('packages', name, 'package.json'))
  return ['package.json', 'scripts/package.json', 'bench/package.json', ...packages.sort()]
}

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths)
    hash
      .update(path)
      .update('\0')
      .update(read(join(root, path)) ?? '')
      .update('\0')
  return hash.digest('hex')
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

function say(text) {
  process.stderr.write(`${text}\n`)
}

function fail(text) {
  say(text)
  process.exit(2)
}

function exitLike(done) {
  if (done.error) fail(`The task could not be started: ${done.error.message}`)
  if (done.signal) process.kill(process.pid, done.signal)
  process.exit(done.status ?? 2)
}
