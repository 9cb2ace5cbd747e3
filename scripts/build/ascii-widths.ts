import { readFile } from 'node:fs/promises'
import type { Plugin } from 'esbuild'

/**
 * Keeps the widths of ASCII of the fonts that badge-maker measures texts with: badge-sync draws no other character, and the
 * widths of all of Unicode are a quarter of what would be downloaded.
 */
export const asciiWidths: Plugin = {
  name: 'ascii-widths',
  setup(build) {
    build.onLoad({ filter: /[\\/]anafanafo[\\/]data[\\/].*\.json$/ }, async ({ path }) => {
      const widths: readonly (readonly [from: number, to: number, width: number])[] = JSON.parse(
        await readFile(path, 'utf8'),
      )
      return { contents: JSON.stringify(widths.filter(([from]) => from <= 0x7e)), loader: 'json' }
    })
  },
}
