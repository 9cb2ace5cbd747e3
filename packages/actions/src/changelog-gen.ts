import { type Io, UserError } from '@frontdoor/kit/io'
import { counted } from '@frontdoor/kit/text/counted'
import { code, link, safe } from '@frontdoor/kit/text/github-markdown'
import type { Result } from './action.ts'
import { changes } from './changes.ts'
import { choiceInput, textInput } from './inputs.ts'
import { preview, versionOutputs } from './preview.ts'
import { readPull } from './pull-request.ts'
import { commonFlags, runReport } from './report.ts'
import { runTool, type Workplace } from './tool.ts'

const commands = {
  ...{ check, verify, preview, next, notes, update, release, publish, label },
  'check-title': checkTitle,
} as const

/** Does one of the jobs around a changelog. */
export async function changelogGen(at: Workplace): Promise<Result> {
  return commands[choiceInput(at.io.env, 'command', Object.keys(commands) as (keyof typeof commands)[])](at)
}

function check(at: Workplace): Promise<Result> {
  return runReport(at, { flags: ['--check', ...packageFlags(at.io.env)], fixedBy: 'npx changelog-gen' })
}

function verify(at: Workplace): Promise<Result> {
  const flags = packageFlags(at.io.env)
  return runReport(at, { command: 'verify', flags, fixedBy: 'npx changelog-gen verify --fix' })
}

/** The title comes through a pipe, so it is never part of a command. */
function checkTitle(at: Workplace): Promise<Result> {
  const { title, url } = readPull(at.io.env)
  return runReport(at, {
    command: 'check-message',
    flags: [],
    operands: ['-'],
    input: `${title}\n`,
    addressOf: () => url,
  })
}

async function next(at: Workplace): Promise<Result> {
  const found = await nextVersion(at)
  const { version, previous } = versionOutputs(found)
  const line = version
    ? `the next version is ${safe(version)}${previous && `, after ${safe(previous)}`}`
    : 'no release is due'
  return { outputs: versionOutputs(found), summary: `### ${at.name}: ${line}`, failed: false }
}

async function notes(at: Workplace): Promise<Result> {
  const { env } = at.io
  const tag = textInput(env, 'tag') ?? (env.GITHUB_REF_TYPE === 'tag' ? env.GITHUB_REF_NAME : undefined)
  const flags = ['notes', '--format=github', ...packageFlags(env), ...commonFlags(env)]
  const { stdout } = await runTool(at, [...flags, ...(tag ? ['--', tag] : ['--unreleased'])])
  return {
    outputs: { notes: stdout },
    summary: `### Notes of ${tag ? code(tag) : 'what is not released'}\n\n${stdout}`,
    failed: false,
  }
}

async function update(at: Workplace): Promise<Result> {
  const run = { flags: packageFlags(at.io.env), fixedBy: 'npx changelog-gen' }
  const { value, changed } = await changes(at, true, () => runReport(at, run))
  const done = changed === 'true' ? 'the changelog was brought up to date' : 'the changelog is up to date'
  return { ...value, outputs: { ...value.outputs, changed }, summary: summaryOf(at, value, done) }
}

/** What was done, where there is nothing to say about it. */
function summaryOf({ name }: Workplace, { outputs, summary }: Result, done: string): string {
  return outputs.errors === '0' ? `### ${name}: ${done}` : summary
}

/** Where no release is due, nothing is written and `version` is empty. */
async function release(at: Workplace): Promise<Result> {
  const { env } = at.io
  const given = textInput(env, 'version') ?? 'auto'
  const version = given === 'auto' ? versionOutputs(await nextVersion(at)).version : given
  if (!version)
    return { outputs: { version: '', changed: 'false' }, summary: `### ${at.name}: no release is due`, failed: false }
  const run = { command: 'release', flags: packageFlags(env), operands: [version], fixedBy: 'npx changelog-gen' }
  const { value, changed } = await changes(at, true, () => runReport(at, run))
  const summary = summaryOf(at, value, `${safe(version)} is in the changelog`)
  return { ...value, outputs: { ...value.outputs, version, changed }, summary }
}

async function publish(at: Workplace): Promise<Result> {
  const { env } = at.io
  const draft = choiceInput(env, 'draft', ['true', 'false']) === 'true'
  const [version, tag] = [textInput(env, 'version'), textInput(env, 'tag')]
  const flags = [
    ...(draft ? ['--draft'] : []),
    ...(version === undefined ? [] : [`--release=${version}`]),
    ...(tag === undefined ? [] : [`--tag=${tag}`]),
  ]
  const { code: ended, stdout } = await runTool(at, ['publish', ...flags, ...commonFlags(env)], { env: tokenFor(env) })
  const url = stdout.trim()
  const title = draft ? 'the draft of the release' : 'the release'
  return { outputs: { url }, summary: `### ${at.name}: ${link(title, url)}`, failed: ended !== 0 }
}

async function label(at: Workplace): Promise<Result> {
  const { env } = at.io
  const { stdout } = await runTool(at, ['label', ...commonFlags(env)], { env: tokenFor(env) })
  const labels = stdout.split('\n').filter(Boolean)
  const names = labels.map(code).join(', ')
  return {
    outputs: { labels: labels.join('\n') },
    summary: `### ${at.name}: ${counted(labels.length, 'new label')}${names && `, ${names}`}`,
    failed: false,
  }
}

async function nextVersion(at: Workplace): Promise<unknown> {
  const { env } = at.io
  const { stdout } = await runTool(at, ['next', '--format=json', ...packageFlags(env), ...commonFlags(env)])
  const found: unknown = JSON.parse(stdout)
  if (!Array.isArray(found)) return found
  if (found.length === 1) return found[0]
  throw new UserError('input package: name one package, since each has a version of its own')
}

function packageFlags(env: Io['env']): readonly string[] {
  const name = textInput(env, 'package')
  return name === undefined ? [] : [`--package=${name}`]
}

function tokenFor(env: Io['env']): { readonly GITHUB_TOKEN: string } {
  const token = textInput(env, 'token') ?? env.GITHUB_TOKEN
  if (token) return { GITHUB_TOKEN: token }
  throw new UserError(
    'input token: this needs the token of the workflow, and the permission to write that its recipe gives',
  )
}
