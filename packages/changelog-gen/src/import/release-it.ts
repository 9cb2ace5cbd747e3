import { at, listAt, textAt } from '../json.ts'
import { movingCategories, typeRows, usualRows } from './conventional-types.ts'
import { changelogOf, type Imported, type ImportedSettings, tagsOf } from './imported.ts'
import { type Advice, keyNotes, noCommit, noProgram, presetNotes } from './key-notes.ts'

const conventional = '@release-it/conventional-changelog'
const kept = '@release-it/keep-a-changelog'

const mapped = [...['git', 'github', 'gitlab', 'npm', 'plugins', '$schema', 'quiet', 'verbose', 'ci', 'dry-run']]

const advice: Advice = [
  [noProgram, 'hooks'],
  ['give the version to "changelog-gen release"', 'increment'],
  ['call "changelog-gen next --pre NAME"', 'preRelease', 'preReleaseId'],
  ['settings of packages are not read; write them out', 'extends'],
]

const optionAdvice: Advice = [
  ['the text above the releases is that of the changelog; edit it there', 'header'],
  ['give the version to "changelog-gen release"', 'ignoreRecommendedBump'],
  ['entries are written in the style of the changelog', 'writerOpts'],
]

/**
 * Reads .release-it.json (release-it 19 and its plugins conventional-changelog 11 and keep-a-changelog, read 2026-11-28). Without the first of
 * these, it is told the version, and makes no entries.
 */
export function importReleaseIt(config: unknown): Imported {
  const options = at(config, 'plugins', conventional)
  const changelog = changelogOf('infile', textAt(options, 'infile') || textAt(config, 'plugins', kept, 'filename'))
  const tags = tagsNamed(textAt(config, 'git', 'tagName'))
  return {
    settings: { ...changelog.settings, ...tags.settings, ...(options !== undefined && entriesOf(options)) },
    notes: [
      ...changelog.notes,
      ...tags.notes,
      ...(options === undefined
        ? ['increment: the version is asked for there; here, commits and fragments say it']
        : [...presetNotes(options, 'preset'), ...optionNotes(options)]),
      ...(at(config, 'git') === undefined ? [] : [`git: ${noCommit}`]),
      ...['github', 'gitlab'].flatMap((forge) => forgeNotes(config, forge)),
      ...keyNotes(config, { mapped, advice }),
      ...otherPlugins(config).map((name) => `plugins: ${name} is not known here`),
    ],
  }
}

/** A change moves at least the patch version there. */
function entriesOf(options: unknown): ImportedSettings {
  const rows = typeRows(listAt(options, 'preset', 'types'))
  return {
    style: 'conventional-changelog',
    zero: 'major',
    merges: 'commits',
    categories: movingCategories(rows.length > 0 ? rows : usualRows),
  }
}

/** A form with another variable in it is none. */
function tagsNamed(name: string): Imported {
  if (name === '') return { settings: {}, notes: [] }
  const form = name.replaceAll(/\$\{(version|name)\}/g, '{$1}')
  return tagsOf('git.tagName', form.includes('$') ? '' : form, name)
}

function optionNotes(options: unknown): string[] {
  const known = ['preset', 'infile', 'strictSemVer']
  return keyNotes(options, { mapped: known, advice: optionAdvice, prefix: 'plugins: ' })
}

function forgeNotes(config: unknown, forge: string): string[] {
  if (at(config, forge, 'release') !== true) return []
  const draft = at(config, forge, 'draft') === true ? ' --draft' : ''
  return [`${forge}.release: call "changelog-gen publish${draft}"`]
}

function otherPlugins(config: unknown): string[] {
  return Object.keys(Object(at(config, 'plugins'))).filter((name) => name !== conventional && name !== kept)
}
