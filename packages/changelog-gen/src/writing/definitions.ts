import type { Edit } from '@frontdoor/markdown/edit'
import type { Definition } from '../changelog/changelog.ts'
import { addressOf, type Titled, type Writing } from './context.ts'

/**
 * Edits that give new releases their link definitions and lead that of the unreleased to what comes behind them. None for
 * a changelog whose headings do not work that way.
 *
 * @param added new releases, newest first
 */
export function definitionEdits(writing: Writing, added: readonly Titled[]): Edit[] {
  const { changelog, format, pages } = writing
  const { definitions, releases, eol, source } = changelog
  if (format.form.link !== 'reference') return []
  const known = new Map(definitions.map((definition) => [definition.label.toLowerCase(), definition]))
  const isUsed =
    releases.length === 0 ||
    releases.slice(0, 5).some(({ version }) => version !== undefined && known.has(labelOf(version, format.form.prefix)))
  if (!isUsed) return []
  const [newest] = added
  const ahead = newest && { from: newest.tag ?? newest.version }
  const unreleased = known.get(format.unreleased.toLowerCase()) ?? known.get('unreleased')
  const lines = added.flatMap((titled) => {
    const url = addressOf(titled, pages)
    const label = labelOf(titled.version ?? '', format.form.prefix)
    return url === undefined || known.has(label) ? [] : [`[${label}]: ${url}`]
  })
  const moved = ahead && unreleased ? movedEdit(unreleased, addressOf(ahead, pages)) : []
  if (lines.length === 0) return moved
  const first =
    unreleased ??
    definitions.find(({ label }) =>
      releases.some(
        ({ version }) => version !== undefined && label.toLowerCase() === labelOf(version, format.form.prefix),
      ),
    )
  if (first && first === unreleased)
    return [...moved, { start: first.end, end: first.end, text: lines.map((line) => eol + line).join('') }]
  if (first) return [...moved, { start: first.start, end: first.start, text: lines.map((line) => line + eol).join('') }]
  return [...moved, appended(source, lines, eol)]
}

function labelOf(version: string, prefix: string): string {
  return `${prefix}${version}`.toLowerCase()
}

/** Leaves an address alone that is not a comparison: somebody wanted another page. */
function movedEdit({ start, end, label, url }: Definition, to: string | undefined): Edit[] {
  if (to === undefined || url === to || !/compare/.test(url)) return []
  const at = end - (end - start - `[${label}]:`.length)
  return [{ start: at, end, text: ` ${to}` }]
}

function appended(source: string, lines: readonly string[], eol: string): Edit {
  const end = source.trimEnd().length
  const tail = source.slice(end)
  return { start: end, end: source.length, text: `${eol}${eol}${lines.join(eol)}${tail.match(/\r\n?|\n/) ? eol : ''}` }
}
