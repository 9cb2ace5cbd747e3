import { rawUrl, readForgeUrl } from '@frontdoor/kit/forge'
import { shownImages } from '../../readme/shown-images.ts'
import { defineRule, type Rule } from '../../rule.ts'

export const rule: Rule = defineRule({
  name: 'link/blob-image',
  summary: 'The address of an image leads to the image, not to the page that shows it.',
  why: '`github.com/…/blob/…` is a web page. GitHub itself puts the image in its place, nobody else does: on npm, PyPI and in editors readers see a broken image.',
  severity: 'warning',
  rst: true,
  *check({ document, project: { repository }, showings }) {
    const others = showings.filter(({ host }) => host.name !== 'github').map(({ host }) => host.name)
    const isOnGitHubOnly = showings.length > 0 && others.length === 0
    const forges = repository ? { [repository.host]: repository.forge } : {}
    for (const link of shownImages(document)) {
      if (!/\/(?:blob|src)\//.test(link.url) || /[?&]raw=/.test(link.url)) continue
      const found = readForgeUrl(link.url, { forges })
      if (found?.view !== 'file' || !found.path || !found.ref) continue
      if (isOnGitHubOnly && found.repository.forge === 'github') continue
      const raw = rawUrl(found.repository, found.ref, found.path)
      yield {
        at: link.urlAt,
        message: `This is the address of a page, not of an image${raw ? `: write ${raw}` : ''}`,
        ...(raw && { fix: { safe: true, edits: [{ ...link.urlAt, text: raw }] } }),
      }
    }
  },
})
