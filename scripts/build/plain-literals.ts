import { parseSync, Visitor } from 'rolldown/utils'

interface Literal {
  readonly start: number
  readonly end: number
  readonly regex: boolean
}

/**
 * The same program, its regular expressions and texts written in ASCII and without the end of a comment. What a comment cannot hold
 * has to be hidden in it, and shown again in each run: the copies of the parts were a tenth of the memory that a run with one README allocates (2026-11-27).
 */
export function withPlainLiterals(code: string): string {
  let plain = ''
  let done = 0
  for (const { start, end, regex } of literalsOf(code)) {
    const text = code.slice(start, end)
    plain += code.slice(done, start) + (regex ? plainExpression(text) : plainText(text))
    done = end
  }
  return plain + code.slice(done)
}

/** Regular expressions, strings, and the texts of templates, but of those that a function gets as they are written. */
function literalsOf(code: string): readonly Literal[] {
  const literals: Literal[] = []
  const raw = new Set<number>()
  new Visitor({
    Literal: (node) => {
      const regex = 'regex' in node
      if (regex || typeof node.value === 'string') literals.push({ start: node.start, end: node.end, regex })
    },
    TaggedTemplateExpression: ({ quasi }) => {
      for (const { start } of quasi.quasis) raw.add(start)
    },
    TemplateElement: ({ start, end }) => {
      if (!raw.has(start)) literals.push({ start, end, regex: false })
    },
  }).visit(parseSync('part.js', code).program)
  return literals.sort((a, b) => a.start - b.start)
}

/** Only a class can hold a slash, and only the end of an expression can follow a star: nothing is put between the two. */
function plainExpression(text: string): string {
  const end = text.lastIndexOf('/')
  const pattern = plainText(text.slice(0, end))
  return `${pattern}${pattern.endsWith('*') ? '(?:)' : ''}${text.slice(end)}`
}

function plainText(text: string): string {
  return text
    .replaceAll('*/', '*\\/')
    .replaceAll(/\\?([\x7f-\uffff])/g, (_, unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
