import { decode } from '@frontdoor/kit/text/percent'
import type { Edit, Range } from '@frontdoor/markdown/edit'
import type { Finding } from '@frontdoor/markdown/finding'
import type { ReleaseSection } from '../../changelog/changelog.ts'
import type { Tag } from '../../history/tags.ts'
import type { Release } from '../../release.ts'
import { compareVersionTexts } from '../../version-order.ts'
import { addressOf, type Titled, titledOf } from '../../writing/context.ts'
import { definitionEdits } from '../../writing/definitions.ts'
import { newestOf } from '../../writing/project-history.ts'
import type { VerifyContext, VerifyRule } from '../rule.ts'

export const compareLink: VerifyRule = {
  name: 'changelog/compare-link',
  summary: 'The link of a version compares it with the one before.',
  why: 'The links at the foot of a changelog are copied by hand, and stay behind by a version or name a tag that is not there. Links to other pages than comparisons are left alone.',
  severity: 'warning',
  *check(context) {
    const { changelog, history } = context
    const titles = new Map(history.releases.map((release) => [release.version, titledOf(release)]))
    const backward = new Set(history.releases.filter(isBackward).map(({ version }) => version))
    for (const section of changelog.releases) {
      const titled = titles.get(section.version)
      if (titled && !backward.has(section.version)) yield* wrong(context, section, titled)
    }
    const newest = newestOf(history)
    const isPending = changelog.releases[0] !== undefined && !titles.has(changelog.releases[0].version)
    if (changelog.unreleased && newest?.tag && !isPending)
      yield* wrong(context, changelog.unreleased, { from: newest.tag })
    yield* undefinedLinks(context, titles)
  },
}

/** A patch of an older line that was made after a newer version was merged: nobody compares it with that. */
function isBackward({ version, range: { from } }: Release): boolean {
  return version !== undefined && from?.version !== undefined && compareVersionTexts(from.version, version) > 0
}

function* wrong(context: VerifyContext, section: ReleaseSection, titled: Titled): Generator<Finding> {
  const found = linkOf(context, section)
  const expected = addressOf(titled, context.pages)
  if (!found || expected === undefined || !isComparison(found.url, context)) return
  const { tags } = context.history
  if (isSameComparison(found.url, { expected, titled, tags })) return
  if (titled.from === undefined && isFromFirstCommit(found.url, titled)) return
  // Branches that are compared are meant so.
  if (titled.version === undefined && !/\d\.\d/.test(found.url.replace(/^.*\/compare\//, ''))) return
  // Where prereleases or patches of older versions have tags and no sections, a version is compared with the one that stands below it.
  const others = tagsBelow(context, { section, tag: titled.tag }).map((from) =>
    addressOf({ ...titled, from }, context.pages),
  )
  if (others.some((other) => other !== undefined && isSameComparison(found.url, { expected: other, titled, tags })))
    return
  const name = titled.version ?? 'what is unreleased'
  const message = `This link should compare ${name} with ${titled.from ?? 'nothing'}: ${expected}`
  yield { at: found.at, message, fix: { safe: true, edits: [{ ...found.at, text: expected }] } }
}

/**
 * The last tag that is no prerelease, and that of the section below where it is of an older line that has gone on since, be its tag on
 * another branch.
 */
function tagsBelow(
  { changelog, history }: VerifyContext,
  { section, tag = '' }: { readonly section: ReleaseSection; readonly tag: string | undefined },
): readonly string[] {
  const { version } = changelog.releases[changelog.releases.indexOf(section) + 1] ?? {}
  const at = history.releases.findIndex((release) => release.version === section.version)
  const stable = history.releases.slice(at + 1).find(({ prerelease }) => !prerelease)
  const from = history.releases[at]?.range.from?.version
  const isOlderLine =
    version !== undefined && [from, stable?.version].some((base) => base && compareVersionTexts(base, version) < 0)
  const below = isOlderLine ? history.releases.find((release) => release.version === version) : undefined
  const beside = isOlderLine && !below ? tag.replace(section.version ?? '', version) : ''
  const isThere = history.tags.some(({ name }) => name === beside)
  return [...[stable, below].flatMap((release) => release?.tag ?? []), ...(isThere ? [beside] : [])]
}

/** Before the first release there is no tag to compare with, but there are commits. */
function isFromFirstCommit(url: string, { tag, version = '' }: Titled): boolean {
  const [, base, head] = /\/compare\/([\da-f]{7,64})\.{2,3}([^/?#]+)$/.exec(url) ?? []
  return base !== undefined && [tag, version].includes(decode(head as string))
}

/** The address in the heading, or in its definition. */
function linkOf(
  { changelog, format }: VerifyContext,
  section: ReleaseSection,
): { readonly url: string; readonly at: Range } | undefined {
  const { source, definitions } = changelog
  const { heading, url, version } = section
  if (url !== undefined) {
    const start = source.indexOf(url, heading.start)
    return { url, at: { start, end: start + url.length } }
  }
  const labels = version === undefined ? ['unreleased', format.unreleased.toLowerCase()] : labelsOf(section)
  const definition = definitions.find(({ label }) => labels.includes(label.toLowerCase()))
  if (!definition) return undefined
  const start = source.indexOf(definition.url, definition.start + definition.label.length + 2)
  return { url: definition.url, at: { start, end: start + definition.url.length } }
}

/** What the definition of a version may be called, in lower case: as its heading has it in brackets, with other versions too, or by itself. */
function labelsOf({ heading, version = '', form }: ReleaseSection): string[] {
  const [, own = version] = /^\[([^\]]+)\]/.exec(heading.text) ?? []
  return [own, version, form.prefix + version].map((label) => label.toLowerCase())
}

function isComparison(url: string, { repository }: VerifyContext): boolean {
  return repository !== undefined && url.startsWith(`${repository.url}/`) && /\/compare\//.test(url)
}

interface Comparison {
  readonly expected: string
  readonly titled: Titled
  readonly tags: readonly Tag[]
}

/** Two dots for three, a slash at the end, any branch in the place of `HEAD`, and another tag of the same commit, are as good. */
function isSameComparison(url: string, { expected, titled, tags }: Comparison): boolean {
  const plain = (text: string) =>
    decode(text)
      .replace(/\.{2,3}(?=[^.])/, '…')
      .replace(/\/$/, '')
  if (plain(url) === plain(expected)) return true
  const [one, other] = [ends(plain(url)), ends(plain(expected))]
  if (one.every((name, at) => isSameTag(name, other[at] as string, tags))) return true
  return titled.version === undefined && plain(url).startsWith(plain(expected).replace(/HEAD$/, ''))
}

/** The address before what is compared, and that. */
function ends(text: string): readonly string[] {
  const [, address = text, base = '', head = ''] = /^(.*\/compare\/)(.*)…(.*)$/.exec(text) ?? []
  return [address, base, head]
}

function isSameTag(name: string, other: string, tags: readonly Tag[]): boolean {
  if (name === other) return true
  const [one, two] = [name, other].map((wanted) => tags.find((tag) => tag.name === wanted)?.sha)
  return one !== undefined && one === two
}

/** Headings in brackets without a definition show the brackets, where others of the file have one. */
function* undefinedLinks(context: VerifyContext, titles: ReadonlyMap<string | undefined, Titled>): Generator<Finding> {
  const { changelog } = context
  const labels = new Set(changelog.definitions.map(({ label }) => label.toLowerCase()))
  const isDefined = (section: ReleaseSection) => labelsOf(section).some((label) => labels.has(label))
  const bracketed = changelog.releases.filter(({ form }) => form.link === 'reference')
  const missing = bracketed.filter((section) => !isDefined(section))
  // Where most do without, it is how the file is written.
  if (missing.length * 2 > bracketed.length) return
  for (const { heading, version = '', form } of missing) {
    const titled = titles.get(version)
    if (!titled) continue
    const edits: Edit[] = definitionEdits(context, [titled]).filter(({ start, end }) => start === end)
    yield {
      at: heading,
      message: `[${form.prefix}${version}] has no link; the other versions lead to a comparison`,
      ...(edits.length > 0 && { fix: { safe: true, edits } }),
    }
  }
}
