import type { Changelog, ReleaseSection } from '../changelog/changelog.ts'
import { canonical, isKnownTitle } from '../changelog/group-title.ts'
import { nameInTitle } from '../changelog/heading.ts'
import { type Group, readSection, type SectionContent } from '../changelog/items.ts'
import { isUntouched } from '../changelog/stamp.ts'
import { defaultCategories } from '../model/default-categories.ts'
import { entryForm } from './entry-form.ts'
import type { Depth, Format, FormatName } from './format.ts'
import { mostOf } from './most-of.ts'
import { inOneOrder } from './order.ts'
import { presets } from './presets.ts'

/** So many of the newest releases show how the next one is to be written. */
const looksAt = 6
/** And so many characters of each: the last groups of a long one are to be seen, too. */
const sample = 16_000

/**
 * The format of a changelog: that of the preset which is most like it, with the headings, bullets and titles that the
 * file has. One without releases, or with empty ones only, is written as it is wanted.
 *
 * @param usual the style where nothing shows or wants another
 */
export function foundFormat(
  changelog: Changelog,
  wanted?: FormatName,
  usual: FormatName = 'keep-a-changelog@1.1.0',
): Format {
  const sections = changelog.releases.filter(({ unreleased }) => !unreleased).slice(0, looksAt)
  const [newest] = sections
  if (!newest) return firstFormat(changelog, { wanted, usual })
  const contents = sections.map(({ body }) =>
    readSection(changelog, { body: { ...body, end: Math.min(body.end, body.start + sample) } }),
  )
  const spoken = presetOf(changelog, contents)
  const isEmpty = contents.every(({ items }) => items.length === 0)
  const preset =
    spoken === undefined && isEmpty ? firstFormat(changelog, { wanted, usual }) : presets[spoken ?? wanted ?? usual]
  const open = changelog.unreleased && readSection(changelog, changelog.unreleased)
  const isFlat = areFlat(open, contents)
  const groups = groupsOf(contents, preset, newest)
  const titlesOf = (one: SectionContent) =>
    one.groups.flatMap(({ depth, title }) => (depth === groups.groupDepth ? title : []))
  const told = [...contents.map(titlesOf), groups.order]
  // What is unreleased has been put in an order already.
  const ordered = open ? orderedIn(changelog, titlesOf(open), told.flat()) : []
  return {
    ...preset,
    ...(isFlat && { isFlat }),
    ...depths(sections, newest),
    form: newest.form,
    ...(newest.heading.setext && { setext: true }),
    ...groups,
    // What is in nobody's words is in nobody's order, either.
    order: inOneOrder(spoken === undefined ? [ordered, ...told] : [groups.order, ordered, ...told]),
    bullet: bulletOf(contents) ?? preset.bullet,
    unreleased: unreleasedName(changelog) ?? developmentName(newest) ?? preset.unreleased,
    entry: {
      ...preset.entry,
      ...(isFlat && { breaking: 'inline' }),
      ...entryForm(open, contents, preset),
    },
  }
}

/** The titles of what is unreleased as far as they are in an order: what the tool put behind those that are known came as it came, and others may come between. */
function orderedIn(changelog: Changelog, titles: readonly string[], known: readonly string[]): readonly string[] {
  const { unreleased } = changelog
  if (!unreleased || !isUntouched(changelog, unreleased)) return titles
  return titles.slice(0, titles.findLastIndex((title) => known.includes(title)) + 1)
}

/** How the first release is to be written: what people have written of it shows that, too. */
function firstFormat(
  changelog: Changelog,
  { wanted, usual }: { readonly wanted: FormatName | undefined; readonly usual: FormatName },
): Format {
  const { unreleased } = changelog
  if (!unreleased) return presets[wanted ?? usual]
  const content = readSection(changelog, unreleased)
  const preset = presets[wanted ?? presetOf(changelog, [content]) ?? usual]
  const { form } = preset
  const isSample = wanted === undefined && content.groups.length > 0
  const groups = isSample ? groupsOf([content], preset, unreleased) : preset
  return {
    ...preset,
    ...groups,
    ...(isSample && { bullet: bulletOf([content]) ?? preset.bullet }),
    depth: unreleased.heading.depth === 1 ? 1 : preset.depth,
    groupDepth: Math.max(groups.groupDepth, depthBelow(unreleased)) as Depth,
    form: form.link === 'reference' ? { ...form, link: unreleased.form.link } : form,
    unreleased: unreleasedName(changelog) ?? preset.unreleased,
  }
}

/** What a group has at least, so that it does not end its section. */
function depthBelow({ heading }: ReleaseSection): Depth {
  return Math.min(heading.depth + 1, 6) as Depth
}

/** `Unreleased` or whatever it is called, without brackets and address. */
function unreleasedName({ unreleased }: Changelog): string | undefined {
  if (!unreleased || unreleased.version !== undefined) return undefined
  return unreleased.heading.text.replace(/^\[([^\]]*)\](?:\([^)]*\))?/, '$1').trim()
}

/** `larder (development version)`, as R calls it where its headings name the package and no date, and have no `v`. */
function developmentName({ heading, form }: ReleaseSection): string | undefined {
  const name = form.date === '' && !/v$/i.test(form.prefix) ? nameInTitle(heading.text) : undefined
  return name && `${name} (development version)`
}

const vocabularies: readonly (readonly [FormatName, RegExp])[] = [
  // beachball's own words for the same.
  ['changesets', /^(?:Major|Minor|Patch) [Cc]hanges$|^Patches$/],
  ['keep-a-changelog@1.1.0', /^(?:Added|Changed|Deprecated|Removed|Fixed|Security)$/],
  [
    'conventional-changelog',
    /(?:^|[^\p{L}])(?:Feat(?:ures)?|Enhancements|Fix|(?:Bug )?Fixes|Bugfixes|Perf(?:ormance(?: Improvements)?)?|Reverts|Other Changes)$/u,
  ],
]

/** The preset whose words the groups are called by. */
function presetOf({ source, preamble }: Changelog, contents: readonly SectionContent[]): FormatName | undefined {
  const titles = contents.flatMap(({ groups }) => groups.map(({ title }) => title))
  const counts = vocabularies.map(([name, words]) => ({
    name,
    count: titles.filter((title) => words.test(title)).length,
  }))
  const best = counts.reduce((one, other) => (other.count > one.count ? other : one))
  if (best.count === 0) return undefined
  const isSecond =
    best.name === 'keep-a-changelog@1.1.0' && source.slice(preamble.start, preamble.end).includes('/2.0.0')
  return isSecond ? 'keep-a-changelog@2.0.0' : best.name
}

function depths(sections: readonly ReleaseSection[], newest: ReleaseSection): Pick<Format, 'depth' | 'minorDepth'> {
  const isMinor = ({ version }: ReleaseSection) => /^\d+\.\d+\.0$/.test(version ?? '')
  const depthOf = (found: ReleaseSection | undefined) => (found ?? newest).heading.depth as Depth
  const depth = depthOf(sections.find((one) => !isMinor(one)))
  const minorDepth = depthOf(sections.find(isMinor))
  return minorDepth === depth ? { depth } : { depth, minorDepth }
}

function groupsOf(
  contents: readonly SectionContent[],
  preset: Format,
  { heading }: ReleaseSection,
): Pick<Format, 'groupDepth' | 'groupLabel' | 'titles' | 'order'> {
  const groups = contents.flatMap((content) => content.groups)
  const known = new Map(groups.map(({ title }) => [canonical(title), title] as const).reverse())
  const own = defaultCategories.filter(({ id, title }) => !(id in preset.titles) && known.has(canonical(title)))
  const titles = [...own.map(({ id, title }) => [id, title] as const), ...Object.entries(preset.titles)].map(
    ([id, title]) => [id, known.get(canonical(title)) ?? title],
  )
  const depth = mostOf(groups.flatMap(({ depth, label }) => (label ? [] : depth))) ?? heading.depth + 1
  return {
    ...labelOf(groups),
    groupDepth: Math.min(Math.max(depth, 2), 6) as Depth,
    titles: Object.fromEntries(titles),
    order: preset.order.map((title) => known.get(canonical(title)) ?? title),
  }
}

/** True where most of several lists stand right below their release, and no group is called as groups are: prose has headings, too. */
function areFlat(open: SectionContent | undefined, contents: readonly SectionContent[]): boolean {
  const isGrouped = open !== undefined && open.groups.length > 0
  if (isGrouped || contents.some(({ groups }) => groups.some(({ title }) => isKnownTitle(title)))) return false
  const lists = contents.filter(({ items }) => items.length > 0)
  const flat = lists.filter(({ items }) => items[0]?.group === undefined)
  return flat.length > 1 && flat.length * 2 > lists.length
}

/** Lines above lists, where most groups have them and at least half are called as groups are. */
function labelOf(groups: readonly Group[]): Pick<Format, 'groupLabel'> {
  const labels = groups.filter(({ label }) => label !== undefined)
  const isUpper = ({ title }: Group) => title === title.toUpperCase()
  const known = labels.filter((group) => isUpper(group) || isKnownTitle(group.title))
  const text = mostOf(known.flatMap(({ label }) => label ?? []))
  if (text === undefined || labels.length * 2 <= groups.length || known.length * 2 < labels.length) return {}
  return { groupLabel: { text, isUpper: known.every(isUpper) } }
}

function bulletOf(contents: readonly SectionContent[]): Format['bullet'] | undefined {
  return mostOf(contents.flatMap(({ items }) => items.map(({ marker }) => marker).filter(isBullet)))
}

function isBullet(marker: string): marker is Format['bullet'] {
  return marker === '-' || marker === '*' || marker === '+'
}
