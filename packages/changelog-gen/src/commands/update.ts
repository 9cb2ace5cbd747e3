import type { ExitCode, Program } from '@frontdoor/kit/cli/command'
import { newestPackageTag } from '../history/tags.ts'
import { highestRelease, versionTags } from '../history/versions.ts'
import { versioningOf } from '../model/request.ts'
import { updateChangelog } from '../writing/update.ts'
import { type Opened, open } from './open.ts'
import { tellUnread } from './tell-unread.ts'
import { carryOut, type Planned, type WriteCall } from './write.ts'

/** `changelog-gen`: makes the changelog, or brings it up to date. */
export async function update(program: Program, call: WriteCall): Promise<ExitCode> {
  const plans: Planned[] = []
  const all = await open(call.io, call.flags, { cachesReleases: true })
  tellUnread(program, call.io, all)
  for (const opened of all) {
    const updated = await updateChangelog(opened)
    const done = opened.file.attributes ? 'brought up to date' : `written${holding(opened)}`
    plans.push({ ...updated, opened, done })
  }
  return carryOut(program, call, plans)
}

function holding({ history, request, target }: Opened): string {
  const length = history.releases.length + (history.older?.count ?? 0)
  if (length > 0) return length === 1 ? ', with one release' : `, with ${length} releases`
  const beside = highestRelease(versionTags(history.tags, versioningOf(request, target)))
  if (beside) return `, without a release: ${beside.name} is on a commit that is no ancestor`
  const other = target ? undefined : newestPackageTag(history.tags)?.name
  return other === undefined
    ? ''
    : `, without a release: ${other} is that of a package, whose changelog --package writes`
}
