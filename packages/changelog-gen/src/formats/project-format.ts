import { resolve } from 'node:path'
import { readTextOrEmpty } from '@frontdoor/kit/files'
import type { Io } from '@frontdoor/kit/io'
import { type Changelog, newestOnly, readChangelog } from '../changelog/changelog.ts'
import { changelogPath, isMarkdown } from '../changelog-path.ts'
import { defaultCategories } from '../model/default-categories.ts'
import type { Package } from '../model/package.ts'
import type { Settings, Setup } from '../settings.ts'
import type { Format, FormatName } from './format.ts'
import { foundFormat } from './found.ts'

/** The format of a project's changelog: as its releases show it, else as the flag or the config wants it. */
export function projectFormat(
  changelog: Changelog,
  { style, usualStyle, categories }: Pick<Settings, 'style' | 'usualStyle' | 'categories'>,
  wanted: FormatName | undefined = style,
): Format {
  const format = foundFormat(changelog, wanted, usualStyle)
  if (categories === defaultCategories) return format
  // Who chose the sections chose their titles and their order, too.
  const own = new Set(categories.map(({ title }) => title))
  return { ...format, titles: {}, order: format.order.filter((title) => !own.has(title)) }
}

/** The same, read from the changelog of a project, or of a package of it, so that its own words are used. */
export async function readProjectFormat(
  io: Pick<Io, 'cwd'>,
  { place, settings }: Setup,
  own?: Package,
): Promise<Format> {
  const path = changelogPath(io, { place, settings }, own)
  const { text } = isMarkdown(path) ? await readTextOrEmpty(resolve(io.cwd, path), place.root) : { text: '' }
  return projectFormat(readChangelog(text, newestOnly), settings)
}
