import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { root } from '../workspace.ts'

interface Step {
  readonly id?: string
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}

interface Job {
  readonly uses?: string
  readonly permissions?: Readonly<Record<string, string>>
  readonly steps?: readonly Step[]
  readonly 'timeout-minutes'?: number
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions?: unknown
  readonly concurrency?: { readonly group: string; readonly 'cancel-in-progress': boolean | string }
  readonly jobs: Readonly<Record<string, Job>>
}

const recipes = 'docs/recipes/github-actions'
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const namesIn = (folder: string): string[] => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`)

/** Blocks of YAML in the recipes: whole workflows, and single steps. */
const blocks = namesIn(recipes).flatMap((path) =>
  [...read(path).matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = ''], at) => ({
    name: `${path}, block ${at + 1}`,
    text,
  })),
)
const workflows = [
  ...namesIn('.github/workflows').map((name) => ({ name, text: read(name) })),
  ...blocks.filter(({ text }) => /^jobs:/m.test(text)),
]
const all = [...workflows, ...blocks.filter(({ text }) => /^- uses:/m.test(text))]

test('there are workflows to look at', () => {
  expect(workflows.length).toBeGreaterThan(12)
  expect(all.length).toBeGreaterThan(workflows.length)
})

describe.each(all)('$name', ({ name, text }) => {
  test('names each action by its commit, with the version behind it', () => {
    for (const [, uses = ''] of text.matchAll(/uses: (.*)/g)) {
      if (name.startsWith('.github/') && /^\.\/[\w/-]+$/.test(uses)) continue
      expect(uses).toMatch(/^[\w.-]+(?:\/[\w.-]+)+@[\da-f]{40} # \S+$/)
    }
  })

  test('lets no checkout leave a token behind', () => {
    const parsed = parse(text)
    const steps: Step[] = Array.isArray(parsed) ? parsed : stepsOf(parsed)
    for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')))
      expect(step.with).toMatchObject({ 'persist-credentials': false })
  })
})

describe.each(workflows)('$name', ({ text }) => {
  const workflow: Workflow = parse(text)
  const jobs = Object.values(workflow.jobs)
  const steps = stepsOf(workflow)

  test('permits nothing at the top, and names what each job needs', () => {
    expect(workflow.permissions).toEqual({})
    for (const job of jobs) expect(job.permissions).toBeTypeOf('object')
  })

  test('puts nothing into a script but text', () => {
    for (const { run = '' } of steps) expect(run).not.toContain('${{')
    for (const step of steps) expect(step.with ?? {}).not.toHaveProperty('script')
  })

  test('gives code of a pull request no token that may write', () => {
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target')
    expect(Object.keys(workflow.on)).not.toContain('workflow_run')
    if (!('pull_request' in workflow.on)) return
    for (const job of jobs.filter(mayWrite)) {
      const checksOut = (job.steps ?? []).some(({ uses }) => uses?.startsWith('actions/checkout@'))
      // Alerts of code scanning are written by the job that looks, and say nothing that a comment could not.
      const kinds = Object.entries(job.permissions ?? {}).flatMap(([kind, right]) => (right === 'write' ? [kind] : []))
      expect(checksOut ? kinds : []).toEqual(checksOut ? ['security-events'] : [])
    }
  })

  test('lets only a job publish that runs no code of the repository', () => {
    for (const job of jobs.filter(({ permissions }) => permissions?.['id-token'])) {
      expect(job.permissions).toEqual({ 'id-token': 'write' })
      for (const { uses, run = '' } of job.steps ?? []) {
        expect(uses ?? '').not.toMatch(/^(?:actions\/checkout@|\.\/)/)
        expect(run).not.toMatch(/npm (?:ci|install|test|run)|npx/)
      }
    }
  })

  test('ends in time, and not beside itself', () => {
    for (const job of jobs.filter(({ uses }) => uses === undefined)) expect(job['timeout-minutes']).toBeTypeOf('number')
    if (!('workflow_call' in workflow.on)) expect(workflow.concurrency?.group).toBeTypeOf('string')
  })

  test('gives our actions what they take, and takes what they give', () => {
    const ours = steps.flatMap((step) => {
      const [, tool] = /\bactions\/(readme-lint|badge-sync|changelog-gen)\b/.exec(step.uses ?? '') ?? []
      return tool ? [{ step, action: parse(read(`actions/${tool}/action.yml`)) }] : []
    })
    for (const { step, action } of ours) {
      for (const name of Object.keys(step.with ?? {})) expect(Object.keys(action.inputs)).toContain(name)
      const asked = [...text.matchAll(/steps\.(\w+)\.outputs\.([\w-]+)/g)].filter(([, id]) => id === step.id)
      for (const [, , output] of asked) expect(Object.keys(action.outputs)).toContain(output)
    }
  })
})

function stepsOf({ jobs }: Workflow): Step[] {
  return Object.values(jobs).flatMap(({ steps = [] }) => steps)
}

function mayWrite({ permissions = {} }: Job): boolean {
  return Object.values(permissions).includes('write')
}
