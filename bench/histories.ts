import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Timed, timeInTurn } from './measure.ts'
import { type Goal, goalTable, ratioOf, ratioTable } from './table.ts'

/** What is timed on histories. */
export interface HistoryPrograms {
  /** Absolute path of Node. */
  readonly node: string
  /** Absolute paths of scripts that Node runs. */
  readonly changelogGen: string
  readonly gitCliff: string
  readonly conventionalChangelog: string
}

/** How many commits a history has, how many of them are tagged, and how many rounds are run. */
export interface HistorySize {
  readonly commits: number
  readonly tags: number
  readonly rounds: number
}

const log = ['log', '-z', '--no-notes', '--format=tformat:%x00%H%x00%P%x00%ct%x00%at%x00%aN%x00%aE%x00%B']

/** Runs what comes behind a folder, without what is kept in that folder. */
const forgetting = 'rm -rf "$0"; exec "$@"'

/** The whole changelog of a history that has none, with what an earlier run kept and without: tables of times and goals. */
export function measureWhole(programs: HistoryPrograms, parent: string, size: HistorySize): string {
  const { node, changelogGen, gitCliff, conventionalChangelog } = programs
  const cwd = makeHistory(parent, size)
  const caches = join(parent, 'caches')
  const env = { FRONTDOOR_CACHE: caches }
  const kept = join(caches, 'changelogs')
  const check = [node, changelogGen, '--check']
  const commands: Timed[] = [
    { name: '`git log`', program: 'git', args: log, cwd },
    // It makes all of the text, and ends with 1 because the file is not there.
    { name: '`changelog-gen --check`, first', program: 'sh', args: ['-c', forgetting, kept, ...check], cwd, env },
    { name: '`changelog-gen --check`, again', program: node, args: check.slice(1), cwd, env },
    {
      name: '`conventional-changelog -r 0`',
      program: node,
      args: [conventionalChangelog, '-p', 'conventionalcommits', '-r', '0', '--stdout'],
      cwd,
    },
    { name: '`git-cliff`', program: node, args: [gitCliff, '--offline'], cwd },
  ]
  const times = timeInTurn(commands, size.rounds)
  const [bare = [], first = [], again = [], conventional = [], cliff = []] = times
  const goals = Object.entries({ first, again }).flatMap(([name, ours]): Goal[] => [
    { what: `whole history, ${name} / \`git log\``, measured: ratioOf(ours, bare), goal: 3 },
    { what: `whole history, ${name} / \`conventional-changelog\``, measured: ratioOf(ours, conventional), goal: 0.1 },
    { what: `whole history, ${name} / \`git-cliff\``, measured: ratioOf(ours, cliff), goal: 0.05 },
  ])
  return `${ratioTable(
    commands.map(({ name }) => name),
    times,
  )}\n\n${goalTable(goals)}`
}

/** What is done for each release, beside a changelog of 700 kB. */
export function measureNext(programs: HistoryPrograms, parent: string, size: HistorySize): string {
  const { node, changelogGen, gitCliff } = programs
  const cwd = makeHistory(parent, size)
  writeFileSync(join(cwd, 'CHANGELOG.md'), longChangelog(`1.${size.tags}.0`))
  const commands: Timed[] = [
    { name: '`node -e 0`', program: node, args: ['-e', '0'], cwd },
    { name: '`changelog-gen next`', program: node, args: [changelogGen, 'next'], cwd },
    { name: '`changelog-gen notes --unreleased`', program: node, args: [changelogGen, 'notes', '--unreleased'], cwd },
    { name: '`changelog-gen --check`', program: node, args: [changelogGen, '--check'], cwd },
    { name: '`git-cliff --unreleased`', program: node, args: [gitCliff, '--offline', '--unreleased'], cwd },
  ]
  const times = timeInTurn(commands, size.rounds)
  const [floor = [], next = [], notes = [], update = [], cliff = []] = times
  const goals: Goal[] = [
    { what: '`next` / `node -e 0`', measured: ratioOf(next, floor), goal: 2.5 },
    { what: '`notes --unreleased` / `git-cliff --unreleased`', measured: ratioOf(notes, cliff), goal: 0.6 },
    { what: 'changelog of 700 kB / `node -e 0`', measured: ratioOf(update, floor), goal: 1.6 },
  ]
  return `${ratioTable(
    commands.map(({ name }) => name),
    times,
  )}\n\n${goalTable(goals)}`
}

const types = ['feat', 'fix', 'fix(core)', 'perf', 'docs', 'chore', 'feat(ui)', 'refactor', 'test', 'fix(deps)']

/** A linear history by the convention, with its tags evenly in it, and some commits behind the last of them. */
function makeHistory(parent: string, { commits, tags }: HistorySize): string {
  const cwd = mkdtempSync(join(parent, 'history-'))
  mkdirSync(cwd, { recursive: true })
  const step = Math.floor((commits - 20) / tags)
  const lines = Array.from({ length: commits }, (_, at) => {
    const place = at + 1
    const message = `${types[at % types.length]}: hold cup number ${place} (#${place})\n\nIt was cold before.\n`
    const author = `Ada ${at % 7} <ada${at % 7}@example.com> ${1_700_000_000 + at * 600} +0000`
    const version = place / step
    return [
      `commit refs/heads/main\nmark :${place}\nauthor ${author}\ncommitter ${author}`,
      `data ${message.length}\n${message}${place === 1 ? '' : `from :${place - 1}\n`}`,
      ...(place % step === 0 && version <= tags ? [`reset refs/tags/v1.${version}.0\nfrom :${place}\n`] : []),
    ].join('\n')
  })
  const git = (args: readonly string[], input?: string) => {
    const { status, stderr } = spawnSync('git', args, { cwd, input, encoding: 'utf8' })
    if (status !== 0) throw new Error(`git ${args[0]} failed: ${stderr}`)
  }
  git(['init', '--quiet', '--initial-branch', 'main'])
  git(['fast-import', '--quiet'], `${lines.join('\n')}\n`)
  git(['remote', 'add', 'origin', 'https://github.com/tea/larder.git'])
  return cwd
}

function longChangelog(newest: string): string {
  const entry = (at: number) => `- Hold cup number ${at} ([#${at}](https://github.com/tea/larder/pull/${at}))\n`
  const old = Array.from(
    { length: 200 },
    (_, at) =>
      `\n## [0.${200 - at}.0] - 2024-01-01\n\n### Added\n\n${Array.from({ length: 50 }, (_, one) => entry(one + 1)).join('')}`,
  )
  return `# Changelog\n\n## [Unreleased]\n\n## [${newest}] - 2025-01-01\n\n### Added\n\n${entry(1)}${old.join('')}`
}
