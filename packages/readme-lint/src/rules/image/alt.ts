import { groupBy } from '@frontdoor/kit/group-by'
import type { Block } from '@frontdoor/markdown/blocks'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { covers, type Edit } from '@frontdoor/markdown/edit'
import type { Finding } from '@frontdoor/markdown/finding'
import { attributeOf, withoutAttribute } from '@frontdoor/markdown/html'
import type { Link } from '@frontdoor/markdown/links'
import type { Section } from '@frontdoor/markdown/sections'
import { sponsorImages } from '../../readme/sponsors.ts'
import { defineRule, type Rule, type RuleContext } from '../../rule.ts'
import { andMore } from '../../wording.ts'

export const rule: Rule = defineRule({
  name: 'image/alt',
  summary: 'Every image has alt text; a decorative one has an empty `alt` in HTML.',
  why: 'Screen readers read the address of an image without alt text, sign by sign. The text is also what everybody sees where the image is blocked or its service is down, which is the usual end of a badge.',
  severity: 'warning',
  rst: true,
  *check(context) {
    const images = imagesWithoutAlt(context)
    const spacers = images.filter(isSpacer)
    const [spacer] = spacers
    if (spacer) {
      const message = `This image shows nothing${andMore(spacers)}: write alt=""`
      const edits = spacers.flatMap(({ tag }) => (tag ? emptyAlt(tag) : []))
      yield { at: spacer, message, fix: { safe: true, edits } }
    }
    yield* emptied(context)
    const others = images.filter((image) => !isSpacer(image))
    for (const { first, count, place } of groups(context.document, others)) {
      const more = count > 1 ? ` and ${count - 1} more` : ''
      yield { at: first, message: `No alt text for ${shortName(first.url)}${more}${place}` }
    }
  },
})

/** An empty alt text that says less than its author means: another one stands behind it, or a link has no other name. */
function* emptied({ document, project }: RuleContext): Generator<Finding> {
  const images = document.links.flatMap(withEmptyAlt)
  const doubled = images.filter(({ isSaid }) => isSaid)
  const [first] = doubled
  if (first) {
    const message = `The first alt of this image${andMore(doubled)} counts, and it is empty: remove it`
    yield { at: first.image, message, fix: { safe: true, edits: doubled.map(({ removal }) => removal) } }
  }
  const sponsors = new Set(sponsorImages(document, project).map(({ image }) => image))
  const alone = allOfLinks(
    images.filter(({ image, isSaid }) => !isSaid && !sponsors.has(image)).map(({ image }) => image),
    document,
  )
  const [lone] = alone
  if (!lone) return
  const message = `This image is all there is of a link${andMore(alone)}, and alt="" hides it: say where the link leads`
  yield { at: lone, message }
}

interface EmptyAlt {
  readonly image: Link
  /** True where another alt text stands behind the empty one. */
  readonly isSaid: boolean
  readonly removal: Edit
}

function withEmptyAlt(image: Link): EmptyAlt[] {
  const { tag, attribute } = image
  if (!image.image || !tag || attribute?.name !== 'src') return []
  const [first, ...more] = tag.attributes.filter(({ name }) => name === 'alt')
  if (first?.value.trim() !== '') return []
  const isSaid = more.some(({ value }) => value.trim() !== '')
  return [{ image, isSaid, removal: withoutAttribute(tag, first) }]
}

/** Those of the images, in their order, that stand in a link which has no text and no other name. */
function allOfLinks(images: readonly Link[], document: MarkdownDocument): Link[] {
  const links = document.links.filter(({ image, kind }) => !image && kind !== 'definition')
  let behind = 0
  const around = (image: Link): Link | undefined => {
    while ((links[behind]?.start ?? Number.POSITIVE_INFINITY) <= image.start) behind++
    const link = links[behind - 1]
    return link && image.end <= link.end ? link : undefined
  }
  return [...groupBy(images, around)].flatMap(([link, within]) =>
    !link || isNamed(link) || document.text(link).trim() !== '' ? [] : within.filter((image) => !isNamed(image)),
  )
}

function isNamed({ tag }: Link): boolean {
  return tag !== undefined && ['aria-label', 'title'].some((name) => attributeOf(tag, name)?.trim())
}

/** Images that are told about in one finding. */
interface Group {
  readonly first: Link
  /** The generated block that they stand in. */
  readonly block: Block | undefined
  count: number
  /** Where they are, and what to do. */
  readonly place: string
}

/** A gallery of avatars or logos would say the same a hundred times: above so many, the images of a section are one finding. */
const gallery = 3

/** A figure without alt text in each of many sections is one finding, too: above so many, those of a page are. */
const scattered = 8

function groups(document: MarkdownDocument, images: readonly Link[]): Group[] {
  const found = bySection(document, images)
  const written = found.filter(({ block }) => !block)
  const [first] = written
  if (!first || written.length <= scattered) return found
  const count = written.reduce((sum, group) => sum + group.count, 0)
  return [{ ...first, count, place: ' on this page: say what they show' }, ...found.filter(({ block }) => block)]
}

function bySection(document: MarkdownDocument, images: readonly Link[]): Group[] {
  const loose = images.filter((image) => !blockAround(document, image))
  const sections = countBy(loose, (image) => sectionAround(document, image)?.slug)
  const found = new Map<unknown, Group>()
  for (const image of images) {
    const block = blockAround(document, image)
    const section = sectionAround(document, image)
    const many = (sections.get(section?.slug) ?? 0) > gallery
    const key = block ?? (many ? `#${section?.slug ?? ''}` : image.url)
    const known = found.get(key)
    if (known) known.count++
    else found.set(key, { first: image, block, count: 1, place: placeOf(block, section, many) })
  }
  return [...found.values()]
}

function placeOf(block: Block | undefined, section: Section | undefined, many: boolean): string {
  if (block) return ` in the block "${block.name}", which is generated: mend what generates it`
  if (!many) return ': say what it shows'
  return ` ${titled(section)}: say what they show`
}

function titled(section: Section | undefined): string {
  if (!section) return 'above the first heading'
  // A heading may be a logo alone.
  return section.title === '' ? 'in the same section' : `in the section "${section.title}"`
}

function blockAround({ blocks }: MarkdownDocument, image: Link): Block | undefined {
  return blocks.find(({ body, close }) => close && covers(body, image))
}

function sectionAround({ sections }: MarkdownDocument, image: Link): Section | undefined {
  return sections.findLast(({ start }) => start <= image.start)
}

function countBy<Item, Key>(items: readonly Item[], key: (item: Item) => Key): Map<Key, number> {
  const counts = new Map<Key, number>()
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1)
  return counts
}

/** Logos of sponsors are left to `sponsor/alt`, which knows what they should say. */
function imagesWithoutAlt({ document, project }: Pick<RuleContext, 'document' | 'project'>): Link[] {
  const sponsors = new Set(sponsorImages(document, project).map(({ image }) => image))
  return document.links.filter((link) => {
    const { image, kind, text, tag, attribute } = link
    if (!image || kind === 'definition' || sponsors.has(link)) return false
    if (kind !== 'html') return text.trim() === '' && !isSpacer(link)
    return tag?.name === 'img' && attribute?.name === 'src' && attributeOf(tag, 'alt') === undefined && !isHidden(tag)
  })
}

function isHidden(tag: NonNullable<Link['tag']>): boolean {
  return attributeOf(tag, 'aria-hidden') === 'true' || attributeOf(tag, 'role') === 'presentation'
}

/** True for a pixel that counts visits, or that keeps things apart. Without HTML, an empty alt text is all it can have. */
function isSpacer({ tag, url }: Link): boolean {
  const sizes = tag ? ['width', 'height'].map((name) => attributeOf(tag, name)) : []
  return (
    /^https?:\/\/static\.scarf\.sh\/|\/(?:spacer|pixel|blank|transparent)\.(?:gif|png)$/.test(
      url.replace(/[?#].*$/s, ''),
    ) || sizes.some((size) => /^[01](?:px)?$/.test(size ?? ''))
  )
}

function emptyAlt({ start, name }: NonNullable<Link['tag']>): Edit[] {
  const at = start + 1 + name.length
  return [{ start: at, end: at, text: ' alt=""' }]
}

/** The end of an address, enough to know the image by. */
function shortName(url: string): string {
  if (url.startsWith('data:')) return 'an inline image'
  const path = url.replace(/[?#].*$/s, '').replace(/^https?:\/\//, '')
  return path.length > 60 ? `…${path.slice(-59)}` : path
}
