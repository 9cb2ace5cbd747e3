// Times readme-lint beside Node itself and markdownlint-cli2, as ratios of one run: `npm run bench`.
import { copyFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, release, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { type Timed, timeInTurn } from '../bench/measure.ts'
import { bringNewestNode } from '../bench/newest-node.ts'
import { ratioTable } from '../bench/table.ts'
import { buildTools } from './build.ts'
import { run } from './process.ts'
import { findTools, root } from './workspace.ts'

const rounds = 21
const peer = join(root, 'bench', 'node_modules', 'markdownlint-cli2', 'markdownlint-cli2-bin.mjs')
// About 5 kB, written by people, and installed with our own dependencies.
const readme = join(root, 'packages', 'markdown', 'node_modules', 'micromark-util-decode-string', 'readme.md')

await buildTools()
const tool = findTools().find(({ name }) => name === 'readme-lint')
if (tool === undefined) throw new Error('readme-lint has no src/cli.ts yet, so there is nothing to time')

const project = mkdtempSync(join(tmpdir(), 'frontdoor-bench-'))
try {
  copyFileSync(readme, join(project, 'README.md'))
  copyFileSync(join(readme, '..', 'package.json'), join(project, 'package.json'))
  writeFileSync(join(project, 'LICENSE'), 'MIT\n')
  console.log(machine())
  for (const node of new Set([bringNewestNode(join(root, '.toolchain')) ?? process.execPath, process.execPath])) {
    const commands = commandsOn(node, tool.command, project)
    const version = (await run(node, ['--version'])).output.trim()
    const table = ratioTable(
      commands.map(({ name }) => name),
      timeInTurn(commands, rounds),
    )
    console.log(`\nNode ${version.slice(1)}\n\n${table}`)
  }
} finally {
  rmSync(project, { recursive: true })
}

function commandsOn(node: string, command: string, cwd: string): readonly Timed[] {
  const timed = (name: string, ...args: readonly string[]): Timed => ({ name, program: node, args, cwd })
  return [
    timed('`node -e 0`', '-e', '0'),
    timed('`readme-lint --version`', command, '--version'),
    timed('`readme-lint --engine remark`', command, '--engine', 'remark'),
    timed('`readme-lint --engine satteri`', command, '--engine', 'satteri'),
    timed('`markdownlint-cli2 README.md`', peer, 'README.md'),
  ]
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
