import { get, text, texts } from '@frontdoor/kit/manifests/values'
import type { Result } from './action.ts'
import { choiceInput, textInput } from './inputs.ts'
import { details, safe, table } from './markdown.ts'
import { type Merge, mergeOf } from './merge.ts'
import { readPull } from './pull-request.ts'
import { commentOf, commonFlags } from './report.ts'
import { runTool, type Workplace } from './tool.ts'

/** Says what a pull request would change in the notes and the version, if it were merged now. */
export async function preview(at: Workplace): Promise<Result> {
  const { env } = at.io
  const pull = readPull(env)
  const method = choiceInput(env, 'merge-method', ['squash', 'merge'])
  const merge = await mergeOf(at, pull, method)
  try {
    const name = textInput(env, 'package')
    const flags = [...(name === undefined ? [] : [`--package=${name}`]), ...commonFlags(env)]
    // A commit knows no labels; the pull request does.
    const input = JSON.stringify(method === 'squash' ? [{ ...pull.change, shas: [merge.head] }] : [])
    const ask = async (...argv: string[]) =>
      (await runTool({ ...at, folder: merge.folder }, [...argv, '--from-context', ...flags], { input })).stdout
    const next: unknown = JSON.parse(await ask('next', '--format=json'))
    const explained = await ask('explain', '--all', `${merge.base}..${merge.head}`, '--format=json')
    const notes = await ask('notes', '--unreleased', '--format=github')
    const markdown = previewText({ next, merge, verdicts: verdictsOf(explained, merge), notes })
    return {
      outputs: { ...versionOutputs(next), notes, comment: commentOf(`${at.name} preview`, markdown) },
      summary: markdown,
      failed: false,
    }
  } finally {
    await merge.remove()
  }
}

/** What `next --format json` says, as outputs; empty where no release is due. */
export function versionOutputs(next: unknown): Record<string, string> {
  const pick = (key: string) => text(get(next, key)) ?? ''
  return { version: pick('version'), previous: pick('previous'), bump: pick('bump') }
}

interface Verdict {
  readonly subject: string
  /** Where it is listed, or why it is not. */
  readonly becomes: string
}

function verdictsOf(lines: string, { subjects }: Merge): readonly Verdict[] {
  const found = lines
    .split('\n')
    .filter(Boolean)
    .map((line): unknown => JSON.parse(line))
  return found.flatMap((one) => {
    const subject = text(get(one, 'fragment')) ?? subjects.get(text(get(one, 'sha')) ?? '')
    if (subject === undefined) return []
    const section = text(get(one, 'section'))
    const reason = text(get(one, 'reason')) ?? 'no reason'
    return [{ subject, becomes: section === undefined ? `left out: ${reason}` : `listed in "${section}"` }]
  })
}

interface Parts {
  readonly next: unknown
  readonly merge: Merge
  readonly verdicts: readonly Verdict[]
  readonly notes: string
}

/** A comment has at most 65,536 characters. */
const longestNotes = 40_000
const mostRows = 50

function previewText({ next, merge, verdicts, notes }: Parts): string {
  const rows = verdicts.slice(0, mostRows).map(({ subject, becomes }) => [safe(subject), safe(becomes)])
  const left = verdicts.length - rows.length
  return [
    '### What merging this does to the changelog',
    versionLine(next, merge),
    ...(rows.length > 0 ? [table(['Change', 'In the changelog'], rows)] : ['It changes nothing in the changelog.']),
    ...(left > 0 ? [`… and ${left} more.`] : []),
    ...(notes.trim() !== '' && notes.length <= longestNotes ? [details('All that is not released yet', notes)] : []),
  ].join('\n\n')
}

function versionLine(next: unknown, { head }: Merge): string {
  const { version, previous } = versionOutputs(next)
  if (!version) return 'No release is due with it.'
  // The commit of a squash is ours alone, so its hash would lead nowhere.
  const reasons = texts(get(next, 'reasons')).map((reason) => reason.replaceAll(` (${head.slice(0, 10)})`, ''))
  const why = reasons.length > 0 ? `: ${safe(reasons.slice(0, 3).join('; '))}` : ''
  return `With it, the next version is **${safe(version)}**${previous ? `, after ${safe(previous)}` : ''}${why}.`
}
