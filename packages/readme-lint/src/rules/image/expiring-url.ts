import { shownImages } from '../../readme/shown-images.ts'
import { defineRule, type Rule } from '../../rule.ts'

/** Addresses that answer only for a while: signed ones, and those with a token (each host's documentation, 2026-11). */
const expiring: readonly RegExp[] = [
  /^https?:\/\/private-user-images\.githubusercontent\.com\//i,
  /^https?:\/\/raw\.githubusercontent\.com\/[^?#]+\?(?:[^#]*&)?token=/i,
  /^https?:\/\/(?:cdn|media)\.discordapp\.(?:com|net)\/(?:ephemeral-)?attachments\//i,
  /^https?:\/\/files\.slack\.com\//i,
  /[?&](?:X-Amz-(?:Signature|Expires)|X-Goog-(?:Signature|Expires))=/i,
  /^https?:\/\/[^/]+\.amazonaws\.com\/[^?#]+\?(?:[^#]*&)?Expires=\d/i,
  /^https?:\/\/[^/]+\.blob\.core\.windows\.net\/[^?#]+\?(?:[^#]*&)?sig=/i,
]

export const rule: Rule = defineRule({
  name: 'image/expiring-url',
  summary: 'Images have addresses that stay.',
  why: 'Addresses that are signed or carry a token answer for minutes or days, and only to whoever copied them: the image is there while the README is written, and gone when it is read.',
  severity: 'error',
  rst: true,
  *check({ document }) {
    for (const { url, urlAt } of shownImages(document)) {
      if (!expiring.some((pattern) => pattern.test(url))) continue
      const host = /^https?:\/\/([^/?#]+)/i.exec(url)?.[1] ?? ''
      yield { at: urlAt, message: `This address at ${host} expires: put the image into the repository and link that` }
    }
  },
})
