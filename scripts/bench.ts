// Times the tools beside Node itself, markdownlint-cli2, rumdl, automd, git-cliff and conventional-changelog, as ratios of one run: `npm run bench`.

import { spawnSync } from 'node:child_process'
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
import { type HistoryPrograms, measureNext, measureWhole } from '../bench/histories.ts'
import { type Timed, timeInTurn } from '../bench/measure.ts'
import { measureProjects } from '../bench/projects.ts'
import { goalTable, ratioOf, ratioTable } from '../bench/table.ts'
import { measureThousand } from '../bench/thousand.ts'
import { buildTools } from './build.ts'
import { run } from './process.ts'
import { root, type Tool, toolNamed } from './workspace.ts'

const rounds = 21
const fewRounds = 3
const release20 = { commits: 2020, tags: 20, rounds }
const whole = { commits: 10_020, tags: 100, rounds: fewRounds }
const modules = join(root, 'bench', 'node_modules')
const markdownlint = join(modules, 'markdownlint-cli2', 'markdownlint-cli2-bin.mjs')
// About 5 kB, written by people, and installed with our own dependencies.
const readme = join(root, 'packages', 'markdown', 'node_modules', 'micromark-util-decode-string', 'readme.md')

await buildTools()
const tool = toolNamed('readme-lint')
const badges = toolNamed('badge-sync')

const folder = mkdtempSync(join(tmpdir(), 'frontdoor-bench-'))
try {
  console.log(machine())
  for (const node of new Set([bringNode(join(root, '.toolchain'), newestNode) ?? process.execPath, process.execPath])) {
    console.log(
      `\nNode ${(await run(node, ['--version'])).output.trim().slice(1)}, one README\n\n${timeOne(node, tool, folder)}`,
    )
    console.log(`\nBadges, nothing to change\n\n${timeBadges(node, badges, folder)}`)
    console.log(
      `\n2,000 commits, 20 tags, 20 commits to release\n\n${measureNext(historyPrograms(node), folder, release20)}`,
    )
  }
  const newest = bringNode(join(root, '.toolchain'), newestNode) ?? process.execPath
  console.log(`\n10,000 commits, 100 tags\n\n${measureWhole(historyPrograms(newest), folder, whole)}`)
  const satteri = join(root, 'packages', 'kit', 'node_modules', 'satteri')
  const place = { parent: folder, modules: join(root, 'node_modules', '.pnpm'), rounds: fewRounds }
  console.log(
    `\nBadges of 200 projects\n\n${measureProjects({ node: newest, badgeSync: badges.command, satteri }, place)}`,
  )
  console.log(timeThousand(newest, tool, join(folder, 'thousand')))
} finally {
  rmSync(folder, { recursive: true })
}

function historyPrograms(node: string): HistoryPrograms {
  return {
    node,
    changelogGen: toolNamed('changelog-gen').command,
    gitCliff: join(modules, 'git-cliff', 'lib', 'cli', 'cli.js'),
    conventionalChangelog: join(modules, 'conventional-changelog', 'dist', 'cli', 'index.js'),
  }
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

/** READMEs in which all is right: one with a badge, and for each tool one with five blocks that it has filled. */
function timeBadges(node: string, { command }: Tool, parent: string): string {
  const automd = join(modules, 'automd', 'dist', 'cli.mjs')
  const badge = '[![npm](https://img.shields.io/npm/v/larder)](https://www.npmjs.com/package/larder)'
  const [one, ours, theirs] = [
    larder(parent, badge),
    larder(
      parent,
      blocks(['badges', 'links', 'toc', 'install', 'include file=index.js'], 'badge-sync:start', 'badge-sync:end'),
    ),
    larder(
      parent,
      blocks(['badges', 'pm-install', 'pm-x', 'file src="./index.js" code', 'dir-tree'], 'automd', '/automd'),
    ),
  ]
  for (const [cwd, args] of [
    [ours, [command]],
    [theirs, [automd]],
  ] as const)
    spawnSync(node, args, { cwd })
  const commands = [
    { name: '`node -e 0`', program: node, args: ['-e', '0'], cwd: one },
    { name: '`badge-sync --check`, a badge', program: node, args: [command, '--check'], cwd: one },
    { name: '`badge-sync migrate --check`, a badge', program: node, args: [command, 'migrate', '--check'], cwd: one },
    { name: '`badge-sync --check`, five blocks', program: node, args: [command, '--check', '--offline'], cwd: ours },
    { name: '`automd`, five blocks', program: node, args: [automd], cwd: theirs },
  ]
  const times = timeInTurn(commands, rounds)
  const [floor = [], , , filled = [], peer = []] = times
  const goals = [
    { what: '`badge-sync --check`, five blocks / `node -e 0`', measured: ratioOf(filled, floor), goal: 1.6 },
    { what: '`badge-sync --check`, five blocks / `automd`', measured: ratioOf(filled, peer), goal: 0.4 },
  ]
  const names = commands.map(({ name }) => name)
  return [ratioTable(names, times), goalTable(goals)].join('\n\n')
}

/** A project with a README of this text. */
function larder(parent: string, text: string): string {
  const cwd = mkdtempSync(join(parent, 'badges-'))
  const manifest = { name: 'larder', version: '1.2.3', license: 'MIT', repository: 'tea/larder' }
  writeFileSync(join(cwd, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(cwd, 'LICENSE'), 'MIT License\n')
  writeFileSync(join(cwd, 'index.js'), 'export const shelves = 3\n')
  writeFileSync(join(cwd, 'README.md'), `# Larder\n\n${text}\n\n## Use\n\nOpen it.\n\n## License\n\nMIT\n`)
  return cwd
}

function blocks(names: readonly string[], start: string, end: string): string {
  const glue = start === 'automd' ? ':' : ' '
  return names.map((name) => `<!-- ${start}${glue}${name} -->\n<!-- ${end} -->`).join('\n\n')
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
