import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { measureInTurn, type Timed, type Usage } from './measure.ts'
import { type Goal, medianUsage, ratioOf, usageTable } from './table.ts'

/** Where the programs to compare lie. */
export interface Programs {
  readonly node: string
  /** Our command. */
  readonly tool: string
  readonly markdownlint: string
  /** The script that npm installs, which starts a native program. */
  readonly rumdl: string
  readonly rumdlNative: string
}

type Row = 'rumdl' | 'rumdl, warm' | 'markdownlint-cli2' | 'remark' | 'satteri' | 'warm'

/** Looks at the READMEs of a repository with each program; a table, and how far the goals are reached. */
export function measureThousand(
  programs: Programs,
  cwd: string,
  rounds: number,
): { table: string; goals: readonly Goal[] } {
  const commands = commandsOf(programs, cwd)
  for (const name of ['.rumdl_cache', 'node_modules']) rmSync(join(cwd, name), { recursive: true, force: true })
  const usages = measureInTurn(Object.values(commands), rounds)
  const rows = Object.keys(commands) as Row[]
  const of = (row: Row) => usages[rows.indexOf(row)] ?? []
  const ratio = (a: Row, b: Row, what: 'wall' | 'cpu') => ratioOf(valuesOf(of(a), what), valuesOf(of(b), what))
  const names = Object.values(commands).map(({ name }) => name)
  return {
    table: usageTable(names, usages),
    goals: [
      {
        what: 'cold with remark-parse, CPU / markdownlint-cli2',
        measured: ratio('remark', 'markdownlint-cli2', 'cpu'),
        goal: 0.65,
      },
      { what: 'cold with satteri, wall / native rumdl', measured: ratio('satteri', 'rumdl', 'wall'), goal: 0.6 },
      {
        what: 'cold with satteri, wall / markdownlint-cli2',
        measured: ratio('satteri', 'markdownlint-cli2', 'wall'),
        goal: 0.05,
      },
      {
        what: 'from the cache, wall / rumdl from its cache',
        measured: ratio('warm', 'rumdl, warm', 'wall'),
        goal: 0.5,
      },
      { what: 'memory with remark-parse, MiB', measured: medianUsage(of('remark'), 'memory'), goal: 350 },
    ],
  }
}

function commandsOf({ node, tool, markdownlint, rumdl, rumdlNative }: Programs, cwd: string): Record<Row, Timed> {
  const timed = (name: string, program: string, ...args: string[]): Timed => ({ name, program, args, cwd })
  return {
    rumdl: timed('`rumdl check --no-cache .`, native', rumdlNative, 'check', '--no-cache', '.'),
    'rumdl, warm': timed('`rumdl check .`, from its cache', node, rumdl, 'check', '.'),
    'markdownlint-cli2': timed('`markdownlint-cli2 "**/README.md"`', node, markdownlint, '**/README.md'),
    remark: timed('`readme-lint . --engine remark`', node, tool, '.', '--engine', 'remark'),
    satteri: timed('`readme-lint . --engine satteri`', node, tool, '.', '--engine', 'satteri'),
    warm: timed('`readme-lint . --cache`, from the cache', node, tool, '.', '--cache'),
  }
}

function valuesOf(usages: readonly Usage[], what: keyof Usage): readonly number[] {
  return usages.map((usage) => usage[what])
}
