import { decode } from '@frontdoor/kit/text/percent'
import { addressEdits } from '../address/edits.ts'
import { isOfAnother } from '../address/own.ts'
import { recognise } from '../badges.ts'
import type { Check } from '../check.ts'
import { declaredVersions } from '../declared-versions.ts'

export const check: Check = {
  name: 'badge/version',
  summary:
    'A badge that writes the version writes the one that the manifest has, or with `--online` the one that was published.',
  *check({ document, images, project, known = [] }) {
    const declared = declaredVersions(project)
    // A version that is made at the release is known to the registry alone.
    const released = known.flatMap(({ mention, found }) => (mention.own && 'latest' in found && found.latest) || [])
    const versions = new Set(declared.length > 0 ? declared : released)
    const [version] = versions
    // Two that differ: nobody can say which is meant.
    if (version === undefined || versions.size > 1) return
    for (const badge of images) {
      const { image, url } = badge
      const found = recognise(url)
      const written = found?.badge.name === 'version' ? found.parts.version : undefined
      const [, v = '', said] = /^(v?)(\d+\.\d+[\w.+-]*)$/.exec(decode(written ?? '').replaceAll('--', '-')) ?? []
      if (!found || said === undefined || said === version || isOfAnother(badge, project)) continue
      const address = found.replace({ version: v + encodeURIComponent(version.replaceAll('-', '--')) })
      yield {
        at: image.urlAt,
        message: `This badge says ${v}${said}: the version is ${version}`,
        fix: { safe: true, edits: addressEdits(document, badge, { image: address }) },
      }
    }
  },
}
