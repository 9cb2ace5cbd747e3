import type { Ecosystem, Manifest, Project } from '@frontdoor/kit/project'
import { escapeRegExp } from '@frontdoor/kit/text/escape-reg-exp'
import type { Reach } from './version.ts'

/** A way to name a version of a package. */
export interface VersionForm {
  /** Of a regular expression whose group `version` is the version. It is made where a line holds the mention, as in few READMEs. */
  readonly pattern: string
  readonly reach: Reach
  /** What a line has to hold before the pattern is tried. */
  readonly mention: string
  /** What one of the lines above has to hold. */
  readonly behind?: RegExp
}

const end = String.raw`(?![\w.+-]*[\w+-])`
const three = String.raw`(?<version>\d+\.\d+\.\d+)${end}`
const some = String.raw`(?<version>\d+(?:\.\d+){0,2})${end}`
/** Neither a scope, nor a path, nor the rest of a longer name. */
const start = String.raw`(?<![\w@/.-]|[\w-]:)`

/** How a package, and the repository it comes from, are named with a version. Only what cannot be another package, or an address, is a form. */
export function versionForms({ ecosystem, name = '' }: Manifest, { repository }: Project): VersionForm[] {
  // Maven names the group, too.
  const short = name.replace(/^.*:/, '')
  const own =
    formsOf[ecosystem]?.(escapeRegExp(short)).map(({ mention = 'NAME', ...one }) => {
      return { ...one, mention: mention.replace('NAME', () => short) }
    }) ?? []
  if (!repository) return own
  const full = `${repository.owner}/${repository.name}`
  return [...own, ...repositoryForms(escapeRegExp(full)).map((one) => ({ mention: full, ...one }))]
}

/** A form that may leave out what it mentions, where that is the name; `NAME` stands for the name. */
type Form = Omit<VersionForm, 'mention'> & Partial<Pick<VersionForm, 'mention'>>

const formsOf: Readonly<Partial<Record<Ecosystem, (name: string) => readonly Form[]>>> = {
  npm: (name) => [
    { ...form(`(?:${start}|${cdn})${name}@v?${three}`), mention: 'NAME@' },
    { ...form(`(?<=/ajax/libs/)${name}/${three}`), mention: '/ajax/libs/NAME/' },
    { ...form(String.raw`"${name}":\s*"${three}"`), mention: '"NAME":' },
    { ...form(String.raw`"${name}":\s*"\^${three}"`, 'caret'), mention: '"NAME":' },
  ],
  pypi: (name) => [
    form(String.raw`${start}${name}(?:\[[\w,-]+\])?==${three}`),
    form(String.raw`^${name}\s*=\s*"\^${some}"`, 'caret'),
  ],
  crates: (name) => [
    form(String.raw`^${name}\s*=\s*"\^?${some}"`, 'caret'),
    form(String.raw`^${name}\s*=\s*\{[^}]*\bversion\s*=\s*"\^?${some}"`, 'caret'),
    form(`${start}${name}@${three}`),
  ],
  packagist: (name) => [form(String.raw`"${name}":\s*"\^${some}"`, 'caret')],
  hex: (name) => [form(String.raw`\{:${name},\s*"~>\s*${some}"`, 'tilde')],
  rubygems: (name) => [form(String.raw`gem ["']${name}["'],\s*["']~>\s*${some}["']`, 'tilde')],
  pub: (name) => [form(String.raw`^\s*${name}:\s*\^${some}\s*$`, 'caret')],
  nuget: (name) => [form(String.raw`Include="${name}"\s+Version="${three}"`)],
  maven: (name) => [
    form(String.raw`["'][\w.-]+:${name}:${three}["']`),
    {
      ...form(`<version>${three}</version>`),
      mention: '<version>',
      behind: new RegExp(`<artifactId>${name}</artifactId>`),
    },
  ],
  go: (name) => [form(`${start}${name}@v${three}`)],
}

/** Addresses of networks that hand out packages of npm. */
const cdn = String.raw`(?<=(?:unpkg\.com|/npm|esm\.sh|skypack\.dev|jspm\.dev)[/:])`

/** An action of GitHub, a hook of pre-commit, an image. */
function repositoryForms(repository: string): Form[] {
  return [
    { ...form(String.raw`(?<=\buses:\s*)${repository}(?:/[\w./-]+)?@v?${three}`), mention: 'uses:' },
    { ...form(String.raw`\bghcr\.io/${repository}:v?${three}`), mention: 'ghcr.io/' },
    {
      ...form(String.raw`^\s*rev:\s*["']?v?${three}`),
      mention: 'rev:',
      behind: new RegExp(String.raw`\brepo:\s*["']?https://github\.com/${repository}(?:\.git)?/?["']?\s*$`, 'i'),
    },
  ]
}

function form(pattern: string, reach: Reach = 'exact'): Form {
  return { pattern, reach }
}
