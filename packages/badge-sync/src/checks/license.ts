import { addressEdits } from '../address/edits.ts'
import { isOfAnother } from '../address/own.ts'
import { readShieldsText, writeShieldsText } from '../address/shields-text.ts'
import { recognise } from '../badges.ts'
import type { Check } from '../check.ts'

export const check: Check = {
  name: 'badge/license',
  summary: 'A badge that writes the licence writes the one that the project has.',
  *check({ document, images, project }) {
    const spdx = project.license?.spdx
    // What is no plain identifier is a choice or an exception, for which a badge has no room.
    if (spdx === undefined || !/^[\w.+-]+$/.test(spdx)) return
    for (const badge of images) {
      const { image, url } = badge
      const found = recognise(url)
      const written = found?.badge.name === 'license' ? found.parts.license : undefined
      if (!found || written === undefined || isOfAnother(badge, project)) continue
      const said = readShieldsText(written)
      if (isSame(said, spdx) || !looksLikeLicense(said)) continue
      const address = found.replace({ license: writeShieldsText(spdx) })
      yield {
        at: image.urlAt,
        message: `This badge says ${said}: the licence is ${spdx}`,
        fix: { safe: true, edits: addressEdits(document, badge, { image: address }) },
      }
    }
  },
}

/** `Apache 2`, `Apache License 2.0` and `Apache-2.0` are one; so are `GPL v3`, `GPLv3` and `GPL-3.0-or-later`. */
function isSame(said: string, spdx: string): boolean {
  const [a, b] = [fold(said), fold(spdx)]
  return a === b || a.startsWith(b) || b.startsWith(a)
}

function fold(license: string): string {
  return license
    .toLowerCase()
    .replaceAll(/\b(?:the|gnu|license|licence|clause|version|only|or|later)\b/g, '')
    .replaceAll(/v(?=\d)/g, '')
    .replaceAll(/[^a-z\d]|\.0\b/g, '')
}

/** Names of families that are told for sure. A badge may also say `see LICENSE`, or anything else. */
function looksLikeLicense(said: string): boolean {
  return /^(?:the[ -])?(?:gnu[ -])?(?:mit|isc|apache|bsd|[al]?gpl|mpl|epl|unlicense|zlib|cc0|cc[ -]by|wtfpl|bsl|eupl)(?=v?\d|[^a-z]|$)/i.test(
    said,
  )
}
