import type { Range } from '../edit.ts'

/** A piece of the text of a reStructuredText paragraph. */
export type RstPiece = Range &
  /** A `title` stands in single backquotes, without a role. */
  (
    | { readonly kind: 'text' | 'literal' | 'title'; readonly value: string }
    | { readonly kind: 'strong' | 'emphasis'; readonly value: string }
    /** What a role makes of a text: `` :pep:`8` ``. */
    | { readonly kind: 'role'; readonly role: string; readonly value: string }
    /** `` _`a place` ``, which a name leads to. */
    | { readonly kind: 'place'; readonly value: string }
    /** An address of mail, as it is. */
    | { readonly kind: 'mail'; readonly value: string }
    /** `[1]_`, `[#name]_` */
    | { readonly kind: 'note'; readonly value: string }
    /** `` `text <address>`_ ``, whose text is then a name, or an address as it is. */
    | { readonly kind: 'link'; readonly value: string; readonly address: Range; readonly isNamed?: boolean }
    /** `name_`, `` `a name`_ ``; without a name it leads to the next anonymous target. */
    | { readonly kind: 'reference'; readonly value: string; readonly name: string | undefined }
    /** `|name|`, and where it leads if `_` follows. */
    | { readonly kind: 'substitution'; readonly name: string; readonly leads: '' | '_' | '__' }
  )

/** Inline markup does not reach further than this; without a bound, each of many openings would be sought an end to the last line. */
export const reach = 2000

/** What may follow inline markup: white space, a closing sign or a separator. */
export const behind: string = String.raw`(?=$|[\s"')>\]}\-/:.,;!?\\]|(?![\0-\x7f])[\p{Pe}\p{Pf}\p{Pi}\p{Pd}\p{Po}])`

const tokens = new RegExp(
  [
    String.raw`(?<escaped>\\[\s\S])`,
    // Behind white space, an opening sign or a separator, and before white space or punctuation; a quoted star is a star.
    String.raw`(?<![^\s"'([{<\-/:])(?<!["'([{<](?=\*{1,2}["')\]}>]))(?:\*\*(?=\S)(?<strong>(?:(?!\*\*)[^\\]){1,REACH})(?<!\s)\*\*|\*(?=[^\s*])(?<emphasis>[^*\\]{1,REACH})(?<!\s)\*)(?![\p{L}\p{N}*_])`,
    // What follows its end must end it: other backquotes are a part of it.
    '``(?=\\S)(?<literal>(?:(?!(?<!\\s)``BEHIND)[\\s\\S]){1,500})``BEHIND',
    '(?<![\\p{L}\\p{N}_])_`(?=[^\\s`])(?<place>[^`\\\\]{1,REACH})(?<!\\s)`',
    String.raw`\[(?<note>\d{1,9}|\*|#?(?:[\p{L}\p{N}](?:[-_.:+]?[\p{L}\p{N}]){0,100})?)\]_(?![\p{L}\p{N}_])`,
    '(?<!`)(?<role>:[\\w.+:-]{1,50}:)?`(?=[^\\s`])(?<phrase>(?:\\\\[\\s\\S]|[^`\\\\]){1,REACH})`(?<phraseEnd>__?)?(?<roleBehind>:[\\w.+-]{1,50}:)?',
    String.raw`(?<![^\s"'([{<\-/:])\|(?=[^\s|])(?<substitution>[^|\n]{1,200})(?<!\s)\|(?<substitutionEnd>__?)?BEHIND`,
    String.raw`(?<![\w/])(?<url>(?:https?|ftp):\/\/[^\s<>"\x60\\|]{1,REACH}|mailto:[^\s<>"\x60\\|]{1,REACH})`,
    String.raw`(?<![\w.+@-])(?<mail>[a-zA-Z0-9](?:[\w.+-]{0,100}\w)?@[a-zA-Z0-9-]{1,100}(?:\.[a-zA-Z0-9-]{1,100}){1,9})(?<![-.])`,
    String.raw`(?<![\p{L}\p{N}_.:+-])(?<word>[\p{L}\p{N}](?:[-_.:+]?[\p{L}\p{N}]){0,100})(?<wordEnd>__?)BEHIND`,
  ]
    .join('|')
    .replaceAll('REACH', String(reach))
    .replaceAll('BEHIND', behind),
  'gu',
)

/** Reads the inline markup of a range. Nothing is nested in anything. */
export function readInline(source: string, range: Range): RstPiece[] {
  const pieces: RstPiece[] = []
  const written = source.slice(range.start, range.end)
  let done = 0
  for (const match of written.matchAll(tokens)) {
    const start = range.start + match.index
    const piece = pieceOf(match.groups as Groups, match[0], start)
    if (match.index > done) pieces.push(plain(written.slice(done, match.index), range.start + done))
    pieces.push(piece)
    done = piece.end - range.start
    // What an address ends with may belong to the sentence.
    if (piece.end < start + match[0].length) pieces.push(plain(match[0].slice(piece.end - start), piece.end))
    done = match.index + match[0].length
  }
  if (done < written.length) pieces.push(plain(written.slice(done), range.start + done))
  return pieces
}

type Groups = Readonly<Record<string, string | undefined>>

function pieceOf(groups: Groups, written: string, start: number): RstPiece {
  const { escaped, literal, strong, emphasis, place, note, phrase, substitution, url, mail, word } = groups
  const range = { start, end: start + written.length }
  if (escaped !== undefined) return { ...range, kind: 'text', value: unescaped(escaped) }
  if (literal !== undefined) return { ...range, kind: 'literal', value: literal }
  if (strong !== undefined) return { ...range, kind: 'strong', value: strong }
  if (emphasis !== undefined) return { ...range, kind: 'emphasis', value: emphasis }
  if (place !== undefined) return { ...range, kind: 'place', value: spaced(place) }
  if (note !== undefined) return { ...range, kind: 'note', value: note }
  if (substitution !== undefined) {
    return {
      ...range,
      kind: 'substitution',
      name: substitution,
      leads: (groups.substitutionEnd ?? '') as '' | '_' | '__',
    }
  }
  if (url !== undefined) return standalone(url, start)
  if (mail !== undefined) return { ...range, kind: 'mail', value: mail }
  if (word !== undefined)
    return { ...range, kind: 'reference', value: word, name: groups.wordEnd === '_' ? word : undefined }
  const role = (groups.role ?? groups.roleBehind)?.slice(1, -1)
  if (role !== undefined) return { ...range, kind: 'role', role, value: spaced(unescaped(phrase as string)) }
  return readPhrase(phrase as string, groups.phraseEnd, { ...range, inside: start + written.indexOf('`') + 1 })
}

/** With one blank for each run of white space. */
export function spaced(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}

function plain(written: string, start: number): RstPiece {
  return { start, end: start + written.length, kind: 'text', value: written }
}

/** An address in the text, without the punctuation behind it. */
function standalone(url: string, start: number): RstPiece {
  const punctuation = url.includes('(') ? `.,:;!?'"*_]}` : `.,:;!?'"*_]})`
  let length = url.length
  while (punctuation.includes(url.charAt(length - 1))) length--
  const range = { start, end: start + length }
  return { ...range, kind: 'link', value: url.slice(0, length), address: range }
}

function readPhrase(
  phrase: string,
  end: string | undefined,
  { inside, ...range }: Range & { readonly inside: number },
): RstPiece {
  const value = spaced(unescaped(phrase))
  if (end === undefined) return { ...range, kind: 'title', value }
  const open = phrase.endsWith('>') ? phrase.lastIndexOf('<') : -1
  // White space stands in front of an address, and no other bracket in it.
  if (open === -1 || /\S$/.test(phrase.slice(0, open)) || phrase.indexOf('>', open) < phrase.length - 1)
    return { ...range, kind: 'reference', value, name: end === '_' ? value : undefined }
  const address = { start: inside + open + 1, end: inside + phrase.length - 1 }
  const written = phrase.slice(open + 1, -1)
  const text = spaced(unescaped(phrase.slice(0, open))).trim() || written
  const name = aliasIn(written)
  return name === undefined
    ? { ...range, kind: 'link', value: text, address, isNamed: end === '_' }
    : { ...range, kind: 'reference', value: text, name }
}

/** Text without the backslashes: before white space they take it along. */
export function unescaped(text: string): string {
  return text.replaceAll(/\\(\s?)([^\s]?)/g, '$2')
}

/** An address as it is written, over lines and with escapes, as it is meant. */
export function addressOf(written: string): string {
  return unescaped(written.replaceAll(/\s+/g, ''))
}

/** The name in `name_`, which leads where that name does. */
export function aliasIn(address: string): string | undefined {
  return /^`?([^`/:]+)`?(?<!\\)_$/.exec(address.trim())?.[1]
}
