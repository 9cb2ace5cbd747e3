import type { Link } from '@frontdoor/markdown/links'
import type { Host } from '../../host.ts'
import { outsideGenerated } from '../../readme/generated.ts'
import { defineRule, type Rule, type RuleContext } from '../../rule.ts'
import { type ImageKind, imageState, imagesOf } from '../../shown/images.ts'
import { rawInstead } from '../../shown/instead/image.ts'
import { groupByHosts, type Told, tellOnce } from '../../shown/lost.ts'

export const rule: Rule = defineRule({
  name: 'host/image-domain',
  summary: 'Images come from servers, and over a protocol, that every host of this README shows.',
  why: 'NuGet shows images from some forty servers only, and readers see nothing of the others. vsce refuses to package an extension whose README has an image without https.',
  severity: 'warning',
  *check(context) {
    for (const { hosts, places } of refused(context, 'remote-image')) {
      const servers = [...new Set(places.map(({ url }) => serverOf(url)))]
      const edits = outsideGenerated(context.document, places.flatMap(rawInstead))
      yield tellOnce({ hosts, places: places.map(({ urlAt }) => urlAt) }, context.document, ({ where, more }) => ({
        message: `Images from ${servers.slice(0, 4).join(', ')}${servers.length > 4 ? ' …' : ''} are not shown on ${where}${more}: ${edits[0] ? `write ${edits[0].text}` : 'put them into the repository'}`,
        ...(edits.length > 0 && { fix: { safe: false, edits } }),
      }))
    }
    for (const { hosts, places } of refused(context, 'http-image')) {
      yield tellOnce({ hosts, places: places.map(({ urlAt }) => urlAt) }, context.document, ({ where, more }) => ({
        message: `An image without https is refused on ${where}${more}`,
      }))
    }
  },
})

function refused({ document, showings }: RuleContext, kind: ImageKind): Told<Link>[] {
  const hosts = showings.map(({ host }) => host).filter(({ images }) => images !== undefined)
  const breaks = (link: Link): Host[] => hosts.filter((host) => imageState(host, link, kind) === 'broken')
  return hosts.length > 0 ? groupByHosts(imagesOf(document, kind), breaks) : []
}

function serverOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : url
}
