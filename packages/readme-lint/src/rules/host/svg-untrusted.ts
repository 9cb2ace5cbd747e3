import { isCertain } from '../../host.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { imageState, imagesOf } from '../../shown/images.ts'
import { groupByHosts, tellOnce } from '../../shown/lost.ts'
import { listOf } from '../../wording.ts'

export const rule: Rule = defineRule({
  name: 'host/svg-untrusted',
  summary: 'An extension for VS Code shows SVG images from trusted servers only.',
  why: 'vsce refuses to package an extension whose README shows an SVG file from any other server than the few badge services that it trusts, or an `<svg>` tag. That is found out when the release is being made.',
  severity: 'error',
  *check({ document, showings }) {
    const hosts = showings.map(({ host }) => host).filter(({ images }) => images?.svg && isCertain(images.svg))
    const refused = hosts.length > 0 ? imagesOf(document, 'svg-image') : []
    const groups = groupByHosts(refused, (link) =>
      hosts.filter((host) => imageState(host, link, 'svg-image') === 'broken'),
    )
    for (const { hosts, places } of groups) {
      yield tellOnce({ hosts, places: places.map(({ urlAt }) => urlAt) }, document, ({ where, more }) => ({
        message: `An SVG image that is not from a trusted badge service is refused on ${where}${more}: show a PNG`,
      }))
    }
    const drawn = hosts.length > 0 ? document.tags.filter(({ name, kind }) => name === 'svg' && kind === 'open') : []
    for (const at of drawn) {
      yield {
        at,
        message: `An <svg> is refused on ${listOf(hosts.map(({ title }) => title))}: show a PNG`,
        hosts: hosts.map(({ name }) => name),
      }
    }
  },
})
