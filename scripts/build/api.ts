import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { build } from 'esbuild'
import { rolldown } from 'rolldown'
import { dts } from 'rolldown-plugin-dts'
import type { Tool } from '../workspace.ts'
import { refuseWarnings, shared } from './bundle.ts'

/** What a program imports from a tool: one module and its types, which need nothing beside them. */
export interface Api {
  readonly code: string
  readonly types: string
  /** Source files that left at least a byte in the code, relative to the workspace, sorted. */
  readonly inputs: readonly string[]
}

// CommonJS packages inside ask for Node's modules with `require`. A source that is read in a worker is read by the command,
// which lies beside the module.
const banner = `import{createRequire as __create}from'node:module';import{fileURLToPath as __path}from'node:url';
const require=__create(import.meta.url),__command=__path(new URL('./cli.js',import.meta.url));`

/** Bundles a tool's `src/index.ts`; undefined where it has none. */
export async function bundleApi(tool: Tool, workspace: string): Promise<Api | undefined> {
  const entry = join(tool.folder, 'src', 'index.ts')
  if (!existsSync(entry)) return undefined
  const result = await build({
    ...shared(tool),
    absWorkingDir: workspace,
    entryPoints: [relative(workspace, entry)],
    outfile: 'index.js',
    format: 'esm',
    banner: { js: banner },
    define: { ...shared(tool).define, 'import.meta.filename': '__command' },
  })
  refuseWarnings(tool, result.warnings)
  const [file] = result.outputFiles
  const inputs = Object.entries(Object.values(result.metafile.outputs)[0]?.inputs ?? {})
  return {
    code: file?.text ?? '',
    types: await bundleTypes(entry, workspace),
    inputs: inputs
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path)
      .sort(),
  }
}

/** The declarations of a module and of all that they name, in one file. */
async function bundleTypes(entry: string, cwd: string): Promise<string> {
  const warnings: string[] = []
  const bundle = await rolldown({
    cwd,
    input: { index: entry },
    external: [/^node:/],
    onLog: (_, { message }) => warnings.push(message),
    plugins: [dts({ dtsOnly: true, generator: 'oxc', tsconfig: join(cwd, 'tsconfig.json') })],
  })
  const { output } = await bundle.generate({ format: 'esm' })
  await bundle.close()
  const [file, second] = output
  if (second || file?.type !== 'chunk') throw new Error(`the types are not one file; ${warnings.join('\n')}`)
  return file.code
}
