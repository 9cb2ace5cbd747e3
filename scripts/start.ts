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
}

const tour: readonly Step[] = [
  {
    heading: 'A README with the usual faults: what would its readers on GitHub and npm miss?',
    tool: 'readme-lint',
    args: [],
    folder: 'examples/sample',
  },
  { heading: 'Which of them can be mended safely?', tool: 'readme-lint', args: ['--diff'], folder: 'examples/sample' },
  { heading: 'And the front door of this repository?', tool: 'readme-lint', args: [], folder: '.' },
]

await buildTools()
const tools = findTools()
const commands = new Map(tools.map(({ name, command }) => [name, command]))
console.log("README, changelog and badges are a project's front door. These tools keep it in order:\n")
for (const { name, summary } of tools.toSorted((a, b) => Number(a.private) - Number(b.private)))
  console.log(`  ${name.padEnd(14)} ${summary}`)
const broken = tour.filter(show)
console.log('\nMore: `readme-lint --help`, and README.md for how to run the tools in your own project.')
process.exitCode = broken.length > 0 ? 1 : 0

/** Shows a step; true when its command could not do its job (findings are no failure). */
function show({ heading, tool, args, folder }: Step): boolean {
  console.log(`\n── ${heading}\n`)
  const command = commands.get(tool)
  if (command === undefined) {
    console.log(`${tool} is not there yet.`)
    return false
  }
  const cwd = join(root, folder)
  const there = folder === '.' ? '' : `cd ${folder} && `
  console.log(['$', `${there}node`, relative(cwd, command), ...args].join(' '))
  const { status } = spawnSync(process.execPath, [command, ...args], { cwd, stdio: 'inherit' })
  return status !== 0 && status !== 1
}
