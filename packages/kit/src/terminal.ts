import { styleText } from 'node:util'

/** Colours and weights as `styleText` of Node names them. */
export type Style = Parameters<typeof styleText>[0]

/** Puts a style around text, or leaves it plain. */
export type Paint = (style: Style, text: string) => string

// Nearly every text is of this kind, and the expressions below are slow, to make and to use.
const plain = /^[ -~]*$/
const signs = /##|::/

/**
 * Text from anywhere as one line that is safe to print: what a terminal or a CI runner would obey, and what would not
 * be seen, is shown as `\u{…}`. Zero-width joiners stay, because emoji and several scripts need them.
 */
export function printable(text: string): string {
  if (plain.test(text) && !signs.test(text)) return text
  return text
    .replace(invisible(), escaped)
    .replace(bracketCommand(), `$1${escaped('[')}`)
    .replace(colonCommand(), `$1${escaped(':')}`)
}

/** Control characters, invisible format characters (bidi controls among them), line separators, halves of surrogate pairs. */
function invisible(): RegExp {
  return /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu
}

/**
 * `##[command]`, which the runner of GitHub Actions obeys anywhere in a line (ActionCommand.cs, read 2026-11-22); Azure
 * Pipelines and TeamCity write `##vso[` and `##teamcity[`. The runner compares by culture, which skips characters that
 * are ignorable by default, so a zero-width character between the signs protects nobody. Captures all but the bracket.
 */
export function bracketCommand(): RegExp {
  return /(#\p{DI}*#[\p{DI}\w]*)\[/gu
}

/** `::command::`, which the runner obeys at the start of a line, after blanks. */
function colonCommand(): RegExp {
  return /^([\s\p{DI}]*):(?=\p{DI}*:)/u
}

/** Paints when colour is wanted, whatever the streams and the environment of this process are. */
export function painter(color: boolean): Paint {
  return color ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text
}

/** A terminal link (OSC 8) around text. */
export function hyperlink(text: string, url: string): string {
  const target = wellFormed(url).replace(/[^!-~]/gu, encodeURIComponent)
  return `\u001B]8;;${target}\u001B\\${text}\u001B]8;;\u001B\\`
}

/** The text with a replacement character for each half of a surrogate pair, which UTF-8 cannot write. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD')
}

/** A character as `\u{1b}`. */
export function escaped(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`
}
