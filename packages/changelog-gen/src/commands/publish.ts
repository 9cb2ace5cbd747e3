import type { Call, ExitCode, Program } from '@frontdoor/kit/cli/command'
import { UserError } from '@frontdoor/kit/io'
import { printable } from '@frontdoor/kit/terminal'
import { tell } from '@frontdoor/kit/terminal/tell'
import { type Found, findFacts } from '../draft/facts.ts'
import { planDraft, type Wish } from '../draft/plan.ts'
import type { DraftSettings } from '../draft/settings.ts'
import { mergeDraft, stamped } from '../draft/stamp.ts'
import { currentBranch } from '../forge/current-branch.ts'
import { type Github, openGithub } from '../forge/github.ts'
import { isGitlab } from '../forge/gitlab.ts'
import { type ForgeRelease, type ReleaseText, readRelease, releaseRequest } from '../forge/releases.ts'
import { findPlace } from '../place.ts'
import { loadSettings } from '../settings.ts'
import type { publishFlags } from './flags.ts'

type PublishCall = Call<typeof publishFlags>

/** GitHub takes no longer text of a release (docs.github.com, read 2026-11). */
const longest = 125_000

/** `changelog-gen publish`: makes the release on the forge, or brings its draft up to date. Called again, it goes on where it was. */
export async function publish(program: Program, call: PublishCall): Promise<ExitCode> {
  const { io, flags } = call
  const place = await findPlace(io)
  const { draft } = await loadSettings(io, place, flags.config)
  if (!draft || isGitlab(io, place)) return (await import('./publish-notes.ts')).publishNotes(program, call, place)
  const github = openGithub(io, { place, ...flags })
  try {
    const settings = { ...draft, ...(flags.target && { target: flags.target }) }
    const found = await findFacts(github, settings, settings.target ?? (await currentBranch(io, place.root)))
    return await carryOut(program, call, { github, settings, found })
  } finally {
    await github.close()
  }
}

interface Work {
  readonly github: Github
  readonly settings: DraftSettings
  readonly found: Found
}

async function carryOut(program: Program, { io, flags }: PublishCall, work: Work): Promise<ExitCode> {
  const { github, settings, found } = work
  const wish = { version: flags.release, tag: flags.tag, name: flags.name, publish: !flags.draft }
  const { text, conflicts } = releaseText(found, settings, wish)
  if (!text.draft && !text.tag) throw new UserError('a release needs a tag: set draft.tag in the config, or give --tag')
  if (text.body.length > longest)
    throw new UserError(
      `the text has ${text.body.length} characters, and GitHub takes ${longest}; set draft.sections with collapse, or a shorter draft.change`,
    )
  const request = releaseRequest(text, found.draft?.id)
  if (conflicts > 0) tell(`${conflicts} of the edits in the draft differ from what is new; they stay`, program, io)
  if (flags.dryRun) {
    io.stdout.write(
      `${request.method} /repos/${github.owner}/${github.name}${request.path}\n${JSON.stringify(request.body, undefined, 2)}\n`,
    )
    return 0
  }
  if (found.draft && isSame(found.draft, text)) {
    tell('the draft is up to date', program, io)
    io.stdout.write(`${printable(found.draft.url)}\n`)
    return conflicts > 0 ? 1 : 0
  }
  const made = readRelease(await github.send(request.method, request.path, request.body))
  io.stdout.write(`${printable(made?.url ?? '')}\n`)
  return conflicts > 0 ? 1 : 0
}

/** The release as it is to be, with what people wrote into its draft. */
function releaseText(
  { facts, draft }: Found,
  settings: DraftSettings,
  wish: Wish,
): { text: ReleaseText; conflicts: number } {
  const plan = planDraft(facts, settings, wish)
  const made = (numbers: ReadonlySet<number>) =>
    planDraft({ ...facts, pulls: facts.pulls.filter(({ number }) => numbers.has(number)) }, settings, wish).body
  const { body, conflicts } = mergeDraft({ current: draft?.body ?? '', fresh: plan.body, made })
  const numbers = facts.pulls.map(({ number }) => number)
  const { tag, name, ...rest } = plan
  return {
    conflicts,
    text: {
      ...rest,
      // An empty one would take away what somebody gave the draft.
      ...((tag || !draft) && { tag: tag ?? '' }),
      ...((name || !draft) && { name: name ?? '' }),
      body: plan.draft ? stamped(body, numbers, plan.body) : body,
    },
  }
}

function isSame(draft: ForgeRelease, { body, name, tag, draft: stays, prerelease }: ReleaseText): boolean {
  const same = (wanted: string | undefined, there: string) => wanted === undefined || wanted === there
  const text = draft.body.replaceAll('\r\n', '\n')
  return stays && text === body && same(name, draft.name) && same(tag, draft.tag) && prerelease === draft.prerelease
}
