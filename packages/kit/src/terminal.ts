import type { Io, Output } from './io.ts'
import type { Look } from './report.ts'

/** When to colour: `auto` means on a terminal, unless the environment says otherwise. */
export type ColorSetting = 'auto' | 'always' | 'never'

// C0 and C1 controls but the tab, line separators, and the bidirectional controls that reorder what a reader sees
// (https://trojansource.codes). Joiners stay: emoji need them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it is about.
const unprintable = /[\0-\x08\n-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

/**
 * Untrusted text as one line that is safe on a terminal: control and bidirectional characters become escapes such as
 * `\n`, `\x1b` and `\u202e`; the tab stays.
 */
export function printable(text: string): string {
  return text.replace(unprintable, escapeCharacter)
}

/** Like `printable`, but line feeds stay. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n')
}

/** How text may look on standard output. `NO_COLOR` wins over `FORCE_COLOR`, and the setting wins over both. */
export function lookOf(io: Pick<Io, 'env' | 'stdout'>, setting: ColorSetting): Look {
  return {
    color: wantsColor(io, setting),
    hyperlinks: io.stdout.isTTY && setting !== 'never' && showsHyperlinks(io.env),
  }
}

function escapeCharacter(character: string): string {
  if (character === '\n') return '\\n'
  if (character === '\r') return '\\r'
  const code = character.charCodeAt(0)
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`
}

function wantsColor({ env, stdout }: { env: Io['env']; stdout: Output }, setting: ColorSetting): boolean {
  if (setting !== 'auto') return setting === 'always'
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR !== undefined) return !['0', 'false'].includes(env.FORCE_COLOR)
  return stdout.isTTY && env.TERM !== 'dumb'
}

// Terminals that are known to follow OSC 8; others may print its bytes.
function showsHyperlinks(env: Io['env']): boolean {
  if (env.CI || env.TERM === 'dumb') return false
  if (env.WT_SESSION || env.KONSOLE_VERSION || Number(env.VTE_VERSION) >= 5000) return true
  if (['xterm-kitty', 'xterm-ghostty', 'alacritty', 'foot'].includes(env.TERM ?? '')) return true
  return ['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'WarpTerminal'].includes(env.TERM_PROGRAM ?? '')
}
