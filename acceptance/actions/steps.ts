import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, matchesGlob } from 'node:path'
import { parse } from 'yaml'
import { readOutputs } from '../../packages/actions/test/run.ts'
import { execute } from '../execute.ts'
import { type Contexts, filled, text } from './expressions.ts'

const repository = join(import.meta.dirname, '..', '..')

/** A step of a workflow, with its expressions. */
export interface Step {
  readonly id?: string
  readonly if?: string
  readonly uses?: string
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
  readonly with?: Readonly<Record<string, string>>
}

/** Where a job runs. */
export interface Machine {
  /** Folder of the runner, in which all else lies. */
  readonly home: string
  readonly workspace: string
  /** Variables of every step. */
  readonly env: Readonly<Record<string, string>>
  /** Where repositories lie on this disk, by `owner/name`. */
  readonly repositories: Readonly<Record<string, string>>
  /** What jobs hand to one another and to GitHub: folders by name. */
  readonly artifacts: string
}

/** How a step ended. */
export interface StepEnd {
  readonly code: number
  readonly log: string
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
}

/** Runs a step as the runner does: an action of ours by its `main.js`, a script by bash, and the actions of others by what stands for them here. */
export async function runStep(step: Step, machine: Machine, contexts: Contexts): Promise<StepEnd> {
  const env = { ...machine.env, ...texts(filled(step.env ?? {}, contexts)) }
  if (step.run !== undefined) {
    const script = join(machine.home, 'step.sh')
    writeFileSync(script, step.run)
    return inShell(['bash', '-e', script], machine, env)
  }
  const inputs = texts(filled(step.with ?? {}, contexts))
  const [, tool] = /(?:^|\/)actions\/(readme-lint|changelog-gen|badge-sync)(?:@|$)/.exec(step.uses ?? '') ?? []
  if (tool !== undefined) return runOurs(tool, machine, { env, inputs, contexts })
  const [, name = ''] = /^([\w-]+\/[\w/-]+)@/.exec(step.uses ?? '') ?? []
  const stands = others[name]
  if (!stands) throw new Error(`nothing stands for ${step.uses}`)
  const log = (await stands(machine, inputs)) ?? ''
  return { code: 0, log, outputs: {}, summary: '' }
}

interface Given {
  readonly env: Readonly<Record<string, string>>
  readonly inputs: Readonly<Record<string, string>>
  readonly contexts: Contexts
}

async function runOurs(tool: string, machine: Machine, { env, inputs, contexts }: Given): Promise<StepEnd> {
  const declared: Record<string, { default?: string }> = parse(actionText(tool)).inputs
  for (const name of Object.keys(inputs)) if (!(name in declared)) throw new Error(`${tool} has no input ${name}`)
  const values = Object.entries(declared).map(([name, { default: standard = '' }]) => {
    return [`INPUT_${name.toUpperCase()}`, inputs[name] ?? text(filled(standard, contexts))]
  })
  const main = lay(machine, tool)
  return inShell([process.execPath, main], machine, { ...env, ...Object.fromEntries(values) })
}

/** Lays an action and its tool, as it was built last, as they lie in the repository. */
function lay({ home }: Machine, tool: string): string {
  const folder = join(home, '_actions')
  mkdirSync(join(folder, 'bundles'), { recursive: true })
  mkdirSync(join(folder, 'actions', tool), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  copyFileSync(join(repository, 'packages', tool, 'dist', 'cli.js'), join(folder, 'bundles', `${tool}.js`))
  const main = join(folder, 'actions', tool, 'main.js')
  copyFileSync(join(repository, 'actions', tool, 'main.js'), main)
  copyFileSync(join(repository, 'actions', 'run.js'), join(folder, 'actions', 'run.js'))
  return main
}

function actionText(tool: string): string {
  return readFileSync(join(repository, 'actions', tool, 'action.yml'), 'utf8')
}

async function inShell(command: readonly string[], machine: Machine, env: Record<string, string>): Promise<StepEnd> {
  const files = { GITHUB_OUTPUT: join(machine.home, 'output'), GITHUB_STEP_SUMMARY: join(machine.home, 'summary') }
  for (const file of Object.values(files)) writeFileSync(file, '')
  const [program = '', ...args] = command
  const { code, output } = await execute(program, args, { cwd: machine.workspace, env: { ...env, ...files } })
  const [outputs, summary] = Object.values(files).map((file) => readFileSync(file, 'utf8'))
  return { code, log: output, outputs: readOutputs(outputs ?? ''), summary: summary ?? '' }
}

type Other = (
  machine: Machine,
  inputs: Readonly<Record<string, string>>,
) => Promise<string | undefined> | string | undefined

/** What stands for the actions of others: as much of them as the recipes use. */
const others: Readonly<Record<string, Other>> = {
  'actions/checkout': checkout,
  'actions/setup-node': () => undefined,
  'actions/upload-artifact': ({ workspace, artifacts }, { name = '', path = '' }) => {
    const [, folder = '.', ending = ''] = /^(?:(.*)\/)?\*(\.\w+)$/.exec(path) ?? []
    for (const file of readdirSync(join(workspace, folder)).filter((one) => one.endsWith(ending)))
      cpSync(join(workspace, folder, file), join(artifacts, name, file))
    return undefined
  },
  'actions/download-artifact': ({ workspace, artifacts }, { name = '', pattern = '' }) => {
    const wanted = readdirSync(artifacts).filter((one) => one === name || (pattern && matchesGlob(one, pattern)))
    if (wanted.length === 0) throw new Error(`there is no artifact ${name || pattern}`)
    for (const one of wanted) cpSync(join(artifacts, one), workspace, { recursive: true })
    return undefined
  },
  'github/codeql-action/upload-sarif': ({ artifacts }, { sarif_file: file = '', category = '' }) => {
    cpSync(file, join(artifacts, 'code-scanning', `${category}.sarif`))
    return undefined
  },
}

/** Fetches as actions/checkout does: one commit, or with a depth of 0 all branches and tags. */
async function checkout(
  { workspace, env, repositories }: Machine,
  inputs: Readonly<Record<string, string>>,
): Promise<string> {
  const { repository: name = env.GITHUB_REPOSITORY ?? '', path = '.', ref = '', 'fetch-depth': depth = '1' } = inputs
  if (inputs['persist-credentials'] !== 'false') throw new Error('the token would stay in .git/config')
  const folder = join(workspace, path)
  mkdirSync(folder, { recursive: true })
  const from = repositories[name]
  // What is laid for the actions themselves is all that they need of it.
  if (from === undefined) return `nothing to check out of ${name}`
  const wanted = ref || (name === env.GITHUB_REPOSITORY ? env.GITHUB_REF : '') || 'HEAD'
  const git = async (...args: string[]) => {
    const { code, output } = await execute('git', args, { cwd: folder, env })
    if (code !== 0) throw new Error(`git ${args.join(' ')}: ${output}`)
    return output
  }
  const all = ['+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*']
  await git('init', '--quiet')
  await git('remote', 'add', 'origin', `https://github.com/${name}`)
  await git(
    'fetch',
    '--quiet',
    ...(depth === '0' ? [] : ['--depth=1']),
    `file://${from}`,
    wanted,
    ...(depth === '0' ? all : []),
  )
  return git('checkout', '--quiet', '--detach', 'FETCH_HEAD')
}

function texts(values: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(values as object).map(([name, value]) => [name, text(value)]))
}
