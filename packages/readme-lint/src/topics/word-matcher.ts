/** Tells whether a text holds one of some words. */
export type WordMatcher = (text: string) => boolean

/**
 * A matcher for words, in any case. A word stands for itself and for longer ones that begin with it, unless it ends in `$`. In scripts
 * without spaces between words it is found anywhere, in others at the start of a word.
 *
 * A regular expression that says this for some hundred words takes V8 two milliseconds to compile, which is more than all else a rule does.
 */
export function wordMatcher(words: readonly string[]): WordMatcher {
  const anywhere: string[] = []
  const byStart = new Map<number, string[]>()
  for (const word of words.map((one) => one.toLowerCase())) {
    const alike = unspaced.test(word) ? anywhere : byStart.get(word.charCodeAt(0))
    if (alike) alike.push(word)
    else byStart.set(word.charCodeAt(0), [word])
  }
  return (text) => {
    const lower = text.toLowerCase()
    return startsWord(lower, byStart) || (unspaced.test(lower) && anywhere.some((word) => lower.includes(word)))
  }
}

function startsWord(text: string, byStart: ReadonlyMap<number, readonly string[]>): boolean {
  let inside = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const words = inside ? undefined : byStart.get(code)
    if (words && !isWordCharacter(text, at - 1)) {
      // No function is made here: this is asked some thousand times of each README.
      for (const word of words) if (standsAt(word, text, at)) return true
    }
    inside = isAsciiWordCharacter(code)
  }
  return false
}

function standsAt(word: string, text: string, at: number): boolean {
  if (!word.endsWith('$')) return text.startsWith(word, at)
  const end = at + word.length - 1
  return text.startsWith(word.slice(0, -1), at) && !isWordCharacter(text, end) && !goesOn(text, end)
}

/** The French "don" is a gift, and the English "don't" is none. */
function goesOn(text: string, at: number): boolean {
  return /['’]/.test(text.charAt(at)) && isWordCharacter(text, at + 1)
}

function isWordCharacter(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code < 0x80 ? isAsciiWordCharacter(code) : /[\p{L}\p{N}]/u.test(text.charAt(at))
}

function isAsciiWordCharacter(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a)
}

/** Scripts that put no spaces between words (Hiragana, Katakana, Han, Hangul), and Arabic, which writes articles and prepositions without one. */
const unspaced = /[\u0600-\u06FF\u0750-\u077F\u1100-\u11FF\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]/
