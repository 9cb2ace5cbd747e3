import type { Io, Output } from '../io.ts'
import type { Look } from '../report.ts'

/** When to colour: `auto` means on a terminal, unless the environment says otherwise. */
export type ColorSetting = 'auto' | 'always' | 'never'

/** How text may look on standard output. `NO_COLOR` wins over `FORCE_COLOR`, and the setting wins over both. */
export function lookOf(io: Pick<Io, 'env' | 'stdout'>, setting: ColorSetting): Look {
  return {
    color: wantsColor(io, setting),
    ...(io.stdout.columns !== undefined && { columns: io.stdout.columns }),
    hyperlinks: io.stdout.isTTY && setting !== 'never' && showsHyperlinks(io.env),
  }
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
