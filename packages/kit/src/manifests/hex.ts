import { parseRepository } from '../forge.ts'
import type { ManifestFacts, ManifestReader } from './manifest.ts'
import { textOf } from './parse.ts'
import { evaluateAddress, evaluateAll } from './static.ts'

/** mix.exs of Elixir, as far as its keywords are plain strings. Elixir is never run. */
export const hex: ManifestReader = {
  ecosystem: 'hex',
  files: ['mix.exs'],
  async read(files, path): Promise<ManifestFacts | undefined> {
    const source = textOf(files, path).replace(/^[ \t]*#.*$/gm, '')
    if (!/\buse\s+Mix\.Project\b/.test(source)) return undefined
    const names = attributes(source)
    const project = source.slice(source.search(/\bdef\s+project\b/))
    const keyword = (name: string) => new RegExp(`\\b${name}:\\s*(\\S.*)`).exec(project)?.[1] ?? ''
    const get = (name: string) => evaluateAll(keyword(name), names)
    const links = linksOf(source)
    const link = (pattern: RegExp) => evaluateAll(links.find(([label]) => pattern.test(label))?.[1] ?? '', names)
    const umbrella = get('apps_path')
    return {
      name: /^:(\w+)/.exec(keyword('app'))?.[1],
      version: get('version'),
      description: get('description'),
      license: /^\[\s*"([^"]+)"\s*\]/.exec(keyword('licenses'))?.[1],
      // Hex publishes nothing without a `package`.
      private: !/\bpackage:/.test(source),
      repository: parseRepository(
        evaluateAddress(keyword('source_url'), names) ?? link(/^(?:git ?hub|git ?lab|source)/i) ?? '',
      ),
      homepage: get('homepage_url'),
      documentation: link(/^doc/i),
      changelog: link(/^change/i),
      issues: link(/^(?:issue|bug)/i),
      links: links.flatMap(([, value]) => evaluateAll(value, names) ?? []),
      funding: [link(/^(?:sponsor|fund|donat)/i) ?? ''],
      members: umbrella ? [`${umbrella}/*`] : [],
    }
  },
}

/** Module attributes that are plain strings. */
function attributes(source: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const [, name = '', value = ''] of source.matchAll(/^[ \t]*(@[a-z_]\w*)[ \t]+(".*)$/gm)) {
    const known = evaluateAll(value, names)
    if (known !== undefined) names.set(name, known)
  }
  return names
}

/** The entries of `links: %{…}`, label and expression. */
function linksOf(source: string): (readonly [string, string])[] {
  const [, start = ''] = /\blinks:\s*%\{([\s\S]*)/.exec(source) ?? []
  const [block = ''] = /^(?:[^}#]|#(?!\{)|#\{[^}]*\})*/.exec(start) ?? []
  const entries = block.matchAll(/(?:"([^"\n]+)"\s*=>|\b([a-z]\w*):)\s*((?:"|@)[^\n]*)/gi)
  return [...entries].map(([, text, keyword, value = '']) => [text ?? keyword ?? '', value] as const)
}
