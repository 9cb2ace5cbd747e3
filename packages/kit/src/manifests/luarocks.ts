import { posix } from 'node:path'
import { parseRepository } from '../forge.ts'
import type { ManifestFacts, ManifestReader } from './manifest.ts'
import { textOf } from './parse.ts'

/**
 * A rockspec of Lua, as far as its values are plain strings, or such joined by `..` (its documentation, read 2026-11-28). Lua is
 * never run. Of several the one of what is worked on counts, else the newest.
 */
export const luarocks: ManifestReader = {
  ecosystem: 'luarocks',
  files: [/^[^/]+\.rockspec$/, /\.rockspec$/],
  folder: 'rockspecs',
  async read(files, path): Promise<ManifestFacts | undefined> {
    const { dir, base } = posix.parse(path)
    const specs = files.list(dir).filter((name) => name.endsWith('.rockspec'))
    if (specs.toSorted(byVersion).at(-1) !== base) return undefined
    const source = textOf(files, path)
      .replace(/^[ \t]*--.*$/gm, '')
      .replace(/\[\[(?:[^\]]|\](?!\]))*(?:\]\])?/g, '')
    const names = constants(source)
    const get = (name: string) => evaluate(assigned(source, name), names)
    return {
      name: get('package'),
      // Behind the hyphen stands how often the rockspec of this version was written; `scm` and `dev` are no versions.
      version: /^v?(\d[\w.]*)-\d+$/.exec(get('version') ?? '')?.[1],
      description: get('summary'),
      license: get('license')?.replace(/\s*<[^>]*>$/, ''),
      private: get('package') === undefined,
      repository: parseRepository(get('url') ?? ''),
      homepage: get('homepage'),
      issues: get('issues_url'),
    }
  },
}

const { compare } = new Intl.Collator('en', { numeric: true })

/** A letter, as of `scm-1`, is newer than every number. */
function byVersion(one: string, other: string): number {
  return compare(versionIn(one), versionIn(other))
}

function versionIn(name: string): string {
  return name.replace(/^.*?-(?=[^-]*-\d+\.rockspec$)/, '')
}

/** Names that get their value at the margin. */
function constants(source: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const [, name = '', value = ''] of source.matchAll(/^(?:local[ \t]+)?([A-Za-z_]\w*)[ \t]*=[ \t]*(\S.*)$/gm)) {
    const known = evaluate(value, names)
    if (known !== undefined) names.set(name, known)
  }
  return names
}

/** What the first assignment to a name, or the first field of it, begins with. */
function assigned(source: string, name: string): string {
  const found = new RegExp(`(?:^|[\\s{,;])${name}[ \\t]*=(?!=)`).exec(source)
  return found ? source.slice(found.index + found[0].length) : ''
}

const operand = /\s*(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|([A-Za-z_]\w*))[ \t]*(\.\.|[,;}\r\n]|--)?/gy

/** The value of strings and known names that are joined; undefined where anything else stands among them. */
function evaluate(source: string, names: ReadonlyMap<string, string>): string | undefined {
  let text = ''
  for (const [, double, single, name = '', end] of `${source}\n`.matchAll(operand)) {
    const value = (double ?? single)?.replace(/\\(["'\\])/g, '$1') ?? names.get(name)
    if (value === undefined || end === undefined) return undefined
    text += value
    if (end !== '..') return text
  }
  return undefined
}
