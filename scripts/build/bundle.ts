import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { build, type Message, type Metafile, type OutputFile, transform } from 'esbuild'
import { minify } from 'rolldown/utils'
import type { Tool } from '../workspace.ts'
import { asciiWidths } from './ascii-widths.ts'
import { lateTables } from './late-tables.ts'
import { noExecutables } from './no-executables.ts'
import { onlyRequests } from './only-requests.ts'
import { withPlainLiterals } from './plain-literals.ts'
import { previewAssets } from './preview-assets.ts'
import { satteri } from './satteri.ts'
import { sharedEntities } from './shared-entities.ts'

/** A tool as one file that needs nothing beside it. */
export interface Bundle {
  readonly code: string
  /** What programs import: a module that takes its parts from the file beside it; undefined for a tool without `src/index.ts`. */
  readonly module: string | undefined
  /** Source files that left at least a byte in the code, relative to the workspace, sorted. */
  readonly inputs: readonly string[]
}

const target = 'node20.19'

/**
 * Bundles a tool's `src/cli.ts`, and its `src/index.ts`, which shares most of it. The same sources give the same bytes, in whatever folder they lie.
 *
 * @throws {Error} when a source does not bundle, or uses what one file cannot have (`import.meta.url`)
 */
export async function bundle(tool: Tool, workspace: string): Promise<Bundle> {
  const result = await build({
    absWorkingDir: workspace,
    entryPoints: entries(tool).map((entry) => relative(workspace, entry)),
    // esbuild splits only ES modules; `asCommonJs` turns the parts over afterwards.
    format: 'esm',
    splitting: true,
    outdir: 'out',
    chunkNames: '[hash]',
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    platform: 'node',
    target,
    // UMD files, the `main` of some packages, hide their imports from a bundler.
    mainFields: ['module', 'main'],
    plugins: [satteri, noExecutables, asciiWidths, lateTables, sharedEntities, onlyRequests, previewAssets],
    define: {
      __VERSION__: JSON.stringify(tool.version),
      'import.meta.filename': '__filename',
      'import.meta.dirname': '__dirname',
    },
    // The licences stand in a file of their own.
    legalComments: 'none',
    logLevel: 'silent',
    // CommonJS has none; said here, the message names the source file.
    supported: { 'top-level-await': false },
  })
  refuseWarnings(tool, result.warnings)
  const parts = await Promise.all(result.outputFiles.map((file) => asCommonJs(tool, file, result.metafile)))
  const used = Object.values(result.metafile.outputs).flatMap((output) => Object.entries(output.inputs))
  const exported = Object.entries(result.metafile.outputs).find(([path]) => basename(path) === 'index.js')?.[1].exports
  return {
    ...(await oneFile(tool, shortlyNamed(parts), exported)),
    inputs: [...new Set(used.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path))].sort(),
  }
}

/** What a user types, and what a program imports where there is that. */
function entries({ folder }: Tool): readonly string[] {
  const source = join(folder, 'src')
  return [join(source, 'cli.ts'), join(source, 'index.ts')].filter((path) => existsSync(path))
}

/** A part of the program that is evaluated on its own when something first imports it. */
type Part = readonly [name: string, code: string]

async function asCommonJs(tool: Tool, file: OutputFile, metafile: Metafile): Promise<Part> {
  const { code, warnings } = await transform(file.text, {
    format: 'cjs',
    platform: 'node',
    target,
    // `import('./part.js')` becomes a promise of `require('./part.js')`, and so reaches `load` below.
    supported: { 'dynamic-import': false },
    logLevel: 'silent',
  })
  refuseWarnings(tool, warnings)
  const name = basename(file.path)
  const direct = withoutInterop(code)
  return [`./${name}`, isImportedCommonJs(name, metafile) ? `${direct}${nameExports}` : direct]
}

/**
 * esbuild copies what `require` brings, and what it exports, since either might be any CommonJS module. Here each part is what an ES
 * module was, so that the names of one are there for another as they are: copied, each use of one called a function more.
 */
function withoutInterop(code: string): string {
  return code
    .replace(
      /^module\.exports = __toCommonJS\((\w+)\);$/m,
      'module.exports = __defProp($1, "__esModule", { value: true });',
    )
    .replaceAll(/__toESM\((require\("\.\/[\w.]+"\))\)/g, '$1')
    .replace(/^0 && \(module\.exports = \{[^}]*\}\);$/m, '')
}

/** True for a part that stands for a CommonJS module behind an `import()`. */
function isImportedCommonJs(name: string, { inputs, outputs }: Metafile): boolean {
  const [, output] = Object.entries(outputs).find(([path]) => basename(path) === name) ?? []
  return output?.entryPoint !== undefined && inputs[output.entryPoint]?.format === 'cjs'
}

/** The names that esbuild gives to parts are of their content, and so no compression gets rid of them: they were a hundredth of a package. */
function shortlyNamed(parts: readonly Part[]): readonly Part[] {
  const hashed = parts.map(([name]) => name).filter((name) => /^\.\/[A-Z\d]{8}\.js$/.test(name))
  const short = new Map(hashed.toSorted().map((name, index) => [name, `./${index.toString(36)}.js`]))
  const shortOf = (name: string) => short.get(name) ?? name
  return parts.map(
    ([name, code]): Part => [
      shortOf(name),
      code.replaceAll(/"(\.\/[A-Z\d]{8}\.js)"/g, (_, required: string) => `"${shortOf(required)}"`),
    ],
  )
}

// esbuild exports such a module as `default` alone; Node names its properties, too.
const nameExports = 'module.exports={...module.exports.default,...module.exports,__esModule:!0}'

/**
 * Ends a build that esbuild is not sure of.
 *
 * @throws {Error} with a line for each warning
 */
function refuseWarnings(tool: Tool, warnings: readonly Message[]): void {
  if (warnings.length === 0) return
  const lines = warnings.map(({ location, text }) => `${location?.file ?? ''}:${location?.line ?? ''} ${text}`)
  throw new Error(`${tool.name} does not bundle cleanly:\n${lines.join('\n')}`)
}

/**
 * Puts the parts into one file, behind the loader in a comment. V8 skips a comment faster than it reads code or a string,
 * so `--version` costs the same however much the tool grows, and a run pays for the parts that it uses.
 */
async function oneFile(
  tool: Tool,
  parts: readonly Part[],
  exported: readonly string[] | undefined,
): Promise<Pick<Bundle, 'code' | 'module'>> {
  const functions = await Promise.all(parts.map(async ([name, code]) => [name, await asFunction(name, code)] as const))
  const sorted = functions
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, code]): Part => [name, inComment(withPlainLiterals(code))])
  const text = sorted.map(([, code]) => code).join('\n')
  const defined = {
    __ID__: JSON.stringify(`${tool.name}-${hash(text)}`),
    __PARTS__: JSON.stringify(placesOf(sorted, text.length)),
  }
  const about = `// ${tool.name} ${tool.version}, MIT. What it is made of: THIRD-PARTY-LICENSES.txt. Source: packages/${basename(tool.folder)}`
  return {
    code: `#!/usr/bin/env node
${about}
// It runs as CommonJS, which starts faster, and as an ES module, where a package around it says so.
'use strict'
${await loader({ ...defined, __ENTRY__: '"./cli.js"', __MODULE__: 'false' })}function parts() {/*
${text}
*/}
`,
    module:
      exported &&
      `${about}
${await loader({ ...defined, __ENTRY__: '"./index.js"', __MODULE__: 'true' })}
export const { ${exported.join(', ')} } = load('./index.js')
`,
  }
}

async function loader(define: Readonly<Record<string, string>>): Promise<string> {
  const source = await readFile(join(import.meta.dirname, 'loader.ts'), 'utf8')
  const { code, warnings } = await transform(source, { loader: 'ts', minifySyntax: true, target, define })
  if (warnings.length > 0) throw new Error(`loader.ts does not compile cleanly: ${warnings[0]?.text}`)
  return code
}

/** For each part how far before the end of the comment it starts, and its length: the loader in front may have any length. */
type Places = Readonly<Record<string, readonly [fromEnd: number, length: number]>>

function placesOf(parts: readonly Part[], length: number): Places {
  let fromEnd = length
  return Object.fromEntries(
    parts.map(([name, code]) => {
      const place = [fromEnd, code.length] as const
      fromEnd -= code.length + '\n'.length
      return [name, place]
    }),
  )
}

/**
 * What Node makes of a CommonJS module, too. It is done here, since to put a text together from parts means to copy it. esbuild has seen
 * the whole program and shortened that; of a function, oxc's minifier leaves a twentieth less to download (2026-11-27).
 */
async function asFunction(name: string, code: string): Promise<string> {
  // An expression that nothing uses would be gone.
  const use = 'module.exports='
  const source = `${use}function(require,module,__filename,__dirname){${code.trimEnd()}\n}`
  const result = await minify(name, source, { module: false, compress: { target }, mangle: true })
  const [error] = result.errors
  if (error || !result.code.startsWith(use)) throw new Error(`${name} does not minify: ${error?.message}`)
  return `(${result.code.slice(use.length).replace(/;?\s*$/, '')})`
}

/**
 * Ends the comment nowhere, and is ASCII, which Node reads faster: behind a DEL, the loader takes a slash or the number of a
 * UTF-16 unit.
 */
function inComment(code: string): string {
  return code.replaceAll(/\*\/|[\x7f-\uffff]/g, (found) =>
    found === '*/' ? '*\x7f/' : `\x7f${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
