// Shows what the tools do, on a sample project and on this repository: `npm start`.
import { spawnSync } from 'node:child_process'
import { join, relative } from 'node:path'
import { buildTools } from './build.ts'
import { findTools, root } from './workspace.ts'

/** One command of the tour. */
interface Step {
  readonly heading: string
  readonly tool: string
  readonly args: readonly string[]
  /** Where it runs, relative to the repository. */
  readonly folder: string
  /** Lines to show at most. */
  readonly lines?: number
  /** True for one that needs what a copy of the repository may lack: git, and its whole history. */
  readonly mayFail?: boolean
}

const sample = 'examples/sample'

const tour: readonly Step[] = [
  {
    heading: 'A README with the usual faults: what would its readers on GitHub and npm miss?',
    tool: 'readme-lint',
    args: [],
    folder: sample,
  },
  { heading: 'Which of them can be mended safely?', tool: 'readme-lint', args: ['--diff'], folder: sample },
  {
    heading: 'What does each place that shows it make of it?',
    tool: 'readme-lint',
    args: ['hosts', '--host', 'github', '--host', 'npm', '--host', 'pypi'],
    folder: sample,
  },
  { heading: 'Are its badges true?', tool: 'badge-sync', args: ['--check'], folder: sample },
  { heading: 'Do their services still exist?', tool: 'badge-sync', args: ['migrate', '--check'], folder: sample },
  { heading: 'And the front door of this repository?', tool: 'readme-lint', args: [], folder: '.' },
  {
    heading: 'Which version comes next here, and why?',
    tool: 'changelog-gen',
    args: ['next'],
    folder: '.',
    mayFail: true,
  },
  {
    heading: 'What would its release notes say?',
    tool: 'changelog-gen',
    args: ['notes', '--unreleased'],
    folder: '.',
    lines: 12,
    mayFail: true,
  },
]

await buildTools()
const tools = findTools()
const commands = new Map(tools.map(({ name, command }) => [name, command]))
console.log("README, changelog and badges are a project's front door. These tools keep it in order:\n")
for (const { name, summary } of tools) console.log(`  ${name.padEnd(14)} ${summary}`)
const broken = tour.filter(show)
console.log('\nMore: `readme-lint --help`, and README.md for how to run the tools in your own project.')
process.exitCode = broken.length > 0 ? 1 : 0

/** Shows a step; true when its command could not do its job (findings are no failure). */
function show({ heading, tool, args, folder, lines = Number.POSITIVE_INFINITY, mayFail = false }: Step): boolean {
  console.log(`\n── ${heading}\n`)
  const command = commands.get(tool) ?? ''
  const cwd = join(root, folder)
  const there = folder === '.' ? '' : `cd ${folder} && `
  console.log(['$', `${there}node`, relative(cwd, command), ...args].join(' '))
  const env = { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) }
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { cwd, env, encoding: 'utf8' })
  const written = stdout.trimEnd().split('\n')
  console.log(
    [...written.slice(0, lines), ...more(written.length - lines)].join('\n') + (stderr && `\n${stderr.trimEnd()}`),
  )
  return status !== 0 && status !== 1 && !mayFail
}

function more(count: number): string[] {
  return count > 0 ? [`… and ${count} more lines`] : []
}
