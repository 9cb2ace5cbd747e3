/** What an expression of Lisp's form is: a word or a string, or a list of such. */
export type Sexp = string | readonly Sexp[]

/** A string that is not closed goes to the end, so that no other is looked for in it. */
const token = /;[^\n]*|"(?:[^"\\]|\\[\s\S])*"?|[()]|[^\s()";]+/g

/** The expressions of a file of dune. A list that is not closed ends with the file. */
export function readSexps(source: string): readonly Sexp[] {
  const top: Sexp[] = []
  const open: Sexp[][] = [top]
  for (const [text] of source.matchAll(token)) {
    if (text === '(') {
      const list: Sexp[] = []
      open.at(-1)?.push(list)
      open.push(list)
    } else if (text === ')') {
      if (open.length > 1) open.pop()
    } else if (!text.startsWith(';')) open.at(-1)?.push(text.startsWith('"') ? plain(text.replace(/^"|"$/g, '')) : text)
  }
  return top
}

/** A backslash at the end of a line joins it with the next one. */
function plain(text: string): string {
  return text.replace(/\\\n\s*/g, '').replace(/\\(["\\])/g, '$1')
}

/** The lists that begin with a word, without it. */
export function listsOf(expressions: readonly Sexp[], word: string): (readonly Sexp[])[] {
  return expressions.flatMap((one) => (typeof one !== 'string' && one[0] === word ? [one.slice(1)] : []))
}

/** The one text behind a word: `(name larder)`. */
export function textIn(expressions: readonly Sexp[], word: string): string | undefined {
  const [first] = listsOf(expressions, word)[0] ?? []
  return typeof first === 'string' ? first : undefined
}
