import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'esbuild'
import { root } from '../workspace.ts'

/** Packages that unpack a table when they are loaded, which most runs never look into: together a tenth of a short run. */
export const lateTables: Plugin = {
  name: 'late-tables',
  setup(build) {
    build.onLoad({ filter: /[\\/]entities[\\/]dist[\\/]generated[\\/]decode-data-html\.js$/ }, ({ path }) =>
      asBytes(path),
    )
    build.onLoad({ filter: /[\\/]decode-named-character-reference[\\/]index\.js$/ }, () => ({
      contents: decodeReference,
      loader: 'js',
      resolveDir: join(root, 'packages', 'markdown'),
    }))
    build.onLoad({ filter: /[\\/]github-slugger[\\/]regex\.js$/ }, ({ path }) =>
      edited(path, /export const regex = (\/.*\/g)\s*$/, (_, regex) => late(regex)),
    )
  },
}

interface Contents {
  readonly contents: string
  readonly loader: 'js'
}

/** The decoder of references walks a tree of 16-bit numbers. The package unpacks it with code of its own, Node reads bytes faster. */
async function asBytes(path: string): Promise<Contents> {
  const { htmlDecodeTree } = (await import(path)) as { readonly htmlDecodeTree: Uint16Array }
  const bytes = Buffer.from(Uint8Array.from([...htmlDecodeTree].flatMap((unit) => [unit & 0xff, unit >> 8])))
  const contents = `const bytes = Buffer.from('${bytes.toString('base64')}', 'base64')
if (new Uint8Array(Uint16Array.of(1).buffer)[0] === 0) bytes.swap16()
export const htmlDecodeTree = new Uint16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))`
  return { contents, loader: 'js' }
}

/** `entities` has the same 2,125 names, in the bytes above. */
const decodeReference = `import { decodeHTMLStrict } from 'entities/decode'
export function decodeNamedCharacterReference(value) {
  const decoded = decodeHTMLStrict('&' + value + ';')
  return decoded !== '&' + value + ';' && decoded
}`

/** An expression with thousands of ranges, made when something is first replaced with it. */
function late(regex: string): string {
  return `let made
export const regex = { [Symbol.replace]: (text, by) => text.replace((made ??= ${regex}), by) }`
}

async function edited(
  path: string,
  from: string | RegExp,
  to: string | ((found: string, group: string) => string),
): Promise<Contents> {
  const source = await readFile(path, 'utf8')
  const contents = source.replace(from, to as string)
  if (contents === source) throw new Error(`this file is otherwise than expected: ${path}`)
  return { contents, loader: 'js' }
}
