// Lints a folder of projects and counts the findings (`--fix-check` also proves the fixes, `--render-check` what hosts drop, and what is rendered for them): `npm run corpus -- FOLDER`.
import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { faultsOfFixes } from './corpus/fixes.ts'
import { type LintedProject, lintProject } from './corpus/project.ts'
import { summarize } from './corpus/summary.ts'
import { mapTwoAtATime, run } from './process.ts'
import { root, toolNamed } from './workspace.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'fix-check': { type: 'boolean' }, 'render-check': { type: 'boolean' } },
})
const [given] = positionals
const { command: tool } = toolNamed('readme-lint')
process.exitCode = await main(given)

async function main(folder: string | undefined): Promise<number> {
  if (folder === undefined || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    console.error(
      'Say which folder has the projects, one in each subfolder: npm run corpus -- FOLDER [--fix-check] [--render-check]',
    )
    return 2
  }
  const names = readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory())
  const start = performance.now()
  const projects = await mapTwoAtATime(names, (name) => lintProject(tool, name, resolve(folder, name)))
  console.log(summarize(projects))
  console.log(`\nTook ${((performance.now() - start) / 1000).toFixed(1)} s`)
  const faults = values['fix-check'] ? await checkFixes(projects, folder) : []
  if (values['render-check'] && !(await checkRendering(resolve(folder), names))) return 1
  return faults.length > 0 || projects.some(({ crashed }) => crashed !== undefined) ? 1 : 0
}

/** True where each README for a host is as it should be, and hosts drop what the rules say: a test that takes the READMEs of the folder, too. */
async function checkRendering(folder: string, names: readonly string[]): Promise<boolean> {
  const vitest = join(root, 'scripts/node_modules/vitest/vitest.mjs')
  const argv = [vitest, 'run', '--coverage.enabled=false', 'packages/readme-lint/test/rendered.test.ts']
  process.env.README_CORPUS = folder
  const { code, output, errors } = await run(process.execPath, argv)
  console.log(`\n${output}${errors}`)
  const { checkRenders } = await import('./corpus/render.ts')
  const { text, failed } = await checkRenders(names.map((name) => ({ name, folder: join(folder, name) })))
  console.log(text)
  return code === 0 && !failed
}

async function checkFixes(projects: readonly LintedProject[], folder: string): Promise<readonly string[]> {
  const faults = await mapTwoAtATime(projects, async (project) => {
    const found = await faultsOfFixes(tool, project, resolve(folder, project.name))
    return found.map((fault) => `  ${project.name}/${fault}`)
  })
  const lines = faults.flat()
  console.log(`\nFixes that are not what the report announced, or not done at once: ${lines.length}`)
  for (const line of lines) console.log(line)
  return lines
}
