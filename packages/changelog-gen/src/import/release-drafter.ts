import { searchOf } from '@frontdoor/kit/config/search'
import type { BumpRule, DraftSection, DraftSettings } from '../draft/settings.ts'
import { at, listAt, textAt } from '../json.ts'
import type { LabelRule } from '../label.ts'
import type { Condition } from '../model/category.ts'
import type { Imported } from './imported.ts'
import { type Advice, keyNotes } from './key-notes.ts'
import { firstNotice } from './release-drafter-notice.ts'

/** Keys that only have another name here. */
const renamed = {
  template: 'body',
  'name-template': 'name',
  'tag-template': 'tag',
  'tag-prefix': 'tagPrefix',
  'version-template': 'version',
  'category-template': 'heading',
  'change-template': 'change',
  'change-author-template': 'author',
  'change-authors-separator': 'authorSeparator',
  'change-authors-final-separator': 'lastAuthorSeparator',
  'change-title-escapes': 'escape',
  'no-changes-template': 'noChanges',
  'no-contributors-template': 'noContributors',
  'new-contributor-template': 'newContributor',
  'no-new-contributor-template': 'noNewContributors',
  'exclude-contributors': 'notThanked',
  'sort-direction': 'direction',
  header: 'header',
  footer: 'footer',
  commitish: 'target',
  'prerelease-identifier': 'identifier',
  'filter-by-range': 'range',
} as const

/** Texts that there is something else for where they are absent, so that none at all is a wish, too. */
const defaulted: ReadonlySet<string> = new Set([
  ...['heading', 'change', 'author', 'authorSeparator', 'lastAuthorSeparator', 'version'],
  ...['noChanges', 'noContributors', 'newContributor', 'noNewContributors'],
])

const switches = {
  prerelease: 'prerelease',
  latest: 'latest',
  'include-pre-releases': 'fromPrereleases',
  'filter-by-commitish': 'sameTarget',
} as const

const mapped = [
  ...[...Object.keys(renamed), ...Object.keys(switches)],
  ...['autolabeler', 'sort-by', 'replacers', 'categories', 'version-resolver'],
  ...['exclude-labels', 'include-labels', 'include-paths', 'exclude-paths'],
  // How something is asked for needs no setting here.
  ...['pull-request-limit', 'history-limit', 'references', 'branches'],
]

const advice: Advice = [['settings of another repository are not read; write them out', '_extends']]

/** Reads the settings of release-drafter 7.7 and of the schema before it (github.com/release-drafter, read 2026-11). */
export function importReleaseDrafter(
  config: unknown,
): Imported & { readonly settings: { readonly draft: DraftSettings } } {
  const notes: string[] = []
  const given = (table: Readonly<Record<string, string>>, read: (value: unknown) => unknown) =>
    Object.entries(table).flatMap(([from, to]) => {
      const value = read(at(config, from))
      return value === undefined || (value === '' && !defaulted.has(to)) ? [] : [[to, value]]
    })
  const sort = textAt(config, 'sort-by')
  const replace = listAt(config, 'replacers').flatMap((one) => {
    const [search, by] = [textAt(one, 'search'), textAt(one, 'replace')]
    if (searchOf(search)) return [{ search, by }]
    notes.push(`replacers: ${search} is no expression, so it is left out`)
    return []
  })
  notes.push(...keyNotes(config, { mapped, advice }))
  // A config that says false is overruled by an identifier, an input of the action, which is text, is not.
  const identified = textAt(config, 'prerelease-identifier') !== '' && at(config, 'prerelease') !== 'false'
  const draft = {
    ...Object.fromEntries(given(renamed, (value) => (Array.isArray(value) ? value.map(String) : asText(value)))),
    ...Object.fromEntries(given(switches, asSwitch)),
    ...(identified && { prerelease: true }),
    ...(sort !== '' && { sort: sort === 'title' ? 'title' : 'merged' }),
    ...(replace.length > 0 && { replace }),
    ...rulesOf(config, notes),
    first: firstNotice,
  }
  const labels = labelsOf(config, notes)
  return { settings: { draft: draft as DraftSettings, ...(labels.length > 0 && { labels }) }, notes }
}

function labelsOf(config: unknown, notes: string[]): LabelRule[] {
  return listAt(config, 'autolabeler').map((one) => {
    const files = listAt(one, 'files').map((glob) => globOf(String(glob), notes))
    const texts = (['branch', 'title', 'body'] as const).flatMap((field) => {
      const patterns = listAt(one, field).map(String)
      return patterns.length > 0 ? [[field, patterns]] : []
    })
    return { label: textAt(one, 'label'), ...(files.length > 0 && { files }), ...Object.fromEntries(texts) }
  })
}

function asText(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value)
}

/** `legacy`, the third value of `latest`, is what GitHub does by itself. */
function asSwitch(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  return value === 'true' ? true : value === 'false' ? false : undefined
}

function rulesOf(config: unknown, notes: string[]): Partial<DraftSettings> {
  const sections: DraftSection[] = []
  const bumps: BumpRule[] = []
  const include: Condition[] = []
  const exclude: Condition[] = []
  for (const category of listAt(config, 'categories')) {
    const { when = [], ...rest } = ruleOf(category, notes)
    const rule = { ...rest, ...(when.length > 0 && { when }) }
    const type = textAt(category, 'type')
    const collapse = at(category, 'collapse-after')
    // Without conditions, it is for all changes.
    if (type === 'pre-include') include.push(...(when.length > 0 ? when : [{}]))
    else if (type === 'pre-exclude') exclude.push(...(when.length > 0 ? when : [{}]))
    else if (type === 'version-resolver') bumps.push(rule)
    else sections.push({ title: textAt(category, 'title'), ...rule, ...(typeof collapse === 'number' && { collapse }) })
  }
  include.push(...lists(config, 'include', notes))
  exclude.push(...lists(config, 'exclude', notes))
  bumps.push(...resolverOf(at(config, 'version-resolver')))
  const all = { sections, bumps, include, exclude }
  return Object.fromEntries(Object.entries(all).filter(([, rules]) => rules.length > 0))
}

function ruleOf(category: unknown, notes: string[]): BumpRule {
  const when = conditionsOf(category, notes)
  const bump = textAt(category, 'semver-increment') as NonNullable<BumpRule['bump']>
  const also = at(category, 'exclusive') !== true && when.length > 0
  return { ...(bump && { bump }), when, ...(also && { also }) }
}

/** The old way to say what moves the version. */
function resolverOf(resolver: unknown): BumpRule[] {
  const rules = (['major', 'minor', 'patch'] as const).flatMap((bump) => {
    const label = listAt(resolver, bump, 'labels').map(String)
    return label.length > 0 ? [{ bump, when: [{ label }], also: true }] : []
  })
  const fallback = textAt(resolver, 'default') as BumpRule['bump']
  return fallback ? [...rules, { bump: fallback }] : rules
}

/** The old lists: of labels and paths, both must hold. */
function lists(config: unknown, kind: 'include' | 'exclude', notes: string[]): Condition[] {
  const label = listAt(config, `${kind}-labels`).map(String)
  const path = listAt(config, `${kind}-paths`).map((one) => globOf(String(one), notes))
  return label.length + path.length === 0
    ? []
    : [{ ...(label.length > 0 && { label }), ...(path.length > 0 && { path }) }]
}

function conditionsOf(category: unknown, notes: string[]): Condition[] {
  const own = severalOf(category, 'label', 'labels')
  const when = at(category, 'when')
  const given = Array.isArray(when) ? when : when === undefined || when === null ? [] : [when]
  const all = given.length === 0 && own.length > 0 ? [{}] : given
  return all.map((one) => conditionOf(one, own, notes)).filter((one) => Object.keys(one).length > 0)
}

function conditionOf(given: unknown, own: readonly string[], notes: string[]): Condition {
  const label = [...own, ...severalOf(given, 'label', 'labels')]
  const path = severalOf(given, 'path', 'paths').map((one) => globOf(one, notes))
  const conventional = at(given, 'conventional')
  const type = severalOf(conventional, 'type', 'types').map((one) => one.toLowerCase())
  const scope = severalOf(conventional, 'scope', 'scopes')
  const breaking = at(conventional, 'breaking')
  return {
    ...(Boolean(conventional) && { type: type.length > 0 ? type : ['*'] }),
    ...(scope.length > 0 && { scope }),
    ...(typeof breaking === 'boolean' && { breaking }),
    ...(label.length > 0 && { label }),
    ...(path.length > 0 && { path }),
    ...modesOf(given, { label, path }),
  }
}

function modesOf(
  given: unknown,
  { label, path }: { label: string[]; path: string[] },
): Pick<Condition, 'mode' | 'pathMode'> {
  const ofLabels = label.length > 0 ? textAt(given, 'labels-mode') || 'any' : undefined
  const ofPaths = path.length > 0 ? textAt(given, 'paths-mode') || 'any' : undefined
  const mode = ofLabels ?? ofPaths ?? 'any'
  return {
    ...(mode !== 'any' && { mode }),
    ...(ofPaths !== undefined && ofPaths !== mode && { pathMode: ofPaths }),
  } as Pick<Condition, 'mode' | 'pathMode'>
}

function severalOf(given: unknown, one: string, several: string): string[] {
  const single = asText(at(given, one))
  return [...listAt(given, several).map(String), ...(single ? [single] : [])]
}

/** A pattern of a `.gitignore` as a glob: without a slash it holds at any depth, and a folder takes all below. */
function globOf(pattern: string, notes: string[]): string {
  if (pattern.startsWith('!')) notes.push(`paths: ${pattern} takes back another pattern, which is not possible here`)
  const name = pattern.replace(/^!?\/?|\/$/g, '')
  const isAnchored = pattern.replace(/\/$/, '').includes('/')
  if (isAnchored && !/[*?[\]{}]/.test(name)) return name
  const glob = isAnchored ? name : `**/${name}`
  return glob.endsWith('/**') ? glob : `${glob}{,/**}`
}
