import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { HtmlAttribute, HtmlTag } from '@frontdoor/markdown/html'
import type { Host } from '../../host.ts'
import { host as github } from '../../hosts/github.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { attributeState, tagState } from '../../shown/html-filter.ts'
import { groupByHosts, tellOnce } from '../../shown/lost.ts'

export const rule: Rule = defineRule({
  name: 'html/dropped-attribute',
  summary: 'Attributes that change what a reader gets are kept by every host of this README.',
  why: 'A host may keep a tag and drop its attributes: without `colspan` a table falls apart, without `width` a logo fills the page, without `dir` Hebrew and Arabic are set the wrong way round. What only looks a little different, such as `align`, is not told; `readme-lint hosts` shows all of it.',
  severity: 'info',
  *check({ document, showings }) {
    const hosts = showings
      .map(({ host }) => host)
      .filter(({ html, name }) => html.does === 'filtered' && name !== 'github')
    const uses = hosts.length > 0 ? usesThatMatter(document) : []
    const dropping = ({ tag, attribute }: Use): Host[] =>
      hosts.filter((host) => tagState(host, tag.name) === 'kept' && attributeState(host, tag, attribute) === 'dropped')
    for (const { hosts, places } of groupByHosts(uses, dropping)) {
      const names = [...new Set(places.map(({ tag, attribute }) => `<${tag.name} ${attribute.name}>`))].join(', ')
      yield tellOnce({ hosts, places: places.map(({ attribute }) => attribute) }, document, ({ where, more }) => ({
        message: `Dropped on ${where}, the tag without its attribute stays: ${names}${more}`,
      }))
    }
  },
})

interface Use {
  readonly tag: HtmlTag
  readonly attribute: HtmlAttribute
}

/** Without these a reader gets something else; by element, `*` for all. */
const matters: Readonly<Record<string, readonly string[]>> = {
  '*': ['colspan', 'rowspan', 'dir'],
  img: ['width', 'height'],
  ol: ['start', 'reversed'],
  li: ['value'],
  video: ['controls', 'src'],
  abbr: ['title'],
}

/** What GitHub drops, too, the author has seen. */
function usesThatMatter({ tags }: MarkdownDocument): Use[] {
  return tags.flatMap((tag) =>
    tag.attributes
      .filter(
        ({ name }) =>
          matters['*']?.includes(name) || (Object.hasOwn(matters, tag.name) && matters[tag.name]?.includes(name)),
      )
      .filter((attribute) => attributeState(github, tag, attribute) !== 'dropped')
      .map((attribute) => ({ tag, attribute })),
  )
}
