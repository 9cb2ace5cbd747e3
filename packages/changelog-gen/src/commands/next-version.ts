import type { Io } from '@frontdoor/kit/io'
import type { Range } from '../history/range.ts'
import { versionTags } from '../history/versions.ts'
import { loadModel, versioningOf } from '../model/model.ts'
import { decideNext } from '../model/next.ts'
import { nowOf } from './next.ts'
import type { Opened } from './open.ts'

/** The version that `next` would print; undefined where no release is due. */
export async function nextVersion(io: Io, { request, target, place }: Opened): Promise<string | undefined> {
  const model = await loadModel(io, { ...request, unreleasedOnly: true })
  const [range] = model.ranges(target)
  const manifest = target ?? place.manifests.find(({ version }) => version !== undefined)
  const { version } = decideNext({
    unreleased: model.release(range as Range, target),
    base: range?.from,
    taken: versionTags(model.history.tags, versioningOf(request, target)),
    settings: request.settings,
    policy: { pre: undefined, stable: false },
    manifestVersion: manifest?.version,
    now: nowOf(io),
  })
  return version
}
