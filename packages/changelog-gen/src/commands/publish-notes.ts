import type { Call, ExitCode, Program } from '@frontdoor/kit/cli/command'
import { UserError } from '@frontdoor/kit/io'
import { printable } from '@frontdoor/kit/terminal'
import { tell } from '@frontdoor/kit/terminal/tell'
import { isAsWritten, stamped } from '../draft/stamp.ts'
import { openReleaseHost } from '../forge/open-release-host.ts'
import type { HostedRelease, ReleaseHost, TagRelease } from '../forge/release-host.ts'
import type { Place } from '../place.ts'
import type { Release } from '../release.ts'
import type { publishFlags } from './flags.ts'
import { releaseNotes } from './notes.ts'

type PublishCall = Call<typeof publishFlags>

/**
 * Publishes the notes of a tag, which are those of the changelog, as its release on GitHub or GitLab. A release that is there is
 * brought up to date, unless somebody wrote into it: then it stays as it is.
 */
export async function publishNotes(program: Program, call: PublishCall, place: Place): Promise<ExitCode> {
  const { io, flags } = call
  const host = openReleaseHost(io, place, flags)
  try {
    const { release, text } = await releaseNotes(io, { ...flags, ...tagOf(call), format: host.format })
    return await carryOut(program, call, { host, wanted: wantedOf(release, text, call) })
  } finally {
    await host.close()
  }
}

/** The tag that is asked for, that of the running job, or the newest. */
function tagOf({ io: { env }, flags }: PublishCall) {
  const running = env.CI_COMMIT_TAG || /^refs\/tags\/(.+)$/.exec(env.GITHUB_REF ?? '')?.[1]
  const tag = flags.tag ?? flags.release ?? running
  return {
    tag,
    unreleased: false,
    from: undefined,
    to: undefined,
    changelog: undefined,
    package: [],
    fromContext: false,
  }
}

function wantedOf({ tag, prerelease, range }: Release, text: string, { flags }: PublishCall): TagRelease {
  if (tag === undefined)
    throw new UserError('there is no tag to publish the notes of; tag the release, and push the tag')
  const body = stamped(text, [], text)
  return { tag, name: flags.name ?? tag, body, sha: range.to.sha, prerelease, draft: flags.draft }
}

interface Work {
  readonly host: ReleaseHost
  readonly wanted: TagRelease
}

async function carryOut(program: Program, { io, flags }: PublishCall, { host, wanted }: Work): Promise<ExitCode> {
  if (flags.draft && host.format === 'gitlab')
    throw new UserError('GitLab has no drafts of releases; leave --draft out')
  const found = await host.find(wanted.tag)
  const request = host.request(wanted, found)
  if (flags.dryRun) {
    io.stdout.write(`${request.method} ${request.path}\n${JSON.stringify(request.body, undefined, 2)}\n`)
    return 0
  }
  if (found && isSame(found, wanted)) {
    tell(`the release is up to date: ${found.url}`, program, io)
    return 0
  }
  if (found && found.body.trim() !== '' && !isAsWritten(found.body)) {
    const { url } = found
    tell(`the text of ${wanted.tag} on the forge is not what was written there, so it stays: ${url}`, program, io)
    return 1
  }
  io.stdout.write(`${printable(await host.send(request))}\n`)
  return 0
}

function isSame(found: HostedRelease, { body, name }: TagRelease): boolean {
  return found.name === name && found.body.replaceAll('\r\n', '\n').trimEnd() === body.trimEnd()
}
