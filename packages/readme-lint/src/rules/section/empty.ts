import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { covers, type Range } from '@frontdoor/markdown/edit'
import { rangeOf } from '@frontdoor/markdown/nodes'
import type { Section } from '@frontdoor/markdown/sections'
import { perDocument } from '../../readme/per-document.ts'
import { firstAt, linksIn, topOf } from '../../readme/top.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { names } from '../../topics/topics.ts'

export const rule: Rule = defineRule({
  name: 'section/empty',
  summary: 'A heading has something below it.',
  why: 'A heading with nothing below it is a promise that was forgotten: a template that was not filled in, a generator that failed, or text that was moved away. Readers of the table of contents jump to it in vain.',
  severity: 'warning',
  rst: true,
  *check({ document }) {
    const { sections, nodes } = document
    const containers = [...nodes.of('blockquote'), ...nodes.of('listItem')].map(({ node }) => rangeOf(node))
    const { title, end } = topOf(document)
    for (const [index, section] of sections.entries()) {
      const next = sections[index + 1]
      // The title, and a line below it that is written as a heading.
      if (section === title || section.depth === 1 || section.start < end || index === 0) continue
      // In a quote or an item of a list, a heading is a way to write large.
      if (containers.some((container) => covers(container, section))) continue
      if (isTagline(section, sections[index - 1], title) || saysItself(document, section)) continue
      if (sharesText(document, section, next) || isParted(section, next) || !isBlank(document, section)) continue
      if (!isEntry(document, section)) {
        yield {
          at: section,
          message: `Nothing stands below "${section.title}": fill the section in, or take the heading out`,
        }
      }
    }
  },
})

/** The first heading right below the title often is a sentence about the project. */
function isTagline({ title }: Section, before: Section | undefined, first: Section | undefined): boolean {
  return before !== undefined && before === first && title.split(/\s+/).length > 3
}

/** A heading that is a link leads to what it promises, a name in code is what it documents, a sentence says it, and one without words is decoration. */
function saysItself(document: MarkdownDocument, section: Section): boolean {
  const { title } = section
  return (
    !/[\p{L}\p{N}]/u.test(title) ||
    isMember(document, section) ||
    /^(?:\S+\s+){3}.*[^.][.!。！]$/.test(title) ||
    license.test(title) ||
    linksIn(document, section).length > 0
  )
}

/** A method, a property, an option, a route: its name is written as code, or as nothing but code is. */
function isMember({ source }: MarkdownDocument, { start, end, title }: Section): boolean {
  return (
    /^[#\s]*(?:<h\d[^>]*>\s*)?(?:`|<code\b)/i.test(source.slice(start, end)) ||
    /\w\(.*\)|^(?:GET|POST|PUT|PATCH|DELETE|HEAD)\s+\/|^[-#@$%.]+\w\S*$|^\S*\w(?:\.|::|->|[#/=<[])\w\S*$/.test(title) ||
    /^(?:[a-z]{2,}\w*[A-Z]\w*|\w+_\w+)$/.test(title)
  )
}

/**
 * True for an entry of a list that is written as headings: most of its siblings have nothing below them either. Sections that a
 * template left empty have names that every README could have.
 */
function isEntry(document: MarkdownDocument, section: Section): boolean {
  return section.depth > 2 && isAmongEntries(document)(section)
}

/** Siblings are looked at once for all of them: there may be thousands. */
const isAmongEntries: (document: MarkdownDocument) => (section: Section) => boolean = perDocument((document) => {
  const above = sectionsAbove(document)
  const lists = new Map<string, boolean>()
  return (section) => {
    const parent = above.get(section)
    const key = `${section.depth} ${parent?.start}`
    const isList = lists.get(key) ?? areEntries(document, siblingsOf(document, section, parent))
    lists.set(key, isList)
    return isList
  }
})

function areEntries(document: MarkdownDocument, siblings: readonly Section[]): boolean {
  const blank = siblings.filter((one) => isBlank(document, one))
  return blank.length > 2 && blank.length * 2 > siblings.length && !blank.some(isCommon)
}

/** Of each section the one above it: the last before it of a lower depth. */
function sectionsAbove({ sections }: MarkdownDocument): ReadonlyMap<Section, Section | undefined> {
  const open: Section[] = []
  return new Map(
    sections.map((section) => {
      while ((open.at(-1)?.depth ?? 0) >= section.depth) open.pop()
      const above = open.at(-1)
      open.push(section)
      return [section, above]
    }),
  )
}

/** The sections of one depth in the section above them. */
function siblingsOf(
  { sections }: MarkdownDocument,
  { depth }: Section,
  above: Section | undefined,
): readonly Section[] {
  const { start, end } = above?.body ?? { start: 0, end: Number.POSITIVE_INFINITY }
  return sections.slice(firstAt(sections, start), firstAt(sections, end)).filter((one) => one.depth === depth)
}

function isCommon({ title }: Section): boolean {
  return topicNames.some((topic) => names(topic, title))
}

const topicNames = ['install', 'usage', 'requirements', 'contributing', 'license', 'help', 'documentation'] as const

/** `MIT licensed` is all there is to say. */
const license = /^(?=.*\blicen[cs]).*\b(?:MIT|ISC|BSD|[AL]?GPL|MPL|Apache)/i

/** Of entries right below one another, the last has the text for all. */
function sharesText({ source }: MarkdownDocument, { depth, end }: Section, next: Section | undefined): boolean {
  return depth > 2 && next?.depth === depth && /^\r?\n$/.test(source.slice(end, next.start))
}

/** `7. Boards` has `7.1 Boards of STM32` below it, whatever their levels. */
function isParted({ title }: Section, next: Section | undefined): boolean {
  const [number] = /^\d+(?:\.\d+)*/.exec(title) ?? []
  return number !== undefined && next?.title.startsWith(`${number}.1`) === true
}

/** Tags that show something without any text. */
const shows = new Set('img picture svg video audio iframe object embed input table canvas math'.split(' '))

/** Where something is shown without text, in document order. */
const shown: (document: MarkdownDocument) => readonly Range[] = perDocument(({ tags, links }) =>
  [...tags.filter(({ name }) => shows.has(name)), ...links.filter(({ kind }) => kind !== 'definition')].sort(
    (a, b) => a.start - b.start,
  ),
)

function isBlank(document: MarkdownDocument, { body }: Section): boolean {
  const below = [document.sections, shown(document)].map((ranges) => ranges[firstAt(ranges, body.start)])
  if (below.some((next) => next && next.start < body.end)) return false
  // What a generator writes below it starts with a heading of its own.
  if (document.blocks.some(({ start, end }) => body.start <= start && start < body.end && body.end < end)) return false
  return document.text(body).trim() === ''
}
