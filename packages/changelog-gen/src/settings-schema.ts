import type { SectionSchema } from '@frontdoor/kit/config/schema'
import { searchSchema } from '@frontdoor/kit/config/search'
import { draftSchema } from './draft/settings.ts'
import { formatNames } from './formats/format.ts'

const oneOrMore = { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] } as const

const searches = { type: 'array', items: searchSchema } as const

const oneSearchOrMore = { anyOf: [searchSchema, searches] } as const

const tagForm = { type: 'string', pattern: '\\{version\\}', examples: ['v{version}', '{name}@{version}'] } as const

const list = { type: 'array', items: { type: 'string' } } as const

const condition = {
  type: 'object',
  additionalProperties: false,
  properties: {
    type: { ...oneOrMore, description: 'Its type, as in `feat: …`; `*` for any' },
    scope: { ...oneOrMore, description: 'Its scope, as in `feat(cli): …`' },
    breaking: { type: 'boolean', description: 'Whether it breaks something' },
    dependency: {
      enum: [true, false, 'development'],
      description:
        'Whether it brings a dependency to another version, whatever words it is said in; `development` for one that only who works on the project gets, such as an action',
    },
    label: { ...oneOrMore, description: 'A label of its pull request' },
    path: { ...oneOrMore, description: 'A path that it touches: globs, of which a folder takes all below' },
    title: { ...oneSearchOrMore, description: 'What its first line holds: words, or `/expression/flags`' },
    body: { ...oneSearchOrMore, description: 'The same for the rest of its text' },
    author: { ...oneOrMore, description: 'The name or login of who wrote it' },
    mode: {
      enum: ['any', 'all', 'only', 'exactly'],
      default: 'any',
      description:
        'How labels and paths are compared: `any` of the change is listed here, `all` that are listed are of the change, `only` listed ones are, or `exactly` these',
    },
    pathMode: {
      enum: ['any', 'all', 'only', 'exactly'],
      description: 'How paths are compared, where otherwise than labels',
    },
  },
} as const

const category = {
  type: 'object',
  additionalProperties: false,
  required: ['title'],
  properties: {
    id: {
      type: 'string',
      pattern: '^[a-z][a-z0-9-]*$',
      examples: ['bug-fixes'],
      description: 'Categories with the same one are one section; made of the title where absent',
    },
    title: { type: 'string', minLength: 1, description: 'Heading of the section' },
    when: {
      anyOf: [condition, { type: 'array', items: condition }],
      description: 'Which changes it takes: those for which one of these conditions holds; all where absent',
    },
    bump: {
      enum: ['major', 'minor', 'patch', 'none'],
      description: 'What its changes do to the version; where absent, features the `minor` one, others the `patch` one',
    },
    hidden: { type: 'boolean', default: false, description: 'Whether its changes are left out' },
  },
} as const

/** Where the tools of fragments have them. */
export const usualFragments: readonly string[] = [
  ...['.changeset', 'changelog.d', 'newsfragments', '.changes', '.changes/unreleased', 'changelogs/fragments'],
  ...['.nx/version-plans', '.changelog/*.txt', '.chloggen', 'change/*.json', 'common/changes/**/*.json'],
  ...['.changelog/unreleased/**/*.md', 'changelog/unreleased', 'changelogs/unreleased', 'releasenotes/notes'],
]

/** The section `changelog-gen` of the config, for what reads it, its schema and its page. */
export const section: SectionSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    tags: {
      anyOf: [tagForm, { type: 'array', items: tagForm }],
      description:
        'How tags of versions look: `{version}`, `v{version}`, `{name}@{version}`; other tags are no releases',
    },
    changelog: {
      type: 'string',
      pattern: '\\.(?:[mM][dD]|[mM][aA][rR][kK][dD][oO][wW][nN])$',
      examples: ['docs/changelog.md'],
      description:
        'Path of the changelog, from the root of the repository, and of each package from its folder; else it is found by its name, as `CHANGELOG.md`, `HISTORY.md` or `NEWS.md`',
    },
    categories: {
      type: 'array',
      items: category,
      description: 'Sections of a release, instead of the default ones; a change belongs to the first that takes it',
    },
    squash: {
      enum: ['auto', 'title', 'body'],
      default: 'auto',
      description: 'What a squashed commit is: one change with its title, or those that its body lists',
    },
    merges: {
      enum: ['auto', 'commits', 'pull-requests'],
      default: 'auto',
      description: 'What a merged pull request is: its commits, or one change with its title',
    },
    messages: {
      enum: ['any', 'conventional'],
      default: 'any',
      description:
        'What `check-message` lets pass: `any` message that is read as it looks, or only `conventional` ones, which name a type',
    },
    scopes: {
      anyOf: [{ enum: ['any', 'packages'] }, { type: 'array', items: { type: 'string' } }],
      default: 'any',
      description:
        'What scopes `check-message` lets pass: `any` that is no misspelt name of a package, the names and folders of the `packages` of the workspace, or a list, in which `packages` stands for those',
    },
    prereleases: {
      enum: ['auto', 'separate', 'fold'],
      default: 'auto',
      description:
        'Whether a prerelease is a release of its own, or part of the release that it led to; with `auto`, the changelog goes on as it has done it',
    },
    versioning: {
      type: 'string',
      pattern:
        '^(?:semver|(?:YYYY|YY|0Y|MM|0M|DD|0D|WW|0W|MINOR|MICRO)(?:[.-](?:YYYY|YY|0Y|MM|0M|DD|0D|WW|0W|MINOR|MICRO))*)$',
      examples: ['semver', 'YYYY.MM.MICRO'],
      default: 'semver',
      description: '`semver`, or the parts of a calendar version: `YYYY.MM.MICRO`',
    },
    zero: {
      enum: ['minor', 'major', 'patch'],
      default: 'minor',
      description:
        'What a breaking change does below 1.0.0: the next `minor` version, or 1.0.0 (`major`); with `patch`, features move the patch, too',
    },
    initialVersion: {
      type: 'string',
      pattern: '^\\d+(?:\\.\\d+)+',
      examples: ['1.0.0'],
      default: '0.1.0',
      description: 'The first version of a project that has no tag, where its manifest names none',
    },
    dependents: {
      enum: ['always', 'all', 'out-of-range', 'never'],
      default: 'always',
      description:
        'When packages that depend on a released one are released, too: `always`, `all` (those that need it for development only, too), `never`, or only where what they declare does not admit its new version (`out-of-range`)',
    },
    fixed: {
      type: 'array',
      items: list,
      default: [],
      description: 'Groups of packages, by names or globs, that are released together with one version',
    },
    linked: {
      type: 'array',
      items: list,
      default: [],
      description: 'Groups of packages, by names or globs, of which those that are released get one version',
    },
    packages: {
      anyOf: [{ enum: ['auto', 'public', 'none'] }, { type: 'array', items: { type: 'string' } }],
      default: 'none',
      description:
        'Packages with versions of their own: `auto` for all of the workspace but private ones that have neither a changelog nor a tag, such as examples, `public` for those that are published, or a list of such words, names, folders or globs, of which `"!NAME"` leaves out',
    },
    sources: {
      type: 'array',
      minItems: 1,
      items: { enum: ['git', 'pull-requests', 'fragments'] },
      default: ['git', 'fragments'],
      description:
        'What entries are made of: the commits of git, pull requests of GitHub or GitLab (their titles and labels), fragments; without `git`, commits that nothing else tells of are left out',
    },
    fragments: {
      type: 'array',
      items: { type: 'string' },
      default: usualFragments,
      description:
        'Folders with fragments: files that each describe a change; `.changelog/*.txt` takes those of one ending, `common/changes/**/*.json` those in its folders, too',
    },
    style: {
      enum: formatNames,
      description: 'How a new changelog is written; one that is there is written on as it is',
    },
    template: {
      type: 'string',
      description:
        'Path of a template in Liquid that makes the text of a release, from the root of the repository; its values are listed in the README',
    },
    draft: draftSchema(condition),
    labels: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['label'],
        properties: {
          label: { type: 'string', minLength: 1, description: 'The label' },
          files: { ...list, description: 'Globs, of which one takes a changed file' },
          branch: { ...searches, description: 'What the name of its branch holds: words, or `/expression/flags`' },
          title: { ...searches, description: 'The same for its title' },
          body: { ...searches, description: 'The same for its text' },
        },
      },
      description:
        'What label a pull request gets for its files (globs), branch, title or body (words, or `/expression/flags`)',
    },
    bots: {
      type: 'array',
      items: { type: 'string' },
      default: [],
      description: 'Names that are not thanked, beside those that are known as bots',
    },
  },
}
