import { escapeRegExp } from '../text/escape-reg-exp.ts'

/** How a setting is declared that is such an expression. */
export const searchSchema: {
  readonly type: 'string'
  readonly format: 'search'
  readonly examples: readonly string[]
} = { type: 'string', format: 'search', examples: ['words', '/^wip/i'] }

const known = new Map<string, RegExp | undefined>()

/** An expression as configs write it: words, or `/expression/flags`. Undefined for one that is none. */
export function searchOf(search: string): RegExp | undefined {
  if (!known.has(search)) known.set(search, compiled(search))
  return known.get(search)
}

/** True where a text holds what is searched for. */
export function isFound(text: string, search: string): boolean {
  const pattern = searchOf(search)
  // `test` goes on from where an expression with the flag `g` stopped.
  return pattern !== undefined && text.search(pattern) !== -1
}

function compiled(search: string): RegExp | undefined {
  const [, source, flags] = /^\/(.+)\/([a-z]*)$/is.exec(search) ?? []
  try {
    return source === undefined ? new RegExp(escapeRegExp(search), 'g') : new RegExp(source, flags)
  } catch {
    return undefined
  }
}
