import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Plugin } from 'esbuild'

/** The lines of satteri's loader that say where it looks for the native code. */
const here = 'createRequire(import.meta.url)'
const folderHere = "new URL('.', import.meta.url).pathname"

/**
 * Bundles the JavaScript of satteri, which is the larger part of loading it, and leaves its native code where the user has
 * it. That must be of the very version that is bundled: for another one nobody has shown that its trees are equal.
 */
export const satteri: Plugin = {
  name: 'satteri',
  setup(build) {
    build.onLoad({ filter: /[\\/]satteri[\\/]index\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      if (!source.includes(here)) throw new Error(`satteri loads its native code otherwise than expected: ${path}`)
      const { version } = JSON.parse(await readFile(join(dirname(path), 'package.json'), 'utf8')) as { version: string }
      const contents = source
        .replace(here, 'createRequire(createRequire(import.meta.filename).resolve("satteri"))')
        .replace(folderHere, 'import.meta.dirname')
        .replace('let nativeBinding = null', `let nativeBinding = null\n${versionCheck(version)}`)
      return { contents, loader: 'js' }
    })
  },
}

function versionCheck(version: string): string {
  return `if (require('../package.json').version !== '${version}') throw new Error('satteri is there, but not in version ${version}')`
}
