import type { Host } from '../../host.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { reachedOn, type WorkingLink, workingLinks } from '../../shown/anchors.ts'
import { groupByHosts, tellOnce } from '../../shown/lost.ts'

export const rule: Rule = defineRule({
  name: 'host/anchor',
  summary: 'Links within the page lead somewhere wherever the README is shown.',
  why: 'Each host makes its own anchors: pkg.go.dev writes `what-s-new` for "What\'s new", PyPI puts a prefix before links that `<a id>` does not get, and on crates.io no link within a README works (rust-lang/crates.io#14754). A click then does nothing.',
  severity: 'warning',
  *check({ document, showings }) {
    const hosts = showings.map(({ host }) => host).filter(({ name }) => name !== 'github')
    const links = hosts.length > 0 ? workingLinks(document) : []
    if (links.length === 0) return
    const known = hosts.flatMap((host) => {
      const reached = reachedOn(host, document)
      return reached ? [{ host, reached }] : []
    })
    const deadOn = (link: WorkingLink): Host[] => known.filter(({ reached }) => !reached(link)).map(({ host }) => host)
    const isCase = (link: WorkingLink): boolean =>
      deadOn(link).length > 0 && deadOn({ ...link, anchor: link.anchor.toLowerCase() }).length === 0
    const cased = links.filter(isCase)
    for (const { hosts, places } of groupByHosts(cased, deadOn)) {
      const edits = places.map(({ at }) => ({ ...at, text: document.slice(at).toLowerCase() }))
      yield tellOnce({ hosts, places: places.map(({ at }) => at) }, document, ({ where, more }) => ({
        message: `#${places[0]?.anchor} leads nowhere on ${where}${more}, where case matters: write ${edits[0]?.text}`,
        fix: { safe: true, edits },
      }))
    }
    const others = links.filter((link) => !cased.includes(link))
    for (const { hosts, places } of groupByHosts(others, deadOn)) {
      const [{ anchor }] = places as readonly [WorkingLink]
      yield tellOnce({ hosts, places: places.map(({ at }) => at) }, document, ({ where, more }) => ({
        message: `#${anchor} leads nowhere on ${where}${more}${reasons(hosts)}`,
      }))
    }
  },
})

function reasons(hosts: readonly Host[]): string {
  const notes = [...new Set(hosts.flatMap(({ anchors }) => anchors.note ?? []))]
  return notes.length > 0 ? `: ${notes.join('; ')}` : ''
}
