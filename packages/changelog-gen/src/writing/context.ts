import type { Changelog } from '../changelog/changelog.ts'
import type { ForgePages } from '../forge-pages.ts'
import type { Format } from '../formats/format.ts'
import type { Release } from '../release.ts'
import type { ReadMarkdown } from '../renderers/entry.ts'
import { plainStyle, type RenderContext, renderBody, renderHeading, type SectionTitle } from '../renderers/markdown.ts'
import { withWriter } from '../renderers/plain-write.ts'

/** What makes the text of a release. */
export interface Template {
  readonly body: (release: Release, context: RenderContext) => string
}

/** What a changelog is written with. */
export interface Writing {
  readonly changelog: Changelog
  readonly format: Format
  readonly pages: ForgePages
  readonly read: ReadMarkdown
  /** What makes the text of a release instead of the format. */
  readonly template?: Template | undefined
}

/** The text below the heading of a release, in the line endings of the changelog. */
export function bodyOf({ changelog, format, pages, read, template }: Writing, release: Release): Promise<string> {
  const style = plainStyle(changelog.eol, format.bullet)
  const render = template?.body ?? renderBody
  return withWriter((write) => render(release, { format, pages, read, write, style }))
}

/** A release as far as its heading and its link need it. */
export interface Titled {
  readonly version?: string | undefined
  readonly tag?: string | undefined
  readonly date?: string | undefined
  /** The tag before. */
  readonly from?: string | undefined
}

export function titledOf({ version, tag, date, range }: Release): Titled {
  return { version, tag, date, from: range.from?.tag }
}

/** Address that the heading of a release leads to; undefined where the forge has no such page. */
export function addressOf({ version, tag, from }: Titled, pages: ForgePages): string | undefined {
  if (version === undefined) return from === undefined ? undefined : pages.compare(from, 'HEAD')
  const name = tag ?? version
  return from === undefined ? pages.tag(name) : (pages.compare(from, name) ?? pages.tag(name))
}

export function sectionTitle(titled: Titled, { format, pages }: Pick<Writing, 'format' | 'pages'>): SectionTitle {
  const { version, date } = titled
  const name = version === undefined ? format.unreleased : `${format.form.prefix}${version}`
  return { name, url: addressOf(titled, pages), date }
}

/** The heading of a release, as those that are there are written. */
export function headingOf(titled: Titled, writing: Writing): string {
  const { format, changelog } = writing
  return renderHeading(sectionTitle(titled, writing), {
    depth: depthOf(titled, format),
    form: format.form,
    underlinedAfter: format.setext ? changelog.eol : undefined,
  })
}

function depthOf({ version }: Titled, { depth, minorDepth }: Format): number {
  return minorDepth !== undefined && /^\d+\.\d+\.0$/.test(version ?? '') ? minorDepth : depth
}
