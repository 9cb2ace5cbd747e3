import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { loadConfig } from '@frontdoor/kit/config'
import type { SettingPlace } from '@frontdoor/kit/config/section'
import type { Io } from '@frontdoor/kit/io'
import type { Project } from '@frontdoor/kit/project'
import type { BumpRule, DraftSettings } from './draft/settings.ts'
import type { FormatName } from './formats/format.ts'
import type { ImportedSettings } from './import/imported.ts'
import type { LabelRule } from './label.ts'
import type { Category, Condition } from './model/category.ts'
import { defaultCategories } from './model/default-categories.ts'
import type { Place } from './place.ts'
import { section } from './settings-schema.ts'

/** What the config says. */
export interface Settings {
  /** Patterns of tags; absent where the usual ones hold. */
  readonly tags?: readonly string[]
  /** Path of the changelog, from the root of the repository or from the folder of a package; absent where it is found by its name. */
  readonly changelog?: string
  readonly categories: readonly Category[]
  readonly squash: 'auto' | 'title' | 'body'
  readonly merges: 'auto' | 'commits' | 'pull-requests'
  readonly messages: 'any' | 'conventional'
  readonly scopes: 'any' | 'packages' | readonly string[]
  readonly prereleases: 'auto' | 'separate' | 'fold'
  /** `semver`, or the parts of a calendar version. */
  readonly versioning: string
  readonly zero: 'minor' | 'major' | 'patch'
  readonly initialVersion: string
  readonly dependents: 'always' | 'all' | 'out-of-range' | 'never'
  readonly fixed: readonly (readonly string[])[]
  readonly linked: readonly (readonly string[])[]
  readonly packages: 'auto' | 'public' | 'none' | readonly string[]
  readonly sources: readonly ('git' | 'pull-requests' | 'fragments')[]
  readonly fragments: readonly string[]
  readonly style?: FormatName
  /** The style of a changelog that shows none, where the config of another tool says it. */
  readonly usualStyle?: FormatName
  /** Path from the root of the repository. */
  readonly template?: string
  readonly bots: readonly string[]
  /** How a release on the forge is made. */
  readonly draft?: DraftSettings
  /** What label a pull request gets. */
  readonly labels?: readonly LabelRule[]
  readonly placeOf: SettingPlace
}

/** Where a command works, and what the config says there. */
export interface Setup {
  readonly place: Place
  readonly settings: Settings
}

/**
 * Reads the settings for a project.
 *
 * @throws {UserError} with a line for each mistake in the config
 */
export async function loadSettings(
  io: Io,
  project: Pick<Project, 'folder' | 'root'>,
  explicit?: string,
): Promise<Settings> {
  const request = {
    from: project.folder,
    root: project.root,
    tool: 'changelog-gen',
    schema: section,
    explicit,
  } as const
  const { values, given, placeOf: placeOfGiven } = await loadConfig(io, request)
  const others = await changesetsSettings(project.root)
  const { tags, categories, draft, ...rest } = { ...values, ...others, ...given } as unknown as Given
  const isOthers = (key: string | number) => others !== undefined && key in others && !(key in given)
  const placeOf: SettingPlace = (...keys) => (isOthers(keys[0] ?? '') ? changesetsConfig : placeOfGiven(...keys))
  return {
    ...rest,
    placeOf,
    ...(tags !== undefined && { tags: listOf(tags) }),
    ...(draft && { draft: toDraft(draft) }),
    categories: categories?.map((one, index) => toCategory(one, placeOf('categories', index))) ?? defaultCategories,
  }
}

const changesetsConfig = '.changeset/config.json'

/**
 * Who keeps changesets releases what they say, as that config has it, and nothing else; our own one counts more, and how a changelog is
 * written that is there.
 */
async function changesetsSettings(
  root: string,
): Promise<(Omit<ImportedSettings, 'style'> & Pick<Settings, 'usualStyle'>) | undefined> {
  if (!existsSync(resolve(root, changesetsConfig))) return undefined
  const { settingsIn } = await import('./import/find.ts')
  const { tool, config } = await settingsIn({ folder: root, root }, changesetsConfig)
  const { style, ...settings } = tool.read(config, []).settings
  return { ...settings, ...(style && { usualStyle: style }) }
}

/** The values as the schema lets them through; `json-schema-to-ts` has no words for "one or more". */
interface Given extends Omit<Settings, 'tags' | 'categories'> {
  readonly tags?: string | readonly string[]
  readonly categories?: readonly GivenCategory[]
}

/** Single words stand for lists of one. */
function toDraft({ include, exclude, sections, bumps, ...rest }: DraftSettings): DraftSettings {
  const ruled = <Rule extends BumpRule>(rules: readonly Rule[]) =>
    rules.map((rule) => ({ ...rule, ...(rule.when && { when: rule.when.map(toCondition) }) }))
  return {
    ...rest,
    ...(include && { include: include.map(toCondition) }),
    ...(exclude && { exclude: exclude.map(toCondition) }),
    ...(sections && { sections: ruled(sections) }),
    ...(bumps && { bumps: ruled(bumps) }),
  }
}

/** A category as the config writes it. */
export interface GivenCategory extends Partial<Omit<Category, 'when'>> {
  readonly title: string
  readonly when?: GivenCondition | readonly GivenCondition[]
}

/** A condition as the config writes it: single words may stand for lists of one. */
export type GivenCondition = { readonly [Key in keyof Condition]: Condition[Key] | string }

function toCategory({ id, title, when = [], bump, hidden = false }: GivenCategory, source: string): Category {
  const conditions = Array.isArray(when) ? when : [when]
  return {
    id: id ?? keyOf(title),
    title,
    when: conditions.map(toCondition),
    ...(bump && { bump }),
    hidden,
    source,
  }
}

function toCondition({ type, scope, label, path, title, body, author, ...rest }: GivenCondition): Condition {
  const lists = Object.entries({ type, scope, label, path, title, body, author }).filter(
    ([, value]) => value !== undefined,
  )
  return { ...(rest as Condition), ...Object.fromEntries(lists.map(([key, value]) => [key, listOf(value as string)])) }
}

function listOf(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value
}

function keyOf(title: string): string {
  const key = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  return key || 'section'
}
