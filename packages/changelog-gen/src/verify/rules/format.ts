import { groupBy } from '@frontdoor/kit/group-by'
import { nearest } from '@frontdoor/kit/text/nearest'
import type { Finding } from '@frontdoor/markdown/finding'
import type { ReleaseSection } from '../../changelog/changelog.ts'
import { canonical } from '../../changelog/group-title.ts'
import { type Group, readSection } from '../../changelog/items.ts'
import type { VerifyContext, VerifyRule } from '../rule.ts'

const types: readonly string[] = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security']

export const format: VerifyRule = {
  name: 'changelog/format',
  summary: 'A changelog that says it keeps to Keep a Changelog does.',
  why: 'Other tools read the six types, the dates and the order of Keep a Changelog (1.1.0, 2.0.0). Only files that name that page are looked at; all others are free.',
  severity: 'warning',
  *check(context) {
    const { changelog } = context
    if (!/keepachangelog\.com/.test(changelog.source.slice(changelog.preamble.start, changelog.preamble.end))) return
    for (const section of [changelog.unreleased, ...changelog.releases.slice(0, 1)]) {
      if (section) yield* headings(context, section)
    }
    yield* dates(changelog)
  },
}

/** A habit of the whole file is told once, at its newest release. */
function* dates({ releases }: VerifyContext['changelog']): Generator<Finding> {
  const undated = releases.filter(({ date, unreleased }) => date === undefined && !unreleased)
  for (const sections of groupBy(undated, ({ dateText }) => dateText !== undefined).values()) {
    const isHabit = sections.length > 2 && sections.length * 2 > releases.length
    for (const section of isHabit ? sections.slice(0, 1) : sections)
      yield { at: section.heading, message: withoutDate(section, isHabit ? sections.length - 1 : 0) }
  }
}

function withoutDate({ version, dateText }: ReleaseSection, more: number): string {
  if (dateText === undefined)
    return more === 0
      ? `${version} has no date; write "- YYYY-MM-DD" behind it`
      : `${version} has no date, and ${more} more have none; write "- YYYY-MM-DD" behind them`
  return `"${dateText}" is not a date as YYYY-MM-DD${more === 0 ? '' : `, and ${more} more are none`}`
}

/** Released sections are history, but for the newest: nobody renames the headings of ten years. */
function* headings({ changelog }: VerifyContext, section: ReleaseSection): Generator<Finding> {
  const { groups } = readSection(changelog, section)
  const depth = section.heading.depth + 1
  for (const group of groups) if (group.depth < depth) yield tooHigh(changelog.source, group, depth)
  const kinds = groups.filter((group) => group.depth === depth)
  const foreign = kinds.filter(({ title }) => !isType(title))
  // Words of its own all through are one decision, and not a slip in each heading.
  const [first] = foreign.length > 1 && foreign.length * 2 > groups.length ? foreign : []
  if (first) yield ownWords(foreign, first)
  else for (const group of kinds) if (!types.includes(group.title)) yield unknownType(changelog.source, group)
}

function tooHigh(source: string, group: Group, depth: number): Finding {
  const text = '#'.repeat(depth)
  const isAtx = source.startsWith('#', group.start)
  const edit = { start: group.start, end: group.start + group.depth, text }
  return {
    at: at(group),
    message: `"${group.title}" is a heading of the same depth as its version; use ${text}`,
    ...(isAtx && { fix: { safe: true, edits: [edit] } }),
  }
}

function isType(title: string): boolean {
  return types.some((type) => type.toLowerCase() === title.toLowerCase())
}

function ownWords(foreign: readonly Group[], first: Group): Finding {
  const named = foreign.slice(0, 2).map(({ title }) => `"${title}"`)
  const more = foreign.length > 2 ? ` and ${foreign.length - 2} more` : ''
  const message = `${named.join(', ')}${more} are not the types of Keep a Changelog, which this file names: ${types.join(', ')}`
  return { at: at(first), message }
}

function unknownType(source: string, group: Group): Finding {
  const same = types.find(
    (type) => canonical(type) === canonical(group.title) || type.toLowerCase() === group.title.toLowerCase(),
  )
  const meant = same ?? nearest(group.title, types)
  const message = `"${group.title}" is none of ${types.join(', ')}${meant === undefined ? '' : `; did you mean "${meant}"?`}`
  const start = source.indexOf(group.title, group.start)
  if (same === undefined || start < 0) return { at: at(group), message }
  return {
    at: at(group),
    message,
    fix: {
      safe: same.toLowerCase() === group.title.toLowerCase(),
      edits: [{ start, end: start + group.title.length, text: same }],
    },
  }
}

function at({ start, headingEnd }: Group): { start: number; end: number } {
  return { start, end: headingEnd }
}
