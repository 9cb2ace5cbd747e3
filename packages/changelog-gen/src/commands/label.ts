import type { Call, ExitCode } from '@frontdoor/kit/cli/command'
import { type Io, UserError } from '@frontdoor/kit/io'
import { printable } from '@frontdoor/kit/terminal'
import { eventPull } from '../forge/event.ts'
import { openGithub } from '../forge/github.ts'
import { filesOf } from '../forge/pulls.ts'
import { at, listAt, textAt } from '../json.ts'
import { labelsFor } from '../label.ts'
import { pathTest } from '../model/path-test.ts'
import { findPlace } from '../place.ts'
import { loadSettings } from '../settings.ts'
import type { labelFlags } from './flags.ts'

/** `changelog-gen label [number]`: gives a pull request the labels of the config; none is taken away. */
export async function label(call: Call<typeof labelFlags>): Promise<ExitCode> {
  const { io, flags } = call
  const place = await findPlace(io)
  const { labels = [] } = await loadSettings(io, place, flags.config)
  if (labels.length === 0)
    throw new UserError('label needs the key "labels" in the config: what label for what files, branch, title or body')
  const number = numberOf(io, call.arguments[0])
  const github = openGithub(io, { place, ...flags })
  try {
    const pull = await github.get(`/pulls/${number}`)
    const globs = labels.flatMap(({ files = [] }) => files)
    const matches = await pathTest([{ when: [{ path: globs }] }])
    const files = globs.length > 0 ? await filesOf(github, number) : []
    const texts = { branch: textAt(pull, 'head', 'ref'), title: textAt(pull, 'title'), body: textAt(pull, 'body') }
    const there = new Set(listAt(pull, 'labels').map((one) => textAt(one, 'name').toLowerCase()))
    const missing = labelsFor({ files, ...texts }, labels, matches).filter((one) => !there.has(one.toLowerCase()))
    if (missing.length > 0 && !flags.dryRun) await github.send('POST', `/issues/${number}/labels`, { labels: missing })
    io.stdout.write(missing.map((one) => `${printable(one)}\n`).join(''))
    return 0
  } finally {
    await github.close()
  }
}

/** The pull request that is named, else that of the running workflow. */
function numberOf({ env }: Io, given: string | undefined): number {
  const number = given === undefined ? Number(at(eventPull(env), 'number') ?? 0) : Number(given.replace(/^#/, ''))
  if (Number.isSafeInteger(number) && number > 0) return number
  throw new UserError('label needs the number of a pull request: changelog-gen label 12, or a workflow on pull_request')
}
