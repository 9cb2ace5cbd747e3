import type { Edit } from '@frontdoor/markdown/edit'
import type { Changelog, Definition } from '../changelog/changelog.ts'
import { compareVersionTexts } from '../version-order.ts'
import { addressOf, type Titled, type Writing } from './context.ts'
import { definitionOf } from './released.ts'

/**
 * Edits that give new releases their link definitions and lead that of the unreleased to what comes behind them. None for
 * a changelog whose headings do not work that way.
 *
 * @param added new releases, newest first
 */
export function definitionEdits(writing: Writing, added: readonly Titled[]): Edit[] {
  const { changelog, format, pages } = writing
  if (format.form.link !== 'reference' || !usesDefinitions(writing)) return []
  const known = new Map(changelog.definitions.map((definition) => [definition.label.toLowerCase(), definition]))
  const unreleased = known.get(format.unreleased.toLowerCase()) ?? known.get('unreleased')
  const [newest] = added
  const behind = newest && { from: newest.tag ?? newest.version }
  const ahead = behind && addressOf(behind, pages)
  const lines = added.flatMap((titled) => {
    const { version = '' } = titled
    const [url, label] = [addressOf(titled, pages), format.form.prefix + version]
    return url === undefined || known.has(label.toLowerCase()) ? [] : [{ version, text: `[${label}]: ${url}` }]
  })
  // With its first release, a changelog that had none gets the link that a new one has from the start.
  const opening = behind && !unreleased && isFirst(writing) ? definitionOf(writing, behind) : undefined
  const all = opening === undefined ? lines : [{ version: '', text: opening }, ...lines]
  return [...(unreleased ? moved(unreleased, ahead) : []), ...placed(writing, all, unreleased)]
}

/** True for a changelog without a release whose section of what is unreleased stays, as `[Unreleased]`. */
function isFirst({ changelog: { releases, unreleased }, format }: Writing): boolean {
  if (releases.length > 0 || unreleased?.form.link !== 'reference') return false
  return format.name.startsWith('keep-a-changelog') && format.unreleased.toLowerCase() === 'unreleased'
}

/** A changelog without a definition for any of its newest versions does without. */
function usesDefinitions({ changelog: { releases, definitions }, format }: Writing): boolean {
  const labels = new Set(definitions.map(({ label }) => label.toLowerCase()))
  const newest = releases.slice(0, 5).map(({ version = '' }) => (format.form.prefix + version).toLowerCase())
  return releases.length === 0 || newest.some((label) => labels.has(label))
}

/** Leaves an address alone that is not a comparison: somebody wanted another page. */
function moved({ start, end, label, url }: Definition, to: string | undefined): Edit[] {
  if (to === undefined || url === to || !/compare/.test(url)) return []
  return [{ start: start + `[${label}]:`.length, end, text: ` ${to}` }]
}

interface DefinitionLine {
  readonly version: string
  readonly text: string
}

/** Each line before that of the next older version; where there is none, behind that of the unreleased, or at the end. */
function placed({ changelog }: Writing, lines: readonly DefinitionLine[], unreleased: Definition | undefined): Edit[] {
  const { eol, definitions, releases } = changelog
  const versions = new Set(releases.map(({ version }) => version))
  const versioned = definitions.filter(({ label }) => versions.has(versionIn(label)))
  const rest: string[] = []
  const edits = lines.flatMap(({ version, text }): Edit[] => {
    const older = versioned.find(({ label }) => compareVersionTexts(versionIn(label), version) < 0)
    if (older) return [{ start: older.start, end: older.start, text: text + eol }]
    rest.push(text)
    return []
  })
  if (rest.length === 0) return edits
  const last = versioned.at(-1) ?? unreleased
  if (last) return [...edits, { start: last.end, end: last.end, text: rest.map((text) => eol + text).join('') }]
  return [...edits, appended(changelog, rest)]
}

function versionIn(label: string): string {
  return label.replace(/^v(?=\d)/, '')
}

function appended({ source, eol }: Changelog, lines: readonly string[]): Edit {
  const end = source.trimEnd().length
  const ending = /[\r\n]/.test(source.slice(end)) ? eol : ''
  return { start: end, end: source.length, text: `${eol}${eol}${lines.join(eol)}${ending}` }
}
