import { isFound } from '@frontdoor/kit/config/search'
import type { Bump, Change } from '../change.ts'
import { commonTypes } from '../message/common-types.ts'
import { isForDevelopment } from '../message/dependency.ts'

/** A section of a release and what belongs into it. */
export interface Category {
  /** Sections with the same key are one: `features`. */
  readonly id: string
  readonly title: string
  /** A change belongs here where one of the conditions holds; without any, all changes do. */
  readonly when: readonly Condition[]
  /** What a change of it does to the next version, where its type does not say it; one that breaks is always `major`. */
  readonly bump?: Bump
  /** True to list none of it. */
  readonly hidden: boolean
  /** Where it is declared, for explanations: `frontdoor.yml: categories[2]`. */
  readonly source: string
}

/** All that is given must hold. */
export interface Condition {
  readonly type?: readonly string[]
  readonly scope?: readonly string[]
  readonly breaking?: boolean
  /** True for what brings a dependency to another version, whatever words it is said in; `development` for one that users do not get. */
  readonly dependency?: boolean | 'development'
  readonly label?: readonly string[]
  readonly path?: readonly string[]
  /** Words in the first line as it was written, or `/expression/flags`. */
  readonly title?: readonly string[]
  /** The same for the rest of the text. */
  readonly body?: readonly string[]
  /** Logins or names of who wrote it; that of an app may stand without its `[bot]`. */
  readonly author?: readonly string[]
  /** How labels and paths are matched; `any` where absent. */
  readonly mode?: Mode
  /** How paths are matched, where otherwise than labels. */
  readonly pathMode?: Mode
}

/**
 * `any`: one of the change's is listed. `all`: everything listed is the change's. `only`: all of the change's are listed.
 * `exactly`: both.
 */
type Mode = 'any' | 'all' | 'only' | 'exactly'

/** What a path has to match; a glob that names a folder takes all below. */
export type PathTest = (path: string, glob: string) => boolean

/** Finds the first category that takes a change; undefined where none does. */
export type Classifier = (change: Change) => Category | undefined

/** What sorts changes. A history has few kinds of them, so each kind is looked at once. */
export function classifier(categories: readonly Category[], matches: PathTest): Classifier {
  const known = new Map<string, Category | undefined>()
  const byText = categories.some(({ when }) =>
    when.some(({ title, body, author }) => (title ?? body ?? author) !== undefined),
  )
  const find = (change: Change) =>
    categories.find(({ when }) => when.length === 0 || when.some((condition) => holds(condition, change, matches)))
  return (change) => {
    const { type = '', scope = '', breaking, labels, paths } = change
    if (labels.length > 0 || paths || byText) return find(change)
    const kind = `${type}\0${scope}\0${breaking}\0${dependencyKind(change)}`
    if (!known.has(kind)) known.set(kind, find(change))
    return known.get(kind)
  }
}

/** Types that some category names: other words before a colon may be just words, and stay in the text. `*` names all common ones. */
export function namedTypes(categories: readonly Category[]): ReadonlySet<string> {
  const named = categories.flatMap(({ when }) => when.flatMap(({ type = [] }) => type))
  return new Set(named.includes('*') ? [...named, ...commonTypes] : named)
}

/** True where all that a condition gives holds for a change. */
export function holds(condition: Condition, change: Change, matches: PathTest): boolean {
  const {
    type,
    scope,
    breaking,
    dependency,
    label,
    path,
    title,
    body,
    author,
    mode = 'any',
    pathMode = mode,
  } = condition
  if (type && !type.includes(change.type ?? '') && !(change.type && type.includes('*'))) return false
  if (scope && !scope.some((one) => scopesOf(change).includes(one.toLowerCase()))) return false
  if (breaking !== undefined && change.breaking !== breaking) return false
  if (dependency !== undefined && !isDependency(change, dependency)) return false
  if (title && !title.some((one) => isFound(change.title ?? change.subject, one))) return false
  if (body && !body.some((one) => isFound(change.body, one))) return false
  if (author && !author.some((one) => namesOf(change).includes(bareName(one)))) return false
  if (
    label &&
    !agree(change.labels, label, { mode, matches: (one, other) => one.toLowerCase() === other.toLowerCase() })
  )
    return false
  return !path || agree(change.paths ?? [], path, { mode: pathMode, matches })
}

const dependencies =
  /^(?:update|upgrade|bump)s? (?:(?:all |the |some )?(?:(?:non-)?(?:major|minor|patch) |npm |dev )*(?:dependenc|deps\b)|(?:\S+ in )?the \S+ group\b)/i
/** Scopes of what only who works on the project gets, as Dependabot, Renovate and people write them. */
const developmentScope = /^(?:(?:deps?|dependencies)[-/]dev|dev(?:elopment)?-?(?:deps?|dependencies))$/
function isDependency(change: Change, wanted: boolean | 'development'): boolean {
  const kind = dependencyKind(change)
  return wanted === 'development' ? kind === wanted : (kind !== undefined) === wanted
}

/** Whether a change is about a dependency, and one for development at that. */
function dependencyKind(change: Change): 'any' | 'development' | undefined {
  const { dependency, subject } = change
  if (
    scopesOf(change).some((one) => developmentScope.test(one)) ||
    isForDevelopment(subject) ||
    dependency?.isDevelopment
  )
    return 'development'
  return dependency !== undefined || dependencies.test(subject) ? 'any' : undefined
}

function namesOf({ authors }: Change): string[] {
  return authors.flatMap(({ name, login = name }) => [bareName(name), bareName(login)])
}

function bareName(name: string): string {
  return name.toLowerCase().replace(/\[bot\]$/, '')
}

function scopesOf({ scope = '' }: Change): string[] {
  return scope.toLowerCase().split(/\s*[,/]\s*/)
}

function agree(
  values: readonly string[],
  listed: readonly string[],
  { mode, matches }: { mode: Mode; matches: PathTest },
): boolean {
  const hasAll = () => listed.every((one) => values.some((value) => matches(value, one)))
  if (mode === 'all') return hasAll()
  if (mode === 'exactly' && !hasAll()) return false
  const isListed = (value: string) => listed.some((one) => matches(value, one))
  return mode === 'any' ? values.some(isListed) : values.length > 0 && values.every(isListed)
}
