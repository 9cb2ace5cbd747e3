import { recognise } from '../badges.ts'
import type { Check } from '../check.ts'

export const check: Check = {
  name: 'badge/https',
  summary: 'A badge is fetched over HTTPS.',
  *check({ document, images }) {
    for (const { image, url } of images) {
      // All hosts of known badges serve them over HTTPS; of another host nobody can say so from here.
      if (url.protocol !== 'http:' || url.port !== '' || !recognise(url)) continue
      const scheme = /^http(?=:)/i.exec(document.slice(image.urlAt))?.[0]
      if (scheme === undefined) continue
      yield {
        at: image.urlAt,
        message: 'This badge is fetched over plain HTTP, which pages on HTTPS block: write https://',
        fix: {
          safe: true,
          edits: [{ start: image.urlAt.start, end: image.urlAt.start + scheme.length, text: 'https' }],
        },
      }
    }
  },
}
