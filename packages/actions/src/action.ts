import { existsSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { type Io, UserError } from '@frontdoor/kit/io'
import { workflowCommand } from '@frontdoor/kit/report/workflow-command'
import { textInput, wantsSummary } from './inputs.ts'
import { writeOutputs, writeSummary } from './outputs.ts'
import type { Workplace } from './tool.ts'

/** What came of an action. */
export interface Result {
  /** By their names in action.yml. */
  readonly outputs: Readonly<Record<string, string>>
  /** Markdown for the page of the run. */
  readonly summary: string
  /** The step is to fail. */
  readonly failed: boolean
}

/** Does what the inputs in the environment ask for. */
export type Action = (at: Workplace) => Promise<Result>

/**
 * Runs an action with the files that the runner reads.
 *
 * @param bundle absolute path of the tool, which has its name
 * @returns the exit code of the step
 */
export async function runAction(action: Action, bundle: string, io: Io): Promise<0 | 1> {
  const name = basename(bundle, '.js')
  try {
    // Only the commits of releases have the tools that were built.
    if (!existsSync(bundle)) throw new UserError(`this commit has no bundles/${name}.js; name that of a release`)
    const { outputs, summary, failed } = await action({ io, name, bundle, folder: workingFolder(io) })
    writeOutputs(io.env, outputs)
    if (wantsSummary(io.env)) writeSummary(io.env, summary)
    return failed ? 1 : 0
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    io.stdout.write(`${workflowCommand('error', { title: name }, error.message)}\n`)
    return 1
  }
}

function workingFolder({ cwd, env }: Io): string {
  const given = textInput(env, 'working-directory') ?? '.'
  const folder = resolve(env.GITHUB_WORKSPACE || cwd, given)
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder
  throw new UserError(`input working-directory: there is no folder ${given}; has the repository been checked out?`)
}
