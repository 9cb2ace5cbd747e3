import type { Changelog } from '../changelog/changelog.ts'
import { defaultCategories } from '../model/default-categories.ts'
import type { Settings } from '../settings.ts'
import type { Format, FormatName } from './format.ts'
import { foundFormat } from './found.ts'

/** The format of a project's changelog: as the file shows it, else as the flag or the config wants it. */
export function projectFormat(
  changelog: Changelog,
  { style = 'keep-a-changelog@1.1.0', categories }: Pick<Settings, 'style' | 'categories'>,
  wanted: FormatName = style,
): Format {
  const format = foundFormat(changelog, wanted)
  if (categories === defaultCategories) return format
  // Who chose the sections chose their titles and their order, too.
  const own = new Set(categories.map(({ title }) => title))
  return { ...format, titles: {}, order: format.order.filter((title) => !own.has(title)) }
}
