import { bracketCommand } from '../terminal.ts'

/**
 * A value as indented JSON, with a line ending.
 *
 * Reads back as the same value, and is safe to print: characters that a terminal obeys or does not show, and commands
 * of CI runners, are written with JSON escapes. (`JSON.stringify` itself escapes the C0 controls and lone surrogates.)
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2)
    .replace(/[\u007F-\u009F\p{Cf}\p{Zl}\p{Zp}]/gu, escapeUnits)
    .replace(bracketCommand(), `$1${escapeUnits('[')}`)
  return `${text}\n`
}

/** `\u005b`; two of them for a character outside the basic plane. */
function escapeUnits(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}
