import { parseAst } from 'rolldown/parseAst'

interface Literal {
  readonly start: number
  readonly end: number
  readonly value: unknown
  readonly regex?: unknown
}

/**
 * The same program, its regular expressions and strings written in ASCII and without the end of a comment. What a comment cannot hold
 * has to be hidden in it, and shown again in each run; to copy the parts for that took 10 of 190 ms (2026-11-27).
 */
export function withPlainLiterals(code: string): string {
  let plain = ''
  let done = 0
  for (const { start, end, regex } of literalsIn(parseAst(code))) {
    const text = code.slice(start, end)
    plain += code.slice(done, start) + (regex ? plainExpression(text) : plainString(text))
    done = end
  }
  return plain + code.slice(done)
}

/** Those of regular expressions and strings, in their order. */
function literalsIn(node: unknown): readonly Literal[] {
  if (typeof node !== 'object' || node === null) return []
  if ('type' in node && node.type === 'Literal') {
    const literal = node as unknown as Literal
    return literal.regex || typeof literal.value === 'string' ? [literal] : []
  }
  return Object.values(node)
    .flatMap(literalsIn)
    .sort((a, b) => a.start - b.start)
}

/** Only a class can hold a slash, and only the end of an expression can follow a star: nothing is put between the two. */
function plainExpression(text: string): string {
  const end = text.lastIndexOf('/')
  const pattern = plainString(text.slice(0, end))
  return `${pattern}${pattern.endsWith('*') ? '(?:)' : ''}${text.slice(end)}`
}

function plainString(text: string): string {
  return text
    .replaceAll('*/', '*\\/')
    .replaceAll(/\\?([\x80-\uffff])/g, (_, unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
