// Shows what the tools do, on a sample project and on this repository: `npm start`.
import { spawnSync } from 'node:child_process'
import { buildWhereStale } from './build.ts'
import { inSampleRepository } from './sample.ts'
import { findTools, root } from './workspace.ts'

/** One command of the tour. */
interface Step {
  readonly heading: string
  readonly tool: string
  readonly args: readonly string[]
  /** This repository, where it does not run in the sample project. */
  readonly here?: true
}

const tour: readonly Step[] = [
  {
    heading: 'A README with the usual faults: what would its readers on GitHub and npm miss?',
    tool: 'readme-lint',
    args: [],
  },
  { heading: 'Which of them can be mended safely?', tool: 'readme-lint', args: ['--diff'] },
  {
    heading: 'What does each place that shows it make of it?',
    tool: 'readme-lint',
    args: ['hosts', '--host', 'github', '--host', 'npm', '--host', 'pypi'],
  },
  { heading: 'Are its badges true?', tool: 'badge-sync', args: ['--check'] },
  { heading: 'Do their services still exist?', tool: 'badge-sync', args: ['migrate', '--check'] },
  { heading: 'And the front door of this repository?', tool: 'readme-lint', args: [], here: true },
  {
    heading: 'Which version comes next, and why?',
    tool: 'changelog-gen',
    args: ['next'],
  },
  {
    heading: 'What would its release notes say?',
    tool: 'changelog-gen',
    args: ['notes', '--unreleased'],
  },
]

await buildWhereStale()
const tools = findTools()
const commands = new Map(tools.map(({ name, command }) => [name, command]))
console.log("README, changelog and badges are a project's front door. These tools keep it in order:\n")
for (const { name, summary } of tools) console.log(`  ${name.padEnd(14)} ${summary}`)
const broken = await inSampleRepository(async (folder) => tour.filter((step) => show(step, folder)))
console.log('\nMore: `readme-lint --help`, and README.md for how to run the tools in your own project.')
process.exitCode = broken.length > 0 ? 1 : 0

/** Shows a step; true when its command could not do its job (findings are no failure). */
function show({ heading, tool, args, here }: Step, sample: string): boolean {
  console.log(`\n── ${heading}\n\n$ ${[tool, ...args].join(' ')}`)
  const env = { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) }
  const setting = { cwd: here ? root : sample, env, encoding: 'utf8' } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [commands.get(tool) ?? '', ...args], setting)
  console.log(stdout.trimEnd() + (stderr && `\n${stderr.trimEnd()}`))
  return status !== 0 && status !== 1
}
