import { once } from '../cache/once.ts'
import { escapeRegExp } from '../text/escape-reg-exp.ts'

/** How a setting is declared that is such an expression. */
export const searchSchema: {
  readonly type: 'string'
  readonly format: 'search'
  readonly examples: readonly string[]
} = { type: 'string', format: 'search', examples: ['words', '/^wip/i'] }

/** An expression as configs write it: words, or `/expression/flags`. Undefined for one that is none. */
export const searchOf: (search: string) => RegExp | undefined = once((search) => {
  const [, source, flags] = /^\/(.+)\/([a-z]*)$/is.exec(search) ?? []
  try {
    return source === undefined ? new RegExp(escapeRegExp(search), 'g') : new RegExp(source, flags)
  } catch {
    return undefined
  }
})

/** True where a text holds what is searched for. */
export function isFound(text: string, search: string): boolean {
  const pattern = searchOf(search)
  // `test` goes on from where an expression with the flag `g` stopped.
  return pattern !== undefined && text.search(pattern) !== -1
}
