import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { layOutPackages } from './corpus.ts'
import { measureInTurn, type Timed } from './measure.ts'
import { goalTable, medianUsage, usageTable } from './table.ts'

const count = 200

interface Programs {
  readonly node: string
  /** Our command. */
  readonly badgeSync: string
  /** The package that reads quickly, as it is installed. */
  readonly satteri: string
}

/** Checks the badges of 200 projects, each a repository of its own, in one process: a table, and how far the goal is reached. */
export function measureProjects(
  { node, badgeSync, satteri }: Programs,
  place: { readonly parent: string; readonly modules: string; readonly rounds: number },
): string {
  const cwd = mkdtempSync(join(place.parent, 'projects-'))
  layOutPackages(cwd, place.modules, count)
  const projects = Array.from({ length: count }, (_, index) => `packages/${String(index).padStart(4, '0')}`)
  for (const project of projects) execFileSync('git', ['init', '--quiet'], { cwd: join(cwd, project) })
  const beside = besideOf(badgeSync, cwd, satteri)
  const timed = (name: string, command: string): Timed => ({
    name,
    program: node,
    args: [command, '--check', ...projects],
    cwd,
  })
  const commands = [
    timed('`badge-sync --check` of 200 projects', badgeSync),
    timed('`badge-sync --check` of 200 projects, with satteri', beside),
  ]
  const usages = measureInTurn(commands, place.rounds)
  const goals = usages.map((usage, index) => ({
    what: `200 projects${index === 0 ? '' : ', with satteri'}, CPU in ms`,
    measured: medianUsage(usage, 'cpu'),
    goal: 5000,
  }))
  const names = commands.map(({ name }) => name)
  return [usageTable(names, usages), goalTable(goals)].join('\n\n')
}

/** The command where satteri is installed beside it. */
function besideOf(command: string, parent: string, satteri: string): string {
  const folder = join(parent, 'tool')
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  copyFileSync(command, join(folder, 'cli.cjs'))
  symlinkSync(satteri, join(folder, 'node_modules', 'satteri'))
  return join(folder, 'cli.cjs')
}
