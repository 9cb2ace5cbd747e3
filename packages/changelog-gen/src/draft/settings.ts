import type { SettingSchema } from '@frontdoor/kit/config/options'
import { searchSchema } from '@frontdoor/kit/config/search'
import type { Condition } from '../model/category.ts'

/** How a release on the forge is made of pull requests. Names in capitals behind a `$` stand for values in all templates. */
export interface DraftSettings {
  readonly name?: string
  readonly tag?: string
  readonly body?: string
  readonly header?: string
  readonly first?: string
  readonly footer?: string
  readonly heading?: string
  readonly change?: string
  readonly author?: string
  readonly authorSeparator?: string
  readonly lastAuthorSeparator?: string
  readonly escape?: string
  readonly noChanges?: string
  readonly noContributors?: string
  readonly newContributor?: string
  readonly noNewContributors?: string
  readonly notThanked?: readonly string[]
  readonly version?: string
  readonly tagPrefix?: string
  readonly sort?: 'merged' | 'title'
  readonly direction?: 'ascending' | 'descending'
  readonly replace?: readonly { readonly search: string; readonly by: string }[]
  readonly include?: readonly Condition[]
  readonly exclude?: readonly Condition[]
  readonly sections?: readonly DraftSection[]
  readonly bumps?: readonly BumpRule[]
  readonly target?: string
  readonly prerelease?: boolean
  readonly identifier?: string
  readonly fromPrereleases?: boolean
  readonly latest?: boolean
  readonly sameTarget?: boolean
  readonly range?: string
}

/** What moves the version by how much. Without conditions it is for changes that no other rule takes. */
export interface BumpRule {
  readonly bump?: 'major' | 'minor' | 'patch'
  /** One must hold. */
  readonly when?: readonly Condition[]
  /** True where a change that it takes may be taken by later ones, too. */
  readonly also?: boolean
}

/** A section of the body. */
export interface DraftSection extends BumpRule {
  readonly title: string
  /** Folds the section up where it has more changes. */
  readonly collapse?: number
}

/** The schema of the settings. */
export function draftSchema(condition: SettingSchema): SettingSchema & { readonly description: string } {
  const text = (description: string): SettingSchema => ({ type: 'string', description }) as const
  const conditions = { type: 'array', items: condition } as const
  const rule = {
    bump: { enum: ['major', 'minor', 'patch'], description: 'How far its changes move the version' },
    when: {
      ...conditions,
      description: 'Which changes it takes, one condition holding; what no other takes where absent',
    },
    also: { type: 'boolean', description: 'Whether a later one may take its changes, too' },
  } as const
  return {
    type: 'object',
    additionalProperties: false,
    description: 'How a release on the forge is made of pull requests',
    properties: {
      name: text('Name of the release: `v$RESOLVED_VERSION`'),
      tag: text('Its tag'),
      body: text(
        'Its text: `$CHANGES`, `$CONTRIBUTORS`, `$NEW_CONTRIBUTORS`, `$PREVIOUS_TAG`, `$OWNER`, `$REPOSITORY`',
      ),
      header: text('What stands before the text'),
      first: text('What stands between text and footer of the first release, which can be compared with none'),
      footer: text('What stands after the text'),
      heading: text('The heading of a section: `## $TITLE`'),
      change: text('A line of the text: `* $TITLE (#$NUMBER) $AUTHORS`'),
      author: text('An author in a line: `$AUTHOR_MENTION`, or `$AUTHOR`'),
      authorSeparator: text('What stands between authors'),
      lastAuthorSeparator: text('What stands before the last author'),
      escape: text('Characters of titles that are escaped, beside what could be markup'),
      noChanges: text('The text of a release without changes'),
      noContributors: text('What stands for `$CONTRIBUTORS` where there are none'),
      newContributor: text('A line of `$NEW_CONTRIBUTORS`'),
      noNewContributors: text('What stands for `$NEW_CONTRIBUTORS` where there are none'),
      notThanked: { type: 'array', items: { type: 'string' }, description: 'Who is left out of `$CONTRIBUTORS`' },
      version: text('How versions look: `$MAJOR.$MINOR.$PATCH$PRERELEASE`'),
      tagPrefix: text('What tags of releases start with; others are not looked at'),
      sort: { enum: ['merged', 'title'], description: 'By what changes are sorted' },
      direction: { enum: ['ascending', 'descending'], description: 'The order in which they are sorted' },
      replace: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['search', 'by'],
          properties: {
            search: { ...searchSchema, description: 'Words, or `/expression/flags`' },
            by: { type: 'string', description: 'What stands there instead' },
          },
        },
        description: 'What is replaced in the text at last: `search` (words, or `/expression/flags`) and `by`',
      },
      include: { ...conditions, description: 'Only changes for which one of these holds' },
      exclude: { ...conditions, description: 'No change for which one of these holds' },
      sections: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['title'],
          properties: {
            title: { type: 'string', minLength: 1, description: 'Its heading' },
            collapse: { type: 'integer', description: 'Folds it up where it has more changes' },
            ...rule,
          },
        },
        description: 'Sections of the text, each with its changes',
      },
      bumps: {
        type: 'array',
        items: { type: 'object', additionalProperties: false, properties: rule },
        description: 'What moves the version, beside the sections',
      },
      target: text('Branch that is released; the current one where absent'),
      prerelease: { type: 'boolean', description: 'Whether it is a prerelease' },
      identifier: text('Word in the versions of prereleases: `rc`'),
      fromPrereleases: { type: 'boolean', description: 'Whether the release before may be a prerelease' },
      latest: { type: 'boolean', description: 'Whether the forge shows it as the latest one' },
      sameTarget: { type: 'boolean', description: 'Whether the release before must be one of the same branch' },
      range: text('Versions that the release before may have: `>=1 <2`'),
    },
  } as const
}
