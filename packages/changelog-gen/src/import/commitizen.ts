import { at, listAt, textAt } from '../json.ts'
import { commitizenRules } from './commitizen-rules.ts'
import { changelogOf, type Imported, type ImportedSettings } from './imported.ts'
import { type Advice, keyNotes, noCommit, noProgram, notWritten } from './key-notes.ts'

const mapped = [
  ...['name', 'tag_format', 'legacy_tag_formats', 'major_version_zero', 'changelog_merge_prerelease', 'customize'],
  ...['change_type_map', 'change_type_order', 'changelog_incremental', 'changelog_file', 'version_provider'],
]

const noMessages = 'messages are not written here; "changelog-gen check-message" says how one is read'

const advice: Advice = [
  ['the version is that of the newest tag; in files, let the release job write it', 'version', 'version_files'],
  ['a series of prereleases goes on in the form that its tags have', 'version_scheme', 'prerelease_offset'],
  [noCommit, ...['bump_message', 'annotated_tag', 'gpg_sign', 'always_signoff', 'retry_after_failure']],
  [noProgram, 'pre_bump_hooks', 'post_bump_hooks'],
  ['call "changelog-gen release auto"', 'update_changelog_on_bump'],
  ['the whole history is read', 'changelog_start_rev'],
  ['other tags are no releases; see "tags"', 'ignored_tag_formats'],
  ['releases are written in the style of the changelog that is there; see "template"', 'template', 'extras'],
  [
    noMessages,
    ...['allowed_prefixes', 'message_length_limit', 'allow_abort', 'use_shortcuts', 'style'],
    'breaking_change_exclamation_in_title',
  ],
  ['files are read as UTF-8', 'encoding'],
]

const ownMapped = ['bump_map', 'commit_parser', 'change_type_map', 'change_type_order']

const ownAdvice: Advice = [
  [noMessages, 'questions', 'message_template', 'example', 'schema', 'schema_pattern', 'info', 'info_path'],
  [
    'which commits are listed is read from commit_parser, and what they do from bump_map',
    'changelog_pattern',
    'bump_pattern',
  ],
  ['below 1.0.0, "zero" says what a version is', 'bump_map_major_version_zero'],
]

/** Reads `[tool.commitizen]` of pyproject.toml, and the files of its own (docs/config/ and defaults.py of Commitizen at b66582e9 of 2026-08-05, read 2026-11-26). */
export function importCommitizen(config: unknown): Imported {
  const rules = commitizenRules(config)
  const tags = tagsOf(config)
  const isCustom = textAt(config, 'name') === 'cz_customize'
  const changelog = changelogIn(config)
  return {
    settings: {
      ...tags.settings,
      ...changelog.settings,
      style: 'conventional-changelog',
      zero: at(config, 'major_version_zero') === true ? 'minor' : 'major',
      ...(at(config, 'changelog_merge_prerelease') === true && { prereleases: 'fold' as const }),
      merges: 'commits',
      categories: rules.categories,
    },
    notes: [
      ...nameNotes(textAt(config, 'name')),
      ...tags.notes,
      ...changelog.notes,
      ...providerNotes(textAt(config, 'version_provider')),
      ...rules.notes,
      ...keyNotes(config, { mapped: [...mapped, 'changelog_format'], advice }),
      ...(isCustom
        ? keyNotes(at(config, 'customize'), { mapped: ownMapped, advice: ownAdvice, prefix: 'customize.' })
        : []),
    ],
  }
}

function nameNotes(name: string): string[] {
  return ['', 'cz_conventional_commits', 'cz_customize', 'cz_jira'].includes(name)
    ? []
    : [`name: ${name} is code, which is never run; those of Conventional Commits are taken, see "categories"`]
}

/** `$version`, and the same from its parts. */
function tagsOf(config: unknown): { settings: Pick<ImportedSettings, 'tags'>; notes: string[] } {
  const formats = [textAt(config, 'tag_format') || '$version', ...listAt(config, 'legacy_tag_formats').map(String)]
  const tags = formats.map((format) =>
    format
      .replaceAll(/\$(?:\{(\w+)\}|(\w+))/g, '$<$1$2>')
      .replace(
        /\$<version>|\$<major>\.\$<minor>\.\$<patch>[-.]?(?:\$<prerelease>)?\.?(?:\$<devrelease>)?/,
        '{version}',
      ),
  )
  const odd = formats.filter((_, place) => !/^[^$]*\{version\}[^$]*$/.test(tags[place] as string))
  const notes = odd.map((format) => `tag_format: ${format} is no text around a whole version; set "tags"`)
  const isUsual = tags.every((tag) => tag === 'v{version}' || tag === '{version}')
  return { settings: isUsual || odd.length > 0 ? {} : { tags: [...new Set(tags)] }, notes }
}

/** A format that is named counts, whatever the file is called. */
function changelogIn(config: unknown): Imported {
  const [file, format] = [textAt(config, 'changelog_file'), textAt(config, 'changelog_format')]
  if (/^(?:markdown)?$/.test(format)) return changelogOf('changelog_file', file)
  return { settings: {}, notes: [`changelog_format: ${format} is not Markdown, which is all that is written here`] }
}

function providerNotes(provider: string): string[] {
  const isKnown = ['', 'scm', 'commitizen'].includes(provider)
  return isKnown ? [] : [`version_provider: ${provider}: a manifest ${notWritten}`]
}
