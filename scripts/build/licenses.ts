import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A package of somebody else's that is part of a bundle. */
interface Bundled {
  readonly name: string
  readonly version: string
  readonly license: string
  /** Text of its licence file, or what its manifest says where it has none. */
  readonly text: string
}

/** SPDX identifiers that a bundle under MIT may contain with no more than their text, or name and source, beside it. */
const allowed: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-3.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Unlicense',
])

/**
 * Text of THIRD-PARTY-LICENSES.txt for the packages that `inputs`, paths relative to `workspace`, come from.
 *
 * @throws {Error} for a licence that may not be bundled
 */
export function collectLicenses(inputs: readonly string[], workspace: string): string {
  const folders = new Set(inputs.map(packageFolder).filter((folder) => folder !== undefined))
  const packages = [...folders].map((folder) => readPackage(join(workspace, folder)))
  const refused = packages.filter(({ license }) => !isAllowed(license))
  if (refused.length > 0) {
    const names = refused.map(({ name, version, license }) => `${name}@${version} (${license})`)
    throw new Error(`Licence not known to allow bundling: ${names.join(', ')}; see scripts/build/licenses.ts`)
  }
  const sorted = packages.sort((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1))
  const texts = new Map<string, Bundled[]>()
  for (const one of sorted) texts.set(textOf(one), [...(texts.get(textOf(one)) ?? []), one])
  return [...texts].map(([text, those]) => section(text, those)).join(`\n${'-'.repeat(80)}\n\n`)
}

/** Of a choice, `(MIT OR Apache-2.0)`, one is enough. */
function isAllowed(license: string): boolean {
  return license
    .replaceAll(/^\(|\)$/g, '')
    .split(' OR ')
    .some((one) => allowed.has(one))
}

/** Number of packages that the inputs come from. */
export function countPackages(inputs: readonly string[]): number {
  return new Set(inputs.map(packageFolder).filter((folder) => folder !== undefined)).size
}

/** `a/node_modules/@b/c/d.js` → `a/node_modules/@b/c`; undefined for our own files. */
function packageFolder(input: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0]
}

interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string
  /** How manifests said it before 2014. */
  readonly licenses?: readonly { readonly type: string }[]
  readonly author?: string | { readonly name: string }
}

function readPackage(folder: string): Bundled {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
  const license = manifest.license ?? manifest.licenses?.[0]?.type ?? 'none stated'
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(-mit)?(\.(md|txt))?$/i.test(name))
  const text = file === undefined ? stated(manifest, license) : readFileSync(join(folder, file), 'utf8')
  return { name: manifest.name, version: manifest.version, license, text }
}

function stated({ author }: Manifest, license: string): string {
  const holder = typeof author === 'object' ? author.name : author
  return `Copyright (c) ${holder ?? 'its authors'}. The package has no licence file; its manifest says ${license}:\nhttps://spdx.org/licenses/${license}.html`
}

function textOf({ text }: Bundled): string {
  return text.replaceAll('\r\n', '\n').trim()
}

/** Many packages of one author have the same text. */
function section(text: string, packages: readonly Bundled[]): string {
  const names = packages.map(({ name, version, license }) => `${name} ${version} (${license})`)
  return `${names.join('\n')}\n\n${text}\n`
}
