// Times readme-lint and badge-sync beside Node itself, markdownlint-cli2, rumdl and automd, as ratios of one run: `npm run bench`.
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { availableParallelism, cpus, release, tmpdir, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { bringNode, newestNode } from '../bench/bring-node.ts'
import { layOutPackages } from '../bench/corpus.ts'
import { type Timed, timeInTurn } from '../bench/measure.ts'
import { goalTable, ratioOf, ratioTable } from '../bench/table.ts'
import { measureThousand } from '../bench/thousand.ts'
import { buildTools } from './build.ts'
import { run } from './process.ts'
import { findTools, root, type Tool } from './workspace.ts'

const rounds = 21
const fewRounds = 3
const modules = join(root, 'bench', 'node_modules')
const markdownlint = join(modules, 'markdownlint-cli2', 'markdownlint-cli2-bin.mjs')
// About 5 kB, written by people, and installed with our own dependencies.
const readme = join(root, 'packages', 'markdown', 'node_modules', 'micromark-util-decode-string', 'readme.md')

await buildTools()
const tool = toolCalled('readme-lint')
const badges = toolCalled('badge-sync')

const folder = mkdtempSync(join(tmpdir(), 'frontdoor-bench-'))
try {
  console.log(machine())
  for (const node of new Set([bringNode(join(root, '.toolchain'), newestNode) ?? process.execPath, process.execPath])) {
    console.log(
      `\nNode ${(await run(node, ['--version'])).output.trim().slice(1)}, one README\n\n${timeOne(node, tool, folder)}`,
    )
    console.log(`\nBadges, nothing to change\n\n${timeBadges(node, badges, folder)}`)
  }
  console.log(
    timeThousand(bringNode(join(root, '.toolchain'), newestNode) ?? process.execPath, tool, join(folder, 'thousand')),
  )
} finally {
  rmSync(folder, { recursive: true })
}

function timeOne(node: string, { command, folder: packageFolder }: Tool, parent: string): string {
  const cwd = mkdtempSync(join(parent, 'one-'))
  copyFileSync(readme, join(cwd, 'README.md'))
  copyFileSync(join(readme, '..', 'package.json'), join(cwd, 'package.json'))
  writeFileSync(join(cwd, 'LICENSE'), 'MIT\n')
  mkdirSync(join(cwd, 'node_modules', '.bin'), { recursive: true })
  symlinkSync(packageFolder, join(cwd, 'node_modules', 'readme-lint'))
  symlinkSync(command, join(cwd, 'node_modules', '.bin', 'readme-lint'))
  const timed = (name: string, program: string, ...args: readonly string[]): Timed => ({ name, program, args, cwd })
  const commands = [
    timed('`node -e 0`', node, '-e', '0'),
    timed('`readme-lint --version`', node, command, '--version'),
    timed('`readme-lint --engine remark`', node, command, '--engine', 'remark'),
    timed('`readme-lint --engine satteri`', node, command, '--engine', 'satteri'),
    timed('`readme-lint --cache`, from the cache', node, command, '--cache'),
    timed('`npx --no-install readme-lint --version`', 'npx', '--no-install', 'readme-lint', '--version'),
    timed('`markdownlint-cli2 README.md`', node, markdownlint, 'README.md'),
  ]
  const times = timeInTurn(commands, rounds)
  const [floor = [], , , , cached = [], npx = []] = times
  const goal = { what: 'unchanged, from the cache / `node -e 0`', measured: ratioOf(cached, floor), goal: 1.5 }
  const added = `\`npx\` itself adds ${ratioOf(npx, times[1] ?? []).toFixed(1)} times what \`readme-lint --version\` takes.`
  const names = commands.map(({ name }) => name)
  return [ratioTable(names, times), added, goalTable([goal])].join('\n\n')
}

/** One README with badges that are right, and a block of automd's with as little to do. */
function timeBadges(node: string, { command }: Tool, parent: string): string {
  const cwd = mkdtempSync(join(parent, 'badges-'))
  const manifest = { name: 'larder', version: '1.2.3', license: 'MIT', repository: 'tea/larder' }
  const badge = '[![npm](https://img.shields.io/npm/v/larder)](https://www.npmjs.com/package/larder)'
  const block = `<!-- automd:pm-install -->\n\n<!-- /automd -->\n`
  writeFileSync(join(cwd, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(cwd, 'README.md'), `# Larder\n\n${badge}\n\n${block}`)
  const commands = [
    { name: '`node -e 0`', program: node, args: ['-e', '0'], cwd },
    { name: '`badge-sync --check`', program: node, args: [command, '--check'], cwd },
    { name: '`badge-sync migrate --check`', program: node, args: [command, 'migrate', '--check'], cwd },
    // Its first run, which warms up, fills the block.
    { name: '`automd`', program: node, args: [join(modules, 'automd', 'dist', 'cli.mjs')], cwd },
  ]
  const times = timeInTurn(commands, rounds)
  const [floor = [], ours = [], , theirs = []] = times
  const goals = [
    { what: '`badge-sync --check` / `node -e 0`', measured: ratioOf(ours, floor), goal: 1.6 },
    { what: '`badge-sync --check` / `automd`', measured: ratioOf(ours, theirs), goal: 0.4 },
  ]
  const names = commands.map(({ name }) => name)
  return [ratioTable(names, times), goalTable(goals)].join('\n\n')
}

function toolCalled(wanted: string): Tool {
  const found = findTools().find(({ name }) => name === wanted)
  if (found === undefined) throw new Error(`${wanted} has no src/cli.ts, so there is nothing to time`)
  return found
}

function timeThousand(node: string, { command }: Tool, cwd: string): string {
  mkdirSync(cwd)
  const characters = layOutPackages(cwd, join(root, 'node_modules', '.pnpm'), 1000)
  const programs = {
    node,
    tool: command,
    markdownlint,
    rumdl: join(modules, 'rumdl', 'bin', 'rumdl'),
    rumdlNative: nativeRumdl(),
  }
  const { table, goals } = measureThousand(programs, cwd, fewRounds)
  const size = `1,000 READMEs with ${(characters / 1e6).toFixed(1)} million characters, ${fewRounds} rounds`
  return `\n${size}\n\n${table}\n\n${goalTable(goals)}`
}

/** The program for this machine, which the script that npm installs looks for and starts. */
function nativeRumdl(): string {
  const scope = join(dirname(realpathSync(join(modules, 'rumdl'))), '@rumdl')
  const [platform = ''] = readdirSync(scope)
  return join(scope, platform, process.platform === 'win32' ? 'rumdl.exe' : 'rumdl')
}

function machine(): string {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`
  const cores = `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown'}`
  const size = (statSync(readme).size / 1000).toFixed(1)
  return [
    `${new Date().toISOString().slice(0, 10)}, ${process.platform} ${release()}, ${cores}, ${memory}.`,
    `A README of ${size} kB, ${rounds} rounds in turn; medians, and medians of the ratios of each round.`,
  ].join(' ')
}
