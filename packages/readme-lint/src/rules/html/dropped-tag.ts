import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Finding } from '@frontdoor/markdown/finding'
import type { HtmlTag } from '@frontdoor/markdown/html'
import type { Host } from '../../host.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { droppedTags, tagState } from '../../shown/html-filter.ts'
import { type Told, tellOnce } from '../../shown/lost.ts'

export const rule: Rule = defineRule({
  name: 'html/dropped-tag',
  summary: 'Raw HTML has only tags that every host of this README keeps.',
  why: 'Each host has its own list of tags. What is not on it is dropped, and its text stays: `<kbd>` is a plain word on pkg.go.dev, `<small>` and `<mark>` are on PyPI. NuGet shows all tags as text, Artifact Hub and docs.rs drop them with their images. `readme-lint hosts` shows all of it in a table.',
  severity: 'info',
  *check({ document, showings }) {
    for (const told of groupHosts(
      showings.map(({ host }) => host),
      document,
    ))
      yield describe(told, document)
  },
})

/** Tags that other rules tell of: a host that drops these keeps what is in them. */
const toldElsewhere = new Set(['details', 'summary', 'picture', 'source', 'center', 'font'])

interface Lost extends Told<HtmlTag> {
  readonly effect: string
}

/** Hosts that drop the same tags are told together. */
function groupHosts(hosts: readonly Host[], document: MarkdownDocument): Lost[] {
  const groups = new Map<string, { effect: string; hosts: Host[]; places: HtmlTag[] }>()
  for (const host of hosts) {
    const lost = droppedTags(host, document).filter(
      ({ name }) => host.html.does !== 'filtered' || !toldElsewhere.has(name),
    )
    const literal = lost.filter(({ name }) => tagState(host, name) === 'literal')
    const dropped = lost.filter(({ name }) => tagState(host, name) !== 'literal')
    for (const [effect, places] of [
      ['Shown as text', literal],
      ['Dropped', dropped],
    ] as const) {
      if (places.length === 0) continue
      const key = `${effect} ${places.map(({ start }) => start).join()}`
      const group = groups.get(key) ?? { effect, hosts: [], places }
      group.hosts.push(host)
      groups.set(key, group)
    }
  }
  return [...groups.values()]
}

function describe({ effect, hosts, places }: Lost, document: MarkdownDocument): Finding {
  const written = ({ start, name }: HtmlTag): string => document.slice({ start, end: start + 1 + name.length })
  const names = [...new Set(places.map((tag) => `${written(tag)}>`))]
  const list = names.length > 6 ? `${names.slice(0, 6).join(', ')} …` : names.join(', ')
  // What is no tag at all is the worst: a word of the sentence is missing.
  const placeholder = places.find(({ name }) => !isHtml(name))
  const advice = placeholder ? `; if ${written(placeholder)}> is meant as text, write it as code or with &lt;` : ''
  const told = tellOnce({ hosts, places }, document, ({ where, more }) => ({
    message: `${effect} on ${where}: ${list}${more}${advice}`,
  }))
  return placeholder ? { ...told, at: { start: placeholder.start, end: placeholder.end } } : told
}

/** Elements that HTML has or had; anything else is likely a placeholder such as `<name>`. */
function isHtml(name: string): boolean {
  return known.has(name) || /^h[1-8]$/.test(name)
}

const known = new Set(
  `a abbr acronym address area article aside audio b base bdi bdo big blink blockquote body br button canvas caption center cite code col
  colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset head header
  hgroup hr html i iframe img input ins kbd label legend li link main map mark marquee menu meta meter nav nobr noframes noscript object ol
  optgroup option output p param picture plaintext pre progress q rb rp rt rtc ruby s samp script search section select slot small source span
  strike strong style sub summary sup svg g path rect circle ellipse line polygon polyline text tspan defs use mask clippath lineargradient radialgradient stop symbol filter
  animate foreignobject math table tbody td template textarea tfoot th thead time title tr
  track tt u ul var video wbr xmp`.split(/\s+/),
)
