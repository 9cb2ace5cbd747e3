import { once } from '@frontdoor/kit/cache/once'
import { recent } from '@frontdoor/kit/cache/recent'
import { type AddressPattern, addressPattern, fillTemplate, type Parts } from './address/pattern.ts'
import type { Migration } from './migration.ts'
import { migrations as ci } from './migrations/ci.ts'
import { migrations as gone } from './migrations/gone.ts'
import { migrations as links } from './migrations/links.ts'
import { migrations as moved } from './migrations/moved.ts'
import { migrations as packages } from './migrations/packages.ts'
import { migrations as shields } from './migrations/shields.ts'

/** All migrations; the first that fits an address counts, so the particular stand before the general. */
export const migrations: readonly Migration[] = [...ci, ...moved, ...packages, ...gone, ...shields]

/** Migrations of the pages behind badges. */
export const linkMigrations: readonly Migration[] = links

/** An address that has grown old, and what is known of it. */
export interface Outdated {
  readonly migration: Migration
  /** What the old address says, by name. */
  readonly parts: Parts
}

interface Compiled {
  readonly migration: Migration
  readonly from: readonly AddressPattern[]
  readonly except: readonly AddressPattern[]
}

/** Tells whether an address has grown old: that of an image, or by another list that of something else. */
export function findOutdated({ href }: URL, list: readonly Migration[] = migrations): Outdated | undefined {
  return finderIn(list)(href)
}

/** All checks ask about each badge. */
const finderIn = once((list: readonly Migration[]) => {
  const compiled = list.map(compile)
  return recent((address: string): Outdated | undefined => {
    const url = new URL(address)
    for (const { migration, from, except } of compiled) {
      if (except.some((pattern) => pattern.match(url))) continue
      const parts = first(from, url)
      if (parts) return { migration, parts }
    }
    return undefined
  })
})

function compile(migration: Migration): Compiled {
  return { migration, from: migration.from.map(addressPattern), except: (migration.except ?? []).map(addressPattern) }
}

function first(patterns: readonly AddressPattern[], url: URL): Parts | undefined {
  for (const pattern of patterns) {
    const parts = pattern.match(url)
    if (parts) return parts
  }
  return undefined
}

const what: Readonly<Record<Migration['status'], string>> = {
  dead: 'shows nothing',
  retired: 'only says that it is retired',
  stale: 'may show what is wrong',
  redirected: 'is reached by a redirect',
  legacy: 'has an old address',
  broken: 'never worked',
}

/** What became of a badge, as a sentence without its end. */
export function sayOutdated({ migration: { status, because } }: Outdated): string {
  return `This badge ${what[status]}: ${because}`
}

/** True for the address of a badge that tells readers nothing any more. */
export function isDead(url: URL): boolean {
  const status = findOutdated(url)?.migration.status
  return status === 'dead' || status === 'retired' || status === 'broken'
}

/** The new address of an image; undefined where there is none, or the project does not say what it needs. */
export function renew(url: URL, { migration, parts }: Outdated, known: Parts = {}): string | undefined {
  if (migration.to === undefined) return undefined
  const all = partsFor({ migration, parts }, known)
  const target = fillTemplate(migration.to, all)
  return target && withQuery(target, [...keptQuery(url, migration), ...setQuery(migration, all)])
}

/** Where the renewed badge leads. */
export function renewLink({ migration, parts }: Outdated, known: Parts = {}): string | undefined {
  return migration.link && fillTemplate(migration.link, partsFor({ migration, parts }, known))
}

function partsFor({ migration: { defaults = {}, words = {} }, parts }: Outdated, known: Parts): Parts {
  const translated = Object.entries(parts).map(([name, value]) => [name, words[name]?.[value] ?? value])
  return { ...known, ...defaults, ...Object.fromEntries(translated) }
}

/** Parameters as they are written: decoding and encoding again would change `%20` to `+`. */
function keptQuery({ search }: URL, { keep }: Migration): string[] {
  const parameters = search.slice(1).split('&').filter(Boolean)
  return parameters.filter((parameter) => keep === undefined || keep.includes(parameter.split('=')[0] ?? ''))
}

function setQuery({ set = {} }: Migration, parts: Parts): string[] {
  return Object.entries(set).flatMap(([name, template]) => {
    if (template === '') return [name]
    const value = fillTemplate(template, parts)
    return value === undefined ? [] : [`${name}=${encodeURIComponent(decodeURIComponent(value))}`]
  })
}

/** What is said twice is said by the first. */
function withQuery(url: string, parameters: readonly string[]): string {
  const byName = new Map(parameters.toReversed().map((parameter) => [parameter.split('=')[0], parameter]))
  const query = [...byName.values()].toReversed().join('&')
  return query === '' ? url : `${url}?${query}`
}
