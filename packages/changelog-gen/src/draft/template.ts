/** What names in a template stand for, without the `$`. Undefined leaves the name as it is. */
export type Values = Readonly<Record<string, string | undefined>>

/** Fills a template in one pass: what a value holds is never looked at again, so a `$NAME` in a title stays one. */
export function fill(template: string, values: Values): string {
  return template.replaceAll(/\$([A-Z_]+)/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  )
}

// A character of private use, which a title has no use for.
const guard = '\u{e000}'

/** Text in which no name is filled in, until `unguarded` takes the guard away. */
export function guarded(text: string): string {
  return text.replaceAll(/\$(?=[A-Z_])/g, `$$${guard}`)
}

/** The text as it is meant. */
export function unguarded(text: string): string {
  return text.replaceAll(guard, '')
}

/**
 * Replaces what an expression finds. In the new text, `$1` and `$&` are what was found, `\U`, `\L`, `\u` and `\l` change the case
 * of the next of them, and `\n`, `\t`, `\\` and `$$` are single characters: as in editors.
 */
export function replace(text: string, search: RegExp, by: string): string {
  return text.replace(search, (...found: unknown[]) => {
    const last = found.findIndex((one) => typeof one === 'number')
    const groups = found.slice(0, last).map((one) => (typeof one === 'string' ? one : ''))
    let cases = ''
    return by.replaceAll(/\\([\\ntuUlLE])|\$(\$|&|\d{1,2})/g, (_, operator?: string, group?: string) => {
      if (operator !== undefined && /[uUlLE]/.test(operator)) {
        cases += operator
        return ''
      }
      if (operator !== undefined) return { n: '\n', t: '\t' }[operator] ?? '\\'
      if (group === '$') return '$'
      const value = inCase(groupOf(groups, group ?? ''), cases)
      cases = ''
      return value
    })
  })
}

function groupOf(groups: readonly string[], name: string): string {
  if (name === '&' || name === '0') return groups[0] ?? ''
  if (Number(name) < groups.length) return groups[Number(name)] ?? ''
  const [first = '', rest = ''] = name
  return rest !== '' && Number(first) < groups.length ? `${groups[Number(first)]}${rest}` : `$${name}`
}

function inCase(text: string, cases: string): string {
  let at = 0
  let done = ''
  for (const character of text) {
    const operation = cases[at]
    if (operation === undefined || operation === 'E') break
    done += /u/i.test(operation) ? character.toUpperCase() : character.toLowerCase()
    if (/[ul]/.test(operation)) at++
  }
  return done + text.slice(done.length)
}

/**
 * Text of a stranger for a line of Markdown: it mentions nobody, and holds no HTML, image or control character. Code between
 * backticks stays as it is, unless backticks are to be escaped.
 */
export function plainTitle(title: string, marks = ''): string {
  return withoutMarkup(title, /(@(?=[\p{L}\p{N}]))|(<(?=[a-z/!?])|!(?=\[))|./gisu, marks)
}

/** Markdown of a stranger, who writes it to be read as such, with its images: it mentions nobody, and holds no HTML or control character. */
export function tameBody(body: string): string {
  return withoutMarkup(body, /(@(?=[\p{L}\p{N}]))|(<(?=[a-z/!?]))|./gisu)
}

/** The first group of the expression is a mention, the second the start of what is to be text. */
function withoutMarkup(text: string, markup: RegExp, marks = ''): string {
  const clean = text.replaceAll(/[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/gu, '')
  return clean
    .split(/(`[^`\n]*`)/)
    .map((part) => (/^`/.test(part) && !marks.includes('`') ? part : escaped(part, markup, marks)))
    .join('')
}

function escaped(text: string, markup: RegExp, marks: string): string {
  return text.replaceAll(markup, (character, mention?: string, opening?: string) => {
    const isMarked = marks.includes(character)
    if (mention || (isMarked && /[@#]/.test(character))) return `${character}<!---->`
    return opening || isMarked ? `\\${character}` : character
  })
}
