/** Values of a git configuration file by full name (`remote.origin.url`), in the order they stand. */
export type GitConfig = ReadonlyMap<string, readonly string[]>

/**
 * Reads a git configuration file as git does. Undefined where only git can tell: the file includes others, or is not
 * well formed. A name without `=` has the value `true`.
 */
export function parseGitConfig(source: string): GitConfig | undefined {
  const text = source.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  const values = new Map<string, string[]>()
  let section: string | undefined
  let at = 0
  while (at < text.length) {
    const [skipped, title] = [match(blank, text, at), match(header, text, at)]
    if (title) section = sectionName(title.groups.simple ?? '', title.groups.sub)
    at = skipped?.end ?? title?.end ?? at
    if (skipped || title) continue
    const name = match(key, text, at)
    const value = name?.groups.equals ? readValue(text, name.end) : name && { value: 'true', end: name.end }
    if (name === undefined || value === undefined || section === undefined) return undefined
    if (/^include(?:if)?(?:\.|$)/.test(section)) return undefined
    const full = `${section}.${name.groups.name?.toLowerCase()}`
    values.set(full, [...(values.get(full) ?? []), value.value])
    at = value.end
  }
  return values
}

const blank = /[ \t\r\n]+|[#;][^\n]*/y
const header = /\[(?<simple>[A-Za-z0-9.-]+)(?:[ \t]+"(?<sub>(?:\\[^\n]|[^"\\\n])*)")?\]/y
const key = /(?<name>[A-Za-z][A-Za-z0-9-]*)[ \t]*(?:(?<equals>=)|(?=\n|$))/y

function match(pattern: RegExp, text: string, at: number) {
  pattern.lastIndex = at
  const found = pattern.exec(text)
  return found === null ? undefined : { end: at + found[0].length, groups: found.groups ?? {} }
}

/** The name before the quotes has no case, the name inside them has. */
function sectionName(simple: string, sub: string | undefined): string {
  return sub === undefined ? simple.toLowerCase() : `${simple.toLowerCase()}.${sub.replace(/\\(.)/g, '$1')}`
}

const valueText = /(?:"(?:\\[tbn"\\\n]|[^"\\\n])*"|\\[tbn"\\\n]|[^"\\#;\n])*(?=[#;\n]|$)/y
const escapes: Readonly<Record<string, string>> = { t: '\t', b: '\b', n: '\n', '\\': '\\', '"': '"' }

/** A value runs to the end of its line: quotes may open and close anywhere in it, a backslash joins the next line. */
function readValue(text: string, start: number): { value: string; end: number } | undefined {
  const found = match(valueText, text, start)
  if (found === undefined) return undefined
  // Quotes with nothing in them do not begin a value, so blanks behind them are not of it; those in front of a joined line are.
  const trimmed = text.slice(start, found.end).replace(/^(?:[ \t\r]|""|\\\n)+|[ \t\r]+$/g, '')
  return { value: trimmed.replace(/"|\\([\s\S])/g, (_, char) => escapes[char] ?? ''), end: found.end }
}
