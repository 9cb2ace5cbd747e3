import { isMarkdown } from '../changelog-path.ts'
import type { GivenCategory, Settings } from '../settings.ts'

/** Settings as the config has them. */
export interface ImportedSettings extends Partial<Omit<Settings, 'categories'>> {
  readonly categories?: readonly GivenCategory[]
}

/** Settings with single words where there is a list of one. */
export function compact({ categories, tags, ...rest }: ImportedSettings): object {
  const shorter = (value: unknown) => (Array.isArray(value) && value.length === 1 ? value[0] : value)
  const condition = (one: object) =>
    Object.fromEntries(Object.entries(one).map(([key, value]) => [key, shorter(value)]))
  const when = (given: NonNullable<GivenCategory['when']>) =>
    shorter([given].flat().map((one) => condition(one as object)))
  return {
    ...(tags && { tags: shorter(tags) }),
    ...rest,
    ...(categories && {
      categories: categories.map((one) => ({ ...one, ...(one.when && { when: when(one.when) }) })),
    }),
  }
}

/** The first version as other tools have it: `1.0.0`, or its tag, `tea-v1.0.0`. */
export function initialVersionOf(text: string): Pick<ImportedSettings, 'initialVersion'> {
  const [version] = /\d+(?:\.\d+)+.*$/.exec(text) ?? []
  return version === undefined ? {} : { initialVersion: version }
}

/** True where the newest tag that has a version in it is below 1.0.0. */
export function isBelowOne(tags: readonly string[]): boolean {
  const [newest = ''] = tags.flatMap((tag) => /\d+(?:\.\d+)+/.exec(tag)?.[0] ?? [])
  return newest.startsWith('0.')
}

/**
 * Tags in a form that other tools name with a key; the usual ones need no setting.
 *
 * @param form what tags look like, with `{version}`; where it has none, it is told as it is written
 */
export function tagsOf(key: string, form: string, written: string = form): Imported {
  if (/^v?\{version\}$/.test(form)) return { settings: {}, notes: [] }
  if (form.includes('{version}')) return { settings: { tags: [form] }, notes: [] }
  return { settings: {}, notes: [`${key}: ${written} is no text around a version; set "tags"`] }
}

/** The changelog that other tools name with a key: of the repository, or in the folder of each package. */
export function changelogOf(key: string, file: string): Imported {
  const path = file.replace(/^(?:\.\/)+/, '')
  if (path === '' || path === 'CHANGELOG.md') return { settings: {}, notes: [] }
  if (isMarkdown(path)) return { settings: { changelog: path }, notes: [] }
  return {
    settings: {},
    notes: [`${key}: ${path} is not Markdown, which is all that is written here; take CHANGELOG.md for what is new`],
  }
}

/** Settings made of those of another tool, and what there is no setting for. */
export interface Imported {
  readonly settings: ImportedSettings
  /** One line each: what, and what to do instead. */
  readonly notes: readonly string[]
}
