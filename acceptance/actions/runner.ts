import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { parse } from 'yaml'
import { type Contexts, filled, holds, type Status } from './expressions.ts'
import { type Machine, runStep, type Step, type StepEnd } from './steps.ts'

/** What a workflow is run in. */
export interface World {
  /** A folder for all that is made, removed by whoever made it. */
  readonly scratch: string
  readonly repositories: Machine['repositories']
  /** `pull_request`, `push` … */
  readonly event: string
  readonly payload?: object
  /** The full ref that it runs for. */
  readonly ref: string
  /** Where GitHub is. */
  readonly api?: string
  /** What the command `gh` answers, by its first two words; it fails for others. */
  readonly gh?: Readonly<Record<string, string>>
}

/** How a job ended. */
export interface JobEnd {
  readonly result: Status | 'skipped'
  readonly steps: readonly StepEnd[]
  readonly outputs: Readonly<Record<string, unknown>>
}

interface Job {
  readonly name?: string
  readonly uses?: string
  readonly if?: string
  readonly needs?: string | readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly with?: Readonly<Record<string, string>>
  readonly outputs?: Readonly<Record<string, string>>
  readonly strategy?: { readonly matrix: Readonly<Record<string, unknown>> }
  readonly steps?: readonly Step[]
}

/**
 * Runs a workflow as GitHub does, as far as the recipes go: jobs in the order of their needs, each in a workspace of its own, expressions by
 * GitHub's own evaluator, a matrix of one dimension, and workflows of this repository that are called. Jobs are named as GitHub names
 * them: `check`, `check (o/tea)`, `check / o/tea`.
 */
export async function runWorkflow(source: string, world: World): Promise<Record<string, JobEnd>> {
  const { jobs } = parse(source) as { jobs: Record<string, Job> }
  return runJobs(jobs, world, {})
}

async function runJobs(jobs: Record<string, Job>, world: World, inputs: object): Promise<Record<string, JobEnd>> {
  const ended: Record<string, JobEnd> = {}
  for (const [name, job] of Object.entries(jobs)) {
    const needed = [job.needs ?? []].flat().map((need) => [need, endOf(need, ended)] as const)
    const needs = Object.fromEntries(
      needed.map(([need, end]) => [need, { outputs: end?.outputs, result: end?.result }]),
    )
    const contexts = { ...contextsOf(world), needs, inputs }
    const status = needed.every(([, end]) => end?.result === 'success') ? 'success' : 'failure'
    if (!holds(job.if, contexts, status)) ended[name] = { result: 'skipped', steps: [], outputs: {} }
    else if (job.uses) Object.assign(ended, await runCalled(name, job, { world, contexts }))
    else Object.assign(ended, await runMatrix(name, job, { world, contexts }))
  }
  return ended
}

/** How a job ended; a matrix has failed where one of its jobs has. */
function endOf(name: string, ended: Readonly<Record<string, JobEnd>>): JobEnd | undefined {
  const all = Object.entries(ended).filter(([one]) => one === name || one.startsWith(`${name} (`))
  return (all.find(([, { result }]) => result !== 'success') ?? all[0])?.[1]
}

interface Around {
  readonly world: World
  readonly contexts: Contexts
}

/** A workflow that is called is one of this repository. */
async function runCalled(name: string, job: Job, { world, contexts }: Around): Promise<Record<string, JobEnd>> {
  const [, file = ''] = /\/(\.github\/workflows\/[\w-]+\.yml)@/.exec(job.uses ?? '') ?? []
  const called = parse(readFileSync(join(import.meta.dirname, '..', '..', file), 'utf8'))
  const declared: Record<string, { default?: string }> = called.on.workflow_call.inputs
  const given = filled(job.with ?? {}, contexts) as Record<string, unknown>
  for (const input of Object.keys(given)) if (!(input in declared)) throw new Error(`${file} has no input ${input}`)
  const inputs = Object.entries(declared).map(([input, { default: standard = '' }]) => [
    input,
    given[input] ?? standard,
  ])
  const ended = await runJobs(called.jobs, world, Object.fromEntries(inputs))
  return Object.fromEntries(Object.entries(ended).map(([inner, end]) => [`${name} / ${inner}`, end]))
}

async function runMatrix(name: string, job: Job, around: Around): Promise<Record<string, JobEnd>> {
  if (!job.strategy) return { [name]: await runJob(name, job, around) }
  const ended: Record<string, JobEnd> = {}
  const [[key, values]] = Object.entries(filled(job.strategy.matrix, around.contexts) as object) as [[string, string[]]]
  for (const [at, value] of values.entries()) {
    const contexts = { ...around.contexts, matrix: { [key]: value }, strategy: { 'job-index': at } }
    ended[`${name} (${value})`] = await runJob(`${name}-${value.replaceAll('/', '-')}`, job, { ...around, contexts })
  }
  return ended
}

async function runJob(name: string, job: Job, { world, contexts: outer }: Around): Promise<JobEnd> {
  const machine = machineFor(name, world)
  const steps: StepEnd[] = []
  const known: Record<string, Pick<StepEnd, 'outputs'>> = {}
  const contexts = () => ({ ...outer, steps: known })
  let status: Status = 'success'
  for (const step of job.steps ?? []) {
    if (!holds(step.if, contexts(), status)) continue
    const end = await runStep(step, machine, contexts())
    steps.push(end)
    if (step.id) known[step.id] = { outputs: end.outputs }
    if (end.code !== 0) status = 'failure'
  }
  return { result: status, steps, outputs: filled(job.outputs ?? {}, contexts()) as Record<string, unknown> }
}

/** Nothing is published, and no registry is asked; all else is npm's. */
const npmScript = `#!/bin/sh
case "$1" in
  publish | view) echo "$@" >> "$NPM_LOG" ;;
  *) PATH=\${PATH#*:} exec npm "$@" ;;
esac
`

function machineFor(name: string, world: World): Machine {
  const home = join(world.scratch, 'runners', name)
  const [workspace, bin, artifacts] = [join(home, 'work'), join(home, 'bin'), join(world.scratch, 'artifacts')]
  // Each job has a new machine.
  rmSync(home, { recursive: true, force: true })
  for (const folder of [workspace, bin, artifacts]) mkdirSync(folder, { recursive: true })
  copyFileSync(join(import.meta.dirname, 'fake-gh.mjs'), join(bin, 'gh'))
  writeFileSync(join(bin, 'npm'), npmScript)
  for (const program of ['gh', 'npm']) chmodSync(join(bin, program), 0o755)
  const event = join(home, 'event.json')
  writeFileSync(event, JSON.stringify(world.payload ?? {}))
  const { github } = contextsOf(world)
  const env = {
    PATH: [bin, dirname(process.execPath), process.env.PATH].join(delimiter),
    HOME: home,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_PATH: event,
    GITHUB_EVENT_NAME: world.event,
    GITHUB_REF: world.ref,
    GITHUB_REF_NAME: github.ref_name,
    GITHUB_REF_TYPE: world.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_SHA: 'c0ffee',
    GITHUB_REPOSITORY: github.repository,
    GITHUB_REPOSITORY_OWNER: 'o',
    GITHUB_SERVER_URL: 'https://github.com',
    RUNNER_TEMP: home,
    GIT_CONFIG_GLOBAL: join(world.scratch, 'gitconfig'),
    GIT_CONFIG_NOSYSTEM: '1',
    GH_LOG: join(world.scratch, 'gh.log'),
    NPM_LOG: join(world.scratch, 'npm.log'),
    GH_ANSWERS: JSON.stringify(world.gh ?? {}),
    ...(world.api !== undefined && { GITHUB_API_URL: world.api, GITHUB_GRAPHQL_URL: `${world.api}/graphql` }),
  }
  return { home, workspace, env, repositories: world.repositories, artifacts }
}

function contextsOf({ event, payload = {}, ref }: World) {
  return {
    github: {
      event_name: event,
      event: payload,
      ref,
      ref_name: ref.replace(/^refs\/(?:heads|tags|pull)\//, ''),
      repository: 'o/tea',
      token: 'ghs_secret',
    },
    secrets: {},
    job: { workflow_repository: 'frontdoor-tools/frontdoor', workflow_sha: '0'.repeat(40) },
  }
}

/** What the command `gh` was asked for, but for `gh api`. */
export function ghLog({ scratch }: World): { readonly argv: readonly string[]; readonly input?: string }[] {
  const file = join(scratch, 'gh.log')
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
  return lines.map((line) => JSON.parse(line))
}
