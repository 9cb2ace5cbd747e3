import { attempt } from '@frontdoor/kit/attempt'

/** Settings of one level of npm's configuration, by their keys. */
export type NpmSettings = ReadonlyMap<string, string>

/** Reads a file `.npmrc`, in the dialect of INI that npm reads: the first section, the last of equal keys, values as they are written; those of a list as lines. */
export function parseNpmrc(text: string): NpmSettings {
  const settings = new Map<string, string>()
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    // What stands in a section is no setting of npm's.
    if (/^\s*\[[^\]]*\]\s*$/.test(line)) break
    const sign = line.indexOf('=')
    const key = plain(line.slice(0, Math.max(sign, 0)))
    if (key === '') continue
    const value = plain(line.slice(sign + 1))
    const list = key.endsWith('[]') ? key.slice(0, -2) : undefined
    if (list === undefined) settings.set(key, value)
    else settings.set(list, [...(settings.has(list) ? [settings.get(list)] : []), value].join('\n'))
  }
  return settings
}

/** Without quotes, or without escapes and what stands behind a comment sign. */
function plain(written: string): string {
  const text = written.trim()
  const [, quote, inside] = /^(["'])(.*)\1$/s.exec(text) ?? []
  if (inside === undefined) return text.replaceAll(/\\([\\;#])|[;#].*$/g, (_, sign = '') => sign).trim()
  return (quote === '"' ? attempt(() => String(JSON.parse(text))) : undefined) ?? inside
}

/** The settings that the environment gives npm. */
export function npmSettingsOf(env: Readonly<Record<string, string | undefined>>): NpmSettings {
  const settings = new Map<string, string>()
  for (const [name, value] of Object.entries(env)) {
    const [, key] = /^npm_config_(.+)$/is.exec(name) ?? []
    if (key === undefined || !value) continue
    // Credentials are named by addresses, in which case and underscores count.
    settings.set(key.startsWith('//') ? key : key.replaceAll(/(?!^)_/g, '-').toLowerCase(), value)
  }
  return settings
}

/** True for a text that takes something from the environment. */
export function asksEnvironment(text: string): boolean {
  return /\$\{[^${}]+\}/.test(text)
}

/** Puts variables of the environment in for `${NAME}`; undefined where one of them is not there. `${NAME?}` may be. */
export function filled(text: string, env: Readonly<Record<string, string | undefined>>): string | undefined {
  let isWhole = true
  const result = text.replaceAll(/(?<!\\)(\\*)\$\{([^${}?]+)(\?)?\}/g, (all, escapes: string, name: string, may) => {
    if (escapes.length % 2 === 1) return all.slice((escapes.length + 1) / 2)
    const value = Object.hasOwn(env, name) ? env[name] : undefined
    if (value === undefined && !may) isWhole = false
    return escapes.slice(escapes.length / 2) + (value ?? '')
  })
  return isWhole ? result : undefined
}
