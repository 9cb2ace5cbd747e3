import { existsSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { processIo } from '@frontdoor/kit/io'
import { runAction } from './action.ts'
import { actions, type Tool } from './actions.ts'

/** Runs the action of a tool, as a process of its own does. */
export async function runTool(name: Tool): Promise<void> {
  // The place of what this is built into: actions/run.js.
  const bundle = fileURLToPath(new URL(`../bundles/${name}.js`, import.meta.url))
  process.exitCode = await runAction(actions[name], bundle, processIo())
}

/** False for a module that another program has imported, to run it later. In doubt it was started: an action that does nothing would pass. */
export function isStarted(url: string): boolean {
  const [, program = ''] = process.argv
  return !existsSync(program) || realpathSync(program) === realpathSync(fileURLToPath(url))
}
