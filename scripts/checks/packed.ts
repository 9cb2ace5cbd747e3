import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { run, runBin } from '../process.ts'
import { root, type Tool } from '../workspace.ts'

const toolchain = join(root, '.toolchain')

/** What `pnpm pack --json` tells. */
export interface Packed {
  /** Absolute path of the tarball. */
  readonly filename: string
  readonly files: readonly { readonly path: string }[]
}

/** Packs a published tool as it goes to the registry, and says what is wrong with it; nothing for a good package. */
export async function faultsOfPackage(tool: Tool): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'frontdoor-pack-'))
  try {
    const packed = await pack(tool, folder)
    return [...missingFiles(packed), ...(await lintPackage(packed)), ...(await lintTypes(packed))]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Packs a tool into a folder, as it would be published. */
export async function pack(tool: Tool, folder: string): Promise<Packed> {
  const pnpm = join(toolchain, pnpmFolder(), 'node_modules', 'pnpm', 'bin', 'pnpm.mjs')
  const { code, output, errors } = await run(
    process.execPath,
    [pnpm, 'pack', '--json', '--pack-destination', folder],
    tool.folder,
  )
  if (code !== 0) throw new Error(`pnpm pack failed:\n${output}${errors}`)
  return JSON.parse(output) as Packed
}

/** `pnpm@12.21.0`, as scripts/bootstrap.mjs names what it brings. Its script is started, since Windows cannot spawn a shim. */
function pnpmFolder(): string {
  const folder = existsSync(toolchain) ? readdirSync(toolchain).find((name) => name.startsWith('pnpm@')) : undefined
  if (folder === undefined) throw new Error('pnpm is not here yet; run npm test')
  return folder
}

function missingFiles({ files }: Packed): readonly string[] {
  const there = new Set(files.map(({ path }) => path))
  return ['README.md', 'LICENSE'].filter((name) => !there.has(name)).map((name) => `The package has no ${name}`)
}

async function lintPackage({ filename }: Packed): Promise<readonly string[]> {
  const bytes = new Uint8Array(readFileSync(filename))
  const { messages, pkg } = await publint({ pack: { tarball: bytes.buffer }, strict: true })
  const faults = messages.map((message) => formatMessage(message, pkg, { color: false }) ?? message.code)
  const dependencies = Object.keys((pkg.dependencies as object | undefined) ?? {})
  if (dependencies.length > 0) faults.push(`One file is all of it, but it has dependencies: ${dependencies.join(', ')}`)
  return faults
}

async function lintTypes({ filename }: Packed): Promise<readonly string[]> {
  const { code, output } = await runBin('@arethetypeswrong/cli', 'attw', [
    filename,
    '--profile',
    'esm-only',
    '--no-emoji',
    '--no-color',
  ])
  return code === 0 ? [] : [output.trim()]
}
