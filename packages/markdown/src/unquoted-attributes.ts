import type { Code, Construct, Effects, Extension, State } from 'micromark-util-types'

/**
 * Reads tags with a `/` in a value without quotes, as `<a href=https://example.com>`: CommonMark 0.31.2 allows all there but spaces, quotes, `=`, `<`, `>` and
 * `` ` ``, but micromark 4 ends the value before the `/` and takes the tag for text (2026-11-26). Only tags in one line, and only where micromark reads none.
 */
export const unquotedAttributes: Extension = { text: { 60: { name: 'htmlText', add: 'after', tokenize } as Construct } }

const attribute = /\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?/i.source
const openTag = new RegExp(`^<[a-z][a-z0-9-]*(?:${attribute})*\\s*/?>$`, 'i')

/** Nobody writes longer ones, and what never ends may not be looked at for ever. */
const longest = 4096

function tokenize(effects: Effects, ok: State, nok: State): State {
  let tag = ''
  return function next(code: Code): State | undefined {
    if (code === null || isLineEnding(code) || tag.length > longest) return nok(code)
    if (tag === '') {
      effects.enter('htmlText')
      effects.enter('htmlTextData')
    } else if (code === codes.lessThan) return nok(code)
    tag += code < 0 ? ' ' : String.fromCodePoint(code)
    effects.consume(code)
    if (code !== codes.greaterThan || !openTag.test(tag)) return next
    effects.exit('htmlTextData')
    effects.exit('htmlText')
    return ok
  }
}

/** As micromark counts them, those that are no characters of Unicode below 0. */
const codes = { lessThan: 60, greaterThan: 62, horizontalTab: -2 } as const

function isLineEnding(code: number): boolean {
  return code < codes.horizontalTab
}
