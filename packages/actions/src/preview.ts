import { get, text } from '@frontdoor/kit/manifests/values'
import type { Result } from './action.ts'
import { choiceInput, textInput } from './inputs.ts'
import { readPull } from './pull-request.ts'
import { commentOf, commonFlags } from './report.ts'
import { runTool, type Workplace } from './tool.ts'

/** Says what a pull request would change in the notes and the version, if it were merged now. */
export async function preview(at: Workplace): Promise<Result> {
  const { env } = at.io
  const method = choiceInput(env, 'merge-method', ['squash', 'merge'])
  // The tool would compare with the default branch, where there is no pull request.
  readPull(env)
  const name = textInput(env, 'package')
  const flags = [...(name === undefined ? [] : [`--package=${name}`]), ...commonFlags(env)]
  const { stdout } = await runTool(at, ['preview', '--format=json', `--merge-method=${method}`, ...flags])
  const found: unknown = JSON.parse(stdout)
  const releases = get(found, 'releases')
  const [only, second] = Array.isArray(releases) ? (releases as unknown[]) : []
  const markdown = text(get(found, 'markdown')) ?? ''
  return {
    outputs: {
      // Each of several packages has a version of its own.
      ...versionOutputs(second === undefined ? only : undefined),
      notes: String(get(found, 'notes') ?? ''),
      comment: commentOf(`${at.name} preview`, markdown),
    },
    summary: markdown,
    failed: false,
  }
}

/** What `next --format json` says, as outputs; empty where no release is due. */
export function versionOutputs(next: unknown): Record<string, string> {
  const pick = (key: string) => text(get(next, key)) ?? ''
  return { version: pick('version'), previous: pick('previous'), bump: pick('bump') }
}
