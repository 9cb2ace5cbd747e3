/** Character codes that mean something in Markdown, for scans that look at one character at a time. */
export const character = {
  tab: 9,
  space: 32,
  exclamationMark: 33,
  hash: 35,
  openParenthesis: 40,
  closeParenthesis: 41,
  asterisk: 42,
  plus: 43,
  hyphen: 45,
  dot: 46,
  colon: 58,
  lessThan: 60,
  equals: 61,
  greaterThan: 62,
  questionMark: 63,
  openBracket: 91,
  backslash: 92,
  closeBracket: 93,
  caret: 94,
  underscore: 95,
  backtick: 96,
  pipe: 124,
  tilde: 126,
} as const

/** White space of ASCII, or what `charCodeAt` gives behind the end of the source. */
export function isBlank(code: number): boolean {
  return code === character.space || (code >= 9 && code <= 13) || Number.isNaN(code)
}

// A table is several times faster than comparisons: this is asked for every character of every document.
const words = Uint8Array.from({ length: 128 }, (_, code) => Number(/[A-Za-z0-9]/.test(String.fromCharCode(code))))

/** A letter or digit; everything beyond ASCII counts as a letter. */
export function isWord(code: number): boolean {
  return code > 127 || words[code] === 1
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** Length of the run of one character that starts at an offset; 0 where another one stands there. */
export function runLength(source: string, start: number, code: number): number {
  let end = start
  while (source.charCodeAt(end) === code) end++
  return end - start
}

/** Offset behind the line ending at an offset: CR LF is one. */
export function behindBreak(source: string, offset: number): number {
  return source.startsWith('\r\n', offset) ? offset + 2 : offset + 1
}
