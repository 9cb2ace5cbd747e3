import { at, listAt, textAt } from '../json.ts'
import type { GivenCategory, GivenCondition } from '../settings.ts'
import { arranged, type Ruled } from './group-order.ts'
import type { Imported } from './imported.ts'
import { type Advice, keyNotes } from './key-notes.ts'
import { searchesOf, wordsOf } from './search-text.ts'

const mapped = ['filters', 'groups', 'use', 'disable', 'skip']

const advice: Advice = [
  ['the newest entry comes first in each section', 'sort'],
  ['entries are written in the style of the changelog; see "template" for a layout of your own', 'format', 'abbrev'],
  ['put a template of your own around the notes; see "template"', 'title', 'divider'],
  ['run it in the folder of the package, or give categories with "path"', 'paths'],
  ['the text is what commits say', 'ai'],
]

/** False where something else makes the notes of releases: GitHub, or nothing at all. */
export function isChangelogUsed(config: unknown): boolean {
  const [off, before] = [at(config, 'disable'), at(config, 'skip')]
  return textAt(config, 'use') !== 'github-native' && ![off, before].some((value) => String(value) === 'true')
}

/**
 * Reads `changelog` of .goreleaser.yaml: which commits are left out, and in which groups the others stand (internal/pipe/changelog of GoReleaser
 * 2 at cd616d2c0 of 2026-08-22, read 2026-11-28). It says nothing of versions.
 */
export function importGoreleaser(config: unknown): Imported {
  if (!isChangelogUsed(config)) return { settings: {}, notes: [unused(config)] }
  const notes: string[] = []
  const leftOut = filtersOf(at(config, 'filters'), notes)
  const groups = groupsOf(listAt(config, 'groups'), notes)
  return {
    settings: {
      // There, every commit is an entry, and only its first line is read.
      merges: 'commits',
      squash: 'title',
      categories: [...leftOut, ...groups],
    },
    notes: [...notes, ...keyNotes(config, { mapped, advice, prefix: 'changelog.' })],
  }
}

function unused(config: unknown): string {
  return textAt(config, 'use') === 'github-native'
    ? 'changelog.use: GitHub makes the notes; give "--from .github/release.yml", where there is that'
    : 'changelog: GoReleaser makes no notes here'
}

/** What is left out, whatever group would take it. Where some is named that is to be in, that is all there is. */
function filtersOf(filters: unknown, notes: string[]): GivenCategory[] {
  const wanted = known(listAt(filters, 'include'), 'changelog.filters.include', notes)
  if (wanted.length > 0) return [hidden([noneOf(wanted)])]
  const unwanted = known(listAt(filters, 'exclude'), 'changelog.filters.exclude', notes)
  return unwanted.length > 0 ? [hidden(unwanted)] : []
}

/** A title in which none of the expressions is found; the start is part of `.*`, too. Where one does not tell capitals, none does. */
function noneOf(searches: readonly string[]): string {
  const parts = searches.map((search) => search.slice(1).split(/\/(?=\w*$)/))
  const flags = new Set(parts.flatMap(([, own = '']) => [...own]))
  return `/^(?!.*(?:${parts.map(([source]) => source).join('|')}))/${[...flags].join('')}`
}

function hidden(title: readonly string[]): GivenCategory {
  return { title: 'Left Out', when: [{ title }], hidden: true }
}

function known(patterns: readonly unknown[], key: string, notes: string[]): readonly string[] {
  const { searches, notes: told } = searchesOf(patterns.map(String), key)
  notes.push(...told)
  return searches
}

/** Groups take what they find in the order they are listed in, and stand in that of their numbers. */
function groupsOf(groups: readonly unknown[], notes: string[]): readonly GivenCategory[] {
  if (groups.length === 0) {
    notes.push(
      'changelog.groups: there are none, so all is in one section; without "categories", there is one for each kind of change',
    )
    return [{ title: 'Changelog' }]
  }
  const ranked = groups.toSorted((a, b) => orderOf(a) - orderOf(b))
  const rules = groups.flatMap((group): Ruled[] => {
    const when = conditionsOf(textAt(group, 'regexp'), notes)
    const title = textAt(group, 'title') || 'Other'
    return when
      ? [{ key: `<!-- ${ranked.indexOf(group)} -->`, category: { title, ...(when.length > 0 && { when }) } }]
      : []
  })
  const { categories, notes: placed } = arranged(rules, {
    key: 'changelog.groups',
    leftOut: { title: 'Left Out', hidden: true },
  })
  notes.push(...placed)
  return categories
}

function orderOf(group: unknown): number {
  return Number(at(group, 'order') ?? 0)
}

/** `^.*?(fix|perf)(\(.+\))??!?:.+$`, the form that GoReleaser's documentation has: words before the colon are types. */
const typePattern =
  /^\^(?:\.\*\??)?(?<types>\([a-z|?]+\)|[a-z]+\??)(?:\(\\\((?:\.[+*]\??|\[\[:word:\]\]\+)\\\)\)\?{1,2}|\[\(\\w\)\]\*)(?:!\?)?:\+?(?:\.[+*])?\$?$/

/** No condition takes all that is left, and undefined says that the pattern cannot be had. */
function conditionsOf(pattern: string, notes: string[]): GivenCondition[] | undefined {
  if (pattern === '') return []
  const types = typePattern.exec(pattern)?.groups?.types
  if (types !== undefined) return [{ type: types.replaceAll(/[()]/g, '').split('|').flatMap(wordsOf) }]
  const title = known([pattern], 'changelog.groups', notes)
  return title.length > 0 ? [{ title }] : undefined
}
