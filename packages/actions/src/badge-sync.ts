import type { Result } from './action.ts'
import { changes } from './changes.ts'
import { choiceInput, linesInput, switchInput, textInput } from './inputs.ts'
import { commonFlags, runReport } from './report.ts'
import { runTool, type Workplace } from './tool.ts'

/** Checks badges and blocks, or brings them up to date. */
export async function badgeSync(at: Workplace): Promise<Result> {
  const { env } = at.io
  const command = choiceInput(env, 'command', ['sync', 'migrate', 'render'])
  const writes = switchInput(env, 'write')
  const flags = writes ? [] : ['--check']
  const { value, changed } = await changes(at, writes, () => {
    if (command === 'render') return render(at, flags)
    const name = command === 'sync' ? undefined : command
    return runReport(at, {
      command: name,
      flags,
      operands: linesInput(env, 'paths'),
      fixedBy: name === undefined ? 'npx badge-sync' : `npx badge-sync ${name}`,
      // Sponsors are told to holders of a token only.
      env: { GITHUB_TOKEN: textInput(env, 'token') ?? env.GITHUB_TOKEN },
    })
  })
  return { ...value, outputs: { ...value.outputs, changed } }
}

/** Drawn badges are files, which have no findings. */
async function render(at: Workplace, flags: readonly string[]): Promise<Result> {
  const { code } = await runTool(at, ['render', ...flags, ...commonFlags(at.io.env)], { shown: true })
  const verdict = code === 0 ? 'the drawn badges are true' : 'drawn badges are behind: run `npx badge-sync render`'
  return { outputs: {}, summary: `### badge-sync: ${verdict}`, failed: code !== 0 }
}
