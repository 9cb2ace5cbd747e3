import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { run, runBin } from '../process.ts'
import { root, schemasIn, type Tool } from '../workspace.ts'

const toolchain = join(root, '.toolchain')

/** What `pnpm pack --json` tells. */
export interface Packed {
  /** Absolute path of the tarball. */
  readonly filename: string
  readonly files: readonly { readonly path: string }[]
}

/** All that a tool is, beside the schemas that it exports: what else lies in `dist` would be published, too. */
const always: readonly string[] = [
  'LICENSE',
  'README.md',
  'dist/THIRD-PARTY-LICENSES.txt',
  'dist/cli.js',
  'dist/index.d.mts',
  'dist/index.mjs',
  'dist/package.json',
  'package.json',
]

/** Bytes of a tarball: `npx` downloads it before anything else. */
const largest = 700_000

/** Scripts that run at whoever installs a package; many refuse that. */
const installScripts: readonly string[] = ['preinstall', 'install', 'postinstall', 'prepare']

/** Packs a published tool as it goes to the registry, and says what is wrong with it; nothing for a good package. */
export async function faultsOfPackage(tool: Pick<Tool, 'folder'>): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'frontdoor-pack-'))
  try {
    const packed = await pack(tool, folder)
    return [
      ...faultsOfContent(packed, schemasIn(tool.folder)),
      ...(await lintPackage(packed)),
      ...(await lintTypes(packed)),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Packs a package into a folder, as it would be published. */
export async function pack(tool: Pick<Tool, 'folder'>, folder: string): Promise<Packed> {
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

function faultsOfContent({ filename, files }: Packed, schemas: readonly string[]): readonly string[] {
  const expected = [...always, ...schemas.map((name) => `dist/${name}`)]
  const there = files.map(({ path }) => path)
  const { size } = statSync(filename)
  return [
    ...expected.filter((path) => !there.includes(path)).map((path) => `The package has no ${path}`),
    ...there.filter((path) => !expected.includes(path)).map((path) => `The package has a file ${path}`),
    ...(size > largest ? [`The package takes ${size} bytes, and may take ${largest}`] : []),
  ]
}

async function lintPackage({ filename }: Packed): Promise<readonly string[]> {
  const bytes = new Uint8Array(readFileSync(filename))
  const { messages, pkg } = await publint({ pack: { tarball: bytes.buffer }, strict: true })
  const faults = messages.map((message) => formatMessage(message, pkg, { color: false }) ?? message.code)
  return [...faults, ...faultsOfManifest(pkg)]
}

function faultsOfManifest(manifest: Readonly<Record<string, unknown>>): readonly string[] {
  const namesIn = (key: string) => Object.keys((manifest[key] as object | undefined) ?? {})
  const dependencies = namesIn('dependencies')
  const scripts = namesIn('scripts').filter((name) => installScripts.includes(name))
  return [
    ...(dependencies.length > 0 ? [`One file is all of it, but it has dependencies: ${dependencies.join(', ')}`] : []),
    ...(scripts.length > 0 ? [`It would run something at whoever installs it: ${scripts.join(', ')}`] : []),
    // Where a release goes is said by whoever makes it, and never by a file that anybody can run `publish` beside.
    ...(namesIn('publishConfig').includes('registry') ? ['publishConfig names a registry'] : []),
  ]
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
