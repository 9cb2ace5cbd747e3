import { rawUrl, readForgeUrl } from '@frontdoor/kit/forge'
import type { Link } from '@frontdoor/markdown/links'
import { shownImages } from '../../readme/shown-images.ts'
import { defineRule, type Rule, type RuleContext } from '../../rule.ts'

/** Above so many, all are one finding. */
const few = 3

export const rule: Rule = defineRule({
  name: 'link/blob-image',
  summary: 'The address of an image leads to the image, not to the page that shows it.',
  why: '`github.com/…/blob/…` is a web page. GitHub itself puts the image in its place, nobody else does: on npm, PyPI and in editors readers see a broken image.',
  severity: 'warning',
  rst: true,
  *check(context) {
    const found = pagesOf(context)
    const [first] = found
    if (!first) return
    if (found.length <= few) {
      for (const { link, raw } of found) {
        const message = `This is the address of a page, not of an image${raw ? `: write ${raw}` : ''}`
        yield { at: link.urlAt, message, ...(raw && { fix: { safe: true, edits: [{ ...link.urlAt, text: raw }] } }) }
      }
      return
    }
    const edits = found.flatMap(({ link, raw }) => (raw ? { ...link.urlAt, text: raw } : []))
    const instead = first.raw ? `: write addresses like ${first.raw}` : ''
    yield {
      at: first.link.urlAt,
      message: `${found.length} addresses are those of pages, not of images${instead}`,
      ...(edits.length > 0 && { fix: { safe: true, edits } }),
    }
  },
})

/** Images whose address is that of a page, and the address of the image. */
function pagesOf({ document, project: { repository }, showings }: RuleContext): { link: Link; raw?: string }[] {
  const others = showings.filter(({ host }) => host.name !== 'github')
  const isOnGitHubOnly = showings.length > 0 && others.length === 0
  const forges = repository ? { [repository.host]: repository.forge } : {}
  return shownImages(document).flatMap((link) => {
    if (!/\/(?:blob|src)\//.test(link.url) || /[?&]raw=/.test(link.url)) return []
    const found = readForgeUrl(link.url, { forges })
    if (found?.view !== 'file' || !found.path || !found.ref) return []
    if (isOnGitHubOnly && found.repository.forge === 'github') return []
    const raw = rawUrl(found.repository, found.ref, found.path)
    return { link, ...(raw && { raw }) }
  })
}
