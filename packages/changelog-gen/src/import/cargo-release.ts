import { at, listAt, textAt } from '../json.ts'
import type { Imported } from './imported.ts'
import { type Advice, keyNotes, noCommit, noProgram, notWritten } from './key-notes.ts'

const mapped = ['tag-name', 'tag-prefix', 'tag', 'shared-version', 'pre-release-replacements']

const noVersions = `the version in files ${notWritten}`

const advice: Advice = [
  [
    noCommit,
    ...['sign-commit', 'sign-tag', 'consolidate-commits', 'consolidate-pushes', 'pre-release-commit-message'],
    ...['post-release-commit-message', 'tag-message', 'push', 'push-remote', 'push-options', 'allow-branch'],
    ...['disable-push', 'disable-tag'],
  ],
  [
    'no package is published; let the release job do it',
    ...['publish', 'registry', 'owners', 'rate-limit', 'certs-source', 'verify', 'enable-features'],
    ...['enable-all-features', 'target', 'disable-publish'],
  ],
  [noVersions, 'dependent-version', 'metadata', 'dev-version', 'dev-version-ext', 'no-dev-version'],
  [noVersions, 'post-release-replacements'],
  [noProgram, 'pre-release-hook'],
  ['leave the package out of "packages", with "!NAME"', 'release'],
]

/**
 * Reads release.toml, and the same tables of Cargo.toml (docs/reference.md of cargo-release at a199bf5 of 2026-08-20, read 2026-11-26).
 * It makes no entries, so only the tags are taken over, and whether packages have versions of their own.
 */
export function importCargoRelease(config: unknown): Imported {
  const tags = tagsOf(config)
  const isShared = tags.length > 0 && tags.every((tag) => !tag.includes('{name}'))
  const odd = tags.filter((tag) => !tag.includes('{version}') || tag.includes('{{'))
  return {
    settings: {
      ...(tags.length > 0 && odd.length === 0 && { tags }),
      ...(!isShared && at(config, 'shared-version') !== true && { packages: 'auto' as const }),
    },
    notes: [
      ...odd.map((tag) => `tag-name: ${tag} is no text around a version; set "tags"`),
      ...(textAt(config, 'shared-version') === '' || isShared
        ? []
        : ['shared-version: name the packages that share a version in "fixed"']),
      ...(at(config, 'tag') === false ? ['tag: a release is known by its tag; set "tags" to what they look like'] : []),
      ...new Set(listAt(config, 'pre-release-replacements').map((one) => replacementNote(textAt(one, 'file')))),
      ...keyNotes(config, { mapped, advice }),
    ],
  }
}

/** Without a prefix, packages below the root have their name in front, which are the usual forms. */
function tagsOf(config: unknown): string[] {
  const name = textAt(config, 'tag-name')
  const given = at(config, 'tag-prefix')
  if (name === '' && given === undefined) return []
  const prefixes = typeof given === 'string' ? [given] : ['', '{{crate_name}}-']
  const tags = prefixes.map((prefix) =>
    (name || '{{prefix}}v{{version}}')
      .replaceAll('{{prefix}}', prefix)
      .replaceAll('{{crate_name}}', '{name}')
      .replaceAll('{{version}}', '{version}'),
  )
  return [...new Set(tags)]
}

/** The changelog is what "changelog-gen release" writes; in other files, nothing is replaced. */
function replacementNote(file: string): string {
  return /change|history|news|release/i.test(file)
    ? `pre-release-replacements: ${file}: call "changelog-gen release", which dates what is unreleased, and links it`
    : `pre-release-replacements: ${file}: ${noVersions}`
}
