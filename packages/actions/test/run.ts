import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Io } from '@frontdoor/kit/io'
import { memoryIo, project, type TestProject } from '@frontdoor/kit/testing'
import { runAction as runInProcess } from '../src/action.ts'
import { actions, type Tool } from '../src/actions.ts'

const repository = join(import.meta.dirname, '..', '..', '..')

/** How a step ended, as the runner sees it. */
export interface Step {
  readonly code: number
  /** Both streams, as they came: the runner reads commands from both. */
  readonly log: string
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
}

interface Setting {
  /** Starts a process, as the runner does, with the file that this gives for `main.js`; without it, what `main.js` starts runs right here. */
  readonly start?: (main: string) => Promise<string>
  /** Inputs by their names in action.yml; the runner hands on the defaults, too. */
  readonly with?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  /** What started the workflow. */
  readonly event?: object
}

/**
 * Runs an action as the runner of GitHub does, with a clean environment, inputs and files. The tool beside it is the one that was
 * built last.
 */
export async function runAction(tool: Tool, { path }: TestProject, setting: Setting = {}): Promise<Step> {
  const runner = await project({ output: '', summary: '', 'event.json': setting.event ?? {} })
  const { main, bundle } = lay(runner, tool)
  const inputs = Object.entries(setting.with ?? {}).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  const env = {
    PATH: process.env.PATH,
    HOME: runner.path,
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: path,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'o/tea',
    GITHUB_SHA: 'c0ffee',
    GITHUB_EVENT_PATH: runner.join('event.json'),
    GITHUB_OUTPUT: runner.join('output'),
    GITHUB_STEP_SUMMARY: runner.join('summary'),
    RUNNER_TEMP: runner.path,
    ...setting.env,
    ...Object.fromEntries(inputs),
  }
  const world = { cwd: path, env }
  const { code, log } = setting.start
    ? await node(await setting.start(main), world)
    : await inProcess((io) => runInProcess(actions[tool], bundle, io), world)
  return {
    code,
    log,
    outputs: readOutputs(await runner.read('output')),
    summary: await runner.read('summary'),
  }
}

/** Lays the action and its tool as they lie in the repository. */
function lay(runner: TestProject, tool: Tool): { main: string; bundle: string } {
  const main = runner.join(`actions/${tool}/main.js`)
  const bundle = runner.join(`bundles/${tool}.js`)
  for (const file of [main, bundle]) mkdirSync(dirname(file), { recursive: true })
  writeFileSync(runner.join('package.json'), '{"type":"module"}')
  copyFileSync(join(repository, 'actions', tool, 'main.js'), main)
  copyFileSync(join(repository, 'actions', 'run.js'), runner.join('actions/run.js'))
  copyFileSync(join(repository, 'packages', tool, 'dist', 'cli.js'), bundle)
  return { main, bundle }
}

interface World {
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
}

type Ended = Pick<Step, 'code' | 'log'>

async function inProcess(work: (io: Io) => Promise<number>, world: World): Promise<Ended> {
  const io = memoryIo(world)
  const code = await work({ ...io, stderr: io.stdout })
  return { code, log: io.stdout.text }
}

function node(main: string, world: World): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [main], { ...world, stdio: ['ignore', 'pipe', 'pipe'] })
    let log = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (log += chunk))
    child.on('close', (code) => resolve({ code: code ?? 128, log }))
  })
}

/** Reads a file of outputs as the runner does (FileCommandManager.cs, read 2026-11): line by line, `name=value` or a delimited text. */
export function readOutputs(text: string): Record<string, string> {
  const found: Record<string, string> = {}
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (line === '') continue
    const [, name = '', delimiter] = /^([^=]*?)<<(.*)$/.exec(line) ?? []
    if (delimiter === undefined) {
      found[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1)
      continue
    }
    const end = lines.indexOf(delimiter, at + 1)
    if (end < 0) throw new Error(`no end of ${name}`)
    found[name] = lines.slice(at + 1, end).join('\n')
    at = end
  }
  return found
}

/** The text of a file of the repository. */
export function fileText(path: string): string {
  return readFileSync(join(repository, path), 'utf8')
}
