import { parseRepository } from '../forge.ts'
import type { ManifestFacts, ManifestReader } from './manifest.ts'
import { textOf } from './parse.ts'
import { evaluateAddress, evaluateAll } from './static.ts'
import { text } from './values.ts'

/** A gemspec, as far as its assignments are plain strings. Ruby is never run. */
export const rubygems: ManifestReader = {
  ecosystem: 'rubygems',
  files: [/\.gemspec$/],
  async read(files, path): Promise<ManifestFacts | undefined> {
    const source = textOf(files, path).replace(/^[ \t]*#.*$/gm, '')
    const [, spec] = /Gem::Specification\.new\b[^|\n]*\|\s*(\w+)\s*\|/.exec(source) ?? []
    if (spec === undefined) return undefined
    const assigned = assignments(source, spec)
    const names = knownNames(source, spec, assigned)
    const get = (attribute: string) => evaluateAll(assigned.get(attribute) ?? '', names)
    const links = metadata(source)
    const link = (key: string) => evaluateAll(links.get(key) ?? '', names)
    return {
      name: get('name'),
      version: get('version'),
      description: get('summary') ?? get('description'),
      license: get('license') ?? text(listed(assigned.get('licenses')).join(' OR ')),
      repository: parseRepository(evaluateAddress(links.get('source_code_uri') ?? '', names) ?? ''),
      homepage: get('homepage') ?? link('homepage_uri'),
      documentation: link('documentation_uri'),
      changelog: link('changelog_uri'),
      issues: link('bug_tracker_uri'),
      funding: [link('funding_uri') ?? ''],
      commands: listed(assigned.get('executables')),
    }
  },
}

/** Right-hand sides of `spec.attribute = …`; the first stands, as a later one is in a branch. */
function assignments(source: string, spec: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const lines = source.matchAll(new RegExp(`^[ \\t]*${spec}\\.(\\w+)[ \\t]*(?:=|<<)[ \\t]*(\\S.*)$`, 'gm'))
  for (const [, attribute = '', value = ''] of lines) if (!found.has(attribute)) found.set(attribute, value)
  return found
}

/** Local variables and the specification's own attributes, where they are plain strings. */
function knownNames(source: string, spec: string, assigned: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const [, name = '', value = ''] of source.matchAll(/^[ \t]*([a-z_]\w*)[ \t]*=[ \t]*(["'].*)$/gm)) {
    const known = evaluateAll(value, names)
    if (known !== undefined) names.set(name, known)
  }
  for (const [attribute, value] of assigned) {
    const known = evaluateAll(value, names)
    if (known !== undefined) names.set(`${spec}.${attribute}`, known)
  }
  return names
}

/** Links in `metadata`, however it is filled: `metadata["key"] = …` or a hash. */
function metadata(source: string): ReadonlyMap<string, string> {
  const entries = source.matchAll(/(?:["':]|\b)(\w+_uri)["']?(?:\]\s*=|\s*=>|:)\s*(\S.*)$/gm)
  return new Map([...entries].map(([, key = '', value = '']) => [key, value]))
}

/** `["a", "b"]`, `%w[a b]` or one string. */
function listed(value = ''): string[] {
  const [, words] = /^%w[[({]([^\])}]*)[\])}]/.exec(value) ?? []
  if (words !== undefined) return words.split(/\s+/).filter(Boolean)
  if (/[#{}*`]|\bDir\b|\bmap\b/.test(value)) return []
  return [...value.matchAll(/(["'])([^"'\n]+)\1/g)].map(([, , item]) => item ?? '')
}
