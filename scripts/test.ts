// Everything that must hold before a change goes in: `npm test`. The last line counts the tests and the checks.
import { buildTools } from './build.ts'
import { runAcceptance } from './checks/acceptance.ts'
import { type Check, type Outcome, outcome, runStages, tally } from './checks/check.ts'
import { faultsOfPackage } from './checks/packed.ts'
import { runVitest } from './checks/vitest.ts'
import { type Ended, run, runBin } from './process.ts'
import { findTools } from './workspace.ts'

/** CI has a quarter of an hour. Where so many seconds are over, there is no time left for the acceptance tests, which take as long again, and for the corpus. */
const timeBeforeAcceptance = 6 * 60

const stages: readonly (readonly Check[])[] = [
  [{ name: 'build', run: async () => outcome(false, '', `${(await buildTools()).length} tools`) }],
  [
    command('types', 'typescript', 'tsc', '--noEmit', '--project', '.'),
    command(
      'types in the browser',
      'typescript',
      'tsc',
      '--noEmit',
      '--project',
      'packages/readme-lint/src/preview/client',
    ),
    command('style', '@biomejs/biome', 'biome', 'ci', '--colors=off'),
    command('unused code', 'knip', 'knip', '--no-progress'),
    {
      name: 'generated files',
      run: async () => ended(await run(process.execPath, ['scripts/generate.ts', '--check'])),
    },
    // Each version of them is megabytes in the history, so not every commit brings one.
    ...(process.env.CI
      ? [{ name: 'bundles', run: async () => ended(await run(process.execPath, ['scripts/bundles.ts', '--check'])) }]
      : []),
    ...findTools()
      .filter((tool) => !tool.private)
      .map((tool) => ({ name: `${tool.name} as packed`, run: async () => faults(await faultsOfPackage(tool)) })),
  ],
  [{ name: 'tests', run: runVitest }],
  // They take minutes, and need programs that not every machine has.
  ...(process.env.CI ? [[{ name: 'acceptance', run: acceptance }]] : []),
]

const outcomes = await runStages(stages, tell)
console.log(tally(outcomes))
process.exitCode = outcomes.some(({ failed }) => failed > 0) ? 1 : 0

async function acceptance(): Promise<Outcome> {
  if (process.uptime() < timeBeforeAcceptance) return runAcceptance()
  return { passed: 0, failed: 0, skipped: 0, output: '', note: 'LEFT OUT, as this machine is slow: npm run acceptance' }
}

function command(name: string, dependency: string, bin: string, ...args: readonly string[]): Check {
  return { name, run: async () => ended(await runBin(dependency, bin, args)) }
}

function ended({ code, output, errors }: Ended): Outcome {
  return outcome(code !== 0, output + errors)
}

function faults(list: readonly string[]): Outcome {
  return outcome(list.length > 0, list.join('\n'))
}

function tell({ name }: Check, { failed, note, output }: Outcome, seconds: number): void {
  console.log(
    `${failed > 0 ? 'FAILED' : 'ok    '} ${name.padEnd(24)} ${seconds.toFixed(1).padStart(5)} s  ${note}`.trimEnd(),
  )
  if (failed > 0) console.log(`\n${output.trim()}\n\nMend "${name}" first: the steps after this one did not run.\n`)
}
