import { code, details } from '@frontdoor/kit/text/github-markdown'
import type { Result } from './action.ts'
import { changes } from './changes.ts'
import { linesInput, switchInput, wantsSummary } from './inputs.ts'
import { commonFlags, runReport } from './report.ts'
import { runTool, type Workplace } from './tool.ts'

/** Lints READMEs, and shows what each host makes of the first ones. */
export async function readmeLint(at: Workplace): Promise<Result> {
  const { env } = at.io
  const paths = linesInput(env, 'paths')
  const fix = switchInput(env, 'fix')
  const hosts = linesInput(env, 'hosts').flatMap((line) => line.split(/[\s,]+/).filter(Boolean))
  const hostFlags = hosts.map((host) => `--host=${host}`)
  const run = {
    flags: [...(fix ? ['--fix'] : []), ...(switchInput(env, 'link') ? ['--link'] : []), ...hostFlags],
    operands: paths,
    fixedBy: 'npx readme-lint --fix',
  }
  const { value, changed } = await changes(at, fix, () => runReport(at, run))
  const tables = wantsSummary(env) ? await truthTables(at, hostFlags, paths) : []
  return {
    ...value,
    outputs: { ...value.outputs, changed },
    summary: [value.summary, ...tables].join('\n\n'),
  }
}

/** More would bury what was found. */
const mostTables = 5

/** What each host makes of the READMEs. */
async function truthTables(at: Workplace, hostFlags: readonly string[], paths: readonly string[]): Promise<string[]> {
  const config = commonFlags({ INPUT_CONFIG: at.io.env.INPUT_CONFIG })
  const asked = paths.length === 0 ? [undefined] : paths.slice(0, mostTables)
  const tables: string[] = []
  for (const path of asked) {
    const operands = path === undefined ? [] : ['--', path]
    const argv = ['hosts', '--format=markdown', ...hostFlags, ...config, ...operands]
    // What is found in README.rst is shown, but hosts are compared for Markdown only.
    const { stdout } = await runTool(at, argv).catch(() => ({ stdout: '' }))
    if (stdout === '') continue
    const title = `What each place that shows ${path === undefined ? 'the README' : code(path)} makes of it`
    tables.push(details(title, stdout))
  }
  return tables
}
