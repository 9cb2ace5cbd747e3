import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import { rangeOf } from '@frontdoor/markdown/nodes'
import type { List, Paragraph, Text } from 'mdast'
import type { Feature, Host, State } from '../host.ts'
import { alertsOn } from './alerts.ts'
import { emojiPlaces } from './emoji.ts'

/** What a reader finds on a host of a feature, place by place. */
export function featureStates(host: Host, document: MarkdownDocument, used: Used): State[] {
  const { does } = host.features[used.feature]
  const { markup } = host
  if (used.feature === 'alert' && markup?.alertSyntax) return alertStates(host, document, used.places)
  if (used.feature === 'emoji-shortcode') return emojiStates(host, document, used.places)
  return used.places.map(() => does)
}

/** Of alerts on GitHub, not every one is one elsewhere. */
function alertStates(host: Host, document: MarkdownDocument, places: readonly Range[]): State[] {
  const known = new Set(alertsOn(host, document).map(({ start }) => start))
  return places.map(({ start }) => (known.has(start) ? host.features.alert.does : 'literal'))
}

/** A host may look for the names of emoji in some texts only. */
function emojiStates(host: Host, document: MarkdownDocument, places: readonly Range[]): State[] {
  const { source, nodes, htmlTexts } = document
  const startsIn = (ranges: readonly Range[]) => new Set(emojiPlaces(source, ranges).map(({ start }) => start))
  const isHeld = emojiHeld(host, document)
  const texts = nodes.of('text').map(({ node }) => node)
  const inHtml = startsIn(htmlTexts)
  const passedOver = isHeld && startsIn(texts.filter((text) => !isHeld(text)).map(rangeOf))
  return places.map(({ start }) => {
    if (inHtml.has(start)) return emojiInHtml(host)
    return passedOver?.has(start) ? 'literal' : host.features['emoji-shortcode'].does
  })
}

/** Between the tags of HTML blocks most hosts look for nothing. To one that shows tags as text, it is all Markdown. */
function emojiInHtml({ html, markup, features }: Host): State {
  const { does } = features['emoji-shortcode']
  if (html.does === 'dropped') return 'dropped'
  if (does !== 'kept' || markup?.emojiInHtml || html.does === 'literal') return does
  return html.does === 'unknown' ? 'unknown' : 'literal'
}

interface Used {
  readonly feature: Feature
  readonly places: readonly Range[]
}

/** Tells the texts in which a host looks for names of emoji; undefined where it looks in all. */
export function emojiHeld({ markup }: Host, { nodes }: MarkdownDocument): ((text: Text) => boolean) | undefined {
  if (!markup?.emojiInParagraphs) return undefined
  const bare = new Set(nodes.of('list').flatMap(({ node }) => (isLoose(node) ? [] : paragraphsIn(node))))
  const paragraphs = nodes.of('paragraph').filter(({ node }) => !bare.has(node))
  const texts = new Set<unknown>(paragraphs.flatMap(({ node }) => node.children))
  return (text) => texts.has(text)
}

/** Of a list whose items do not stand apart, no text is shown as a paragraph. */
function isLoose({ spread, children }: List): boolean {
  return spread === true || children.some((item) => item.spread ?? item.children.length > 1)
}

function paragraphsIn({ children }: List): Paragraph[] {
  return children.flatMap((item) => item.children.filter((child) => child.type === 'paragraph'))
}
