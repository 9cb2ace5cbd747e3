/**
 * The sections of an INI, as Python's configparser reads it: names are in lower case, and an indented line goes on with the value above
 * it. What stands above the first header is in the section without a name.
 */
export function readIni(source: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  let values = new Map<string, string>()
  const sections = new Map([['', values]])
  let name: string | undefined
  for (const line of source.split(/\r?\n/)) {
    if (/^\s*[#;]/.test(line)) continue
    const [, header] = /^\[([^\]]+)\]/.exec(line) ?? []
    const [, key, value] = /^([^\s[=:][^=:]*)[=:](.*)$/.exec(line) ?? []
    if (header !== undefined) {
      values = sections.get(header) ?? new Map()
      sections.set(header, values)
      name = undefined
    } else if (key !== undefined) {
      name = key.trim().toLowerCase()
      values.set(name, (value ?? '').trim())
    } else if (name !== undefined && /^\s+\S/.test(line)) {
      values.set(name, `${values.get(name) ?? ''}\n${line.trim()}`.trim())
    }
  }
  return sections
}
