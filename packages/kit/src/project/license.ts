import type { License, Manifest, ProjectFiles } from '../project.ts'
import { filesNamed, join, type Places } from './known-files.ts'
import { identifyLicense } from './license-text.ts'

/** The licence that the manifests name, else the text of the folder's licence file, else of the root's. */
export async function findLicense(
  files: ProjectFiles,
  places: Places,
  manifests: readonly Manifest[],
): Promise<License | undefined> {
  const paths = places.map((place) => licenseFiles(files, place)).find((found) => found.length > 0) ?? []
  const [path] = paths
  const named = manifests.flatMap(({ license }) => license ?? [])
  const inFile = () => spdxOf(paths.map((file) => identifyLicense(files.text(file) ?? '')))
  const inManifest = await firstSpdx(named)
  // `npm init` writes this one where nobody has said anything; a licence file further up may be for what is around.
  const isDefault = inManifest === 'ISC' && path !== undefined && !path.startsWith('../')
  const spdx = isDefault ? (inFile() ?? inManifest) : (inManifest ?? inFile())
  if (path === undefined && spdx === undefined) return undefined
  return path === undefined || isForOthers(path, inManifest, inFile) ? { spdx } : { spdx, path }
}

/** True for a file further up with another licence than the manifest names: it is for what is around. */
function isForOthers(path: string, inManifest: string | undefined, inFile: () => string | undefined): boolean {
  if (inManifest === undefined || !path.startsWith('../')) return false
  return (
    inFile()
      ?.split(' OR ')
      .every((id) => !inManifest.includes(id)) === true
  )
}

/** A licence of a part, beside which another part has another one: LICENSE-CODE, LICENSE-TEXT. */
const ofPart =
  /licen[sc]e[-_](?:code|software|text|docs?|documentation|content|data|models?|weights|media|assets|art|images|icons|fonts)(?:\.\w+)?$/i

/** The one licence file, or several that are a choice: LICENSE-MIT beside LICENSE-APACHE. */
function licenseFiles(files: ProjectFiles, place: string): string[] {
  const lesser = files.list(place).filter((name) => /^copying\.lesser(?:\.\w+)?$/i.test(name))
  if (lesser.length > 0) return lesser.slice(0, 1).map((name) => join(place, name))
  const main = [/^licen[sc]e$/i, /^copying$/i, /^unlicense$/i, /^copyright$/i].flatMap((name) =>
    filesNamed(files, place, name),
  )
  const choices = [
    ...filesNamed(files, place, /^(?:licen[sc]e|copying)[-_](?!\d)[\w-]+(?:\.\d+)*$/i),
    ...filesNamed(files, place, /^licen[sc]e\.(?:mit|apache|bsd|[al]?gpl|mpl)[\w-]*(?:\.\d+)*$/i),
    ...filesNamed(files, place, /^\w+-licen[sc]e$/i),
  ].filter((path) => !ofPart.test(path) && identifyLicense(files.text(path) ?? '') !== undefined)
  const [first] = main
  // A file that only says "see the two others" tells nothing, and they do.
  if (first !== undefined && (choices.length === 0 || identifyLicense(files.text(first) ?? ''))) return [first]
  return choices.length > 0 ? choices : main
}

/** One identifier, or `MIT OR Apache-2.0`, with MIT first as is the habit; undefined where one is not known. */
function spdxOf(found: readonly (string | undefined)[]): string | undefined {
  const ids = [...new Set(found)]
  if (ids.length === 0 || ids.includes(undefined)) return undefined
  // One for works that are not software is no choice beside one for software: each is for a part.
  if (ids.length > 1 && ids.some((id) => /^(?:CC-BY|OFL)/.test(id ?? ''))) return undefined
  return ids.toSorted((one, other) => Number(other === 'MIT') - Number(one === 'MIT')).join(' OR ')
}

async function firstSpdx(names: readonly string[]): Promise<string | undefined> {
  for (const name of names) {
    const spdx = await toSpdx(name)
    if (spdx !== undefined) return spdx
  }
  return undefined
}

/** Names that people write for the most used licences, without "the", "license", punctuation and case. */
const names: Readonly<Record<string, string>> = {
  mit: 'MIT',
  expat: 'MIT',
  'mit x11': 'MIT',
  isc: 'ISC',
  'isc iscl': 'ISC',
  unlicense: 'Unlicense',
  'unlicense unlicense': 'Unlicense',
  'apache 2': 'Apache-2.0',
  'apache 2.0': 'Apache-2.0',
  apache2: 'Apache-2.0',
  'apache software 2.0': 'Apache-2.0',
  'bsd 2 clause': 'BSD-2-Clause',
  'bsd 3 clause': 'BSD-3-Clause',
  '3 clause bsd': 'BSD-3-Clause',
  '2 clause bsd': 'BSD-2-Clause',
  // As Cabal called them before it took SPDX.
  bsd2: 'BSD-2-Clause',
  bsd3: 'BSD-3-Clause',
  'new bsd': 'BSD-3-Clause',
  'modified bsd': 'BSD-3-Clause',
  'simplified bsd': 'BSD-2-Clause',
  'mpl 2.0': 'MPL-2.0',
  'mozilla public 2.0': 'MPL-2.0',
  'mozilla public 2.0 mpl 2.0': 'MPL-2.0',
  'cc0 1.0': 'CC0-1.0',
  'cc0 1.0 universal': 'CC0-1.0',
  'eclipse public 1.0': 'EPL-1.0',
  'eclipse public 2.0': 'EPL-2.0',
  'gnu general public 2 gplv2': 'GPL-2.0-only',
  'gnu general public 3 gplv3': 'GPL-3.0-only',
  'gnu general public 2 or later gplv2+': 'GPL-2.0-or-later',
  'gnu general public 3 or later gplv3+': 'GPL-3.0-or-later',
  'gnu lesser general public 3 lgplv3': 'LGPL-3.0-only',
  'gnu lesser general public 3 or later lgplv3+': 'LGPL-3.0-or-later',
  'gnu affero general public 3': 'AGPL-3.0-only',
  'gnu affero general public 3 or later agplv3+': 'AGPL-3.0-or-later',
}

/** The SPDX expression for what a manifest calls its licence; undefined where the words leave it open, as `BSD` does. */
export async function toSpdx(name: string): Promise<string | undefined> {
  const plain = name
    .toLowerCase()
    .replace(/\b(?:the|licen[sc]ed?|version)\b|[^\w.+ ]|_/g, ' ')
    .replace(/\bv(?=\d)/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (Object.hasOwn(names, plain)) return names[plain]
  // The parser carries every identifier there is, so it is loaded only for what the table does not have.
  const { default: parse } = await import('spdx-expression-parse')
  try {
    parse(name)
    return name.replace(/^\(([^()]*)\)$/, '$1')
  } catch {
    return undefined
  }
}
