import type { Manifest, Project } from '@frontdoor/kit/project'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import { codeOf } from '../../code.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { compareVersions, type Reach, reaches, readVersion, type Version } from '../../version.ts'

export const rule: Rule = defineRule({
  name: 'meta/version-snippet',
  summary: 'Snippets that are there to be copied name the current version.',
  why: 'Whoever copies `larder@1.2.0` from the README of version 2.3.0 gets faults that are long mended, and no sign of it. A range that the current version still fits is left alone, and so are versions of other packages.',
  severity: 'warning',
  rst: true,
  *check({ document, project }) {
    for (const manifest of project.manifests) {
      const current = readVersion(manifest.version ?? '')
      if (!current || manifest.name === undefined || current.every((part) => part === 0)) continue
      const all = snippets(document, manifest, project)
      // Where one is current, or newer, the others are meant as they are.
      if (all.some(({ version, reach }) => compareVersions(version, current) >= 0 || reaches(version, current, reach)))
        continue
      for (const { at, version, written } of all) {
        const next = withDepth(manifest.version ?? '', version)
        yield {
          at,
          message: `This snippet has version ${written} of ${manifest.name}, the current one is ${manifest.version}`,
          fix: { safe: version[0] === current[0], edits: [{ ...at, text: next }] },
        }
      }
    }
  },
})

interface Snippet {
  readonly at: Range
  readonly version: Version
  readonly written: string
  readonly reach: Reach
}

/** The current version with as many numbers as the snippet has. */
function withDepth(current: string, { length }: Version): string {
  return current.replace(/^v/, '').split('.').slice(0, length).join('.')
}

function snippets(document: MarkdownDocument, manifest: Manifest, project: Project): Snippet[] {
  const forms = formsOf(manifest, project)
  const code = codeOf(document)
    .filter(({ lines }) => !lines.some(({ text }) => isOutput(text)))
    .flatMap(({ lines }) => lines)
  const links = document.links
    .filter(({ kind }) => kind !== 'reference')
    .map(({ urlAt }) => ({ ...urlAt, text: document.slice(urlAt) }))
  const found = new Map<number, Snippet>()
  for (const { text, start } of [...code, ...links]) {
    for (const { pattern, reach } of forms) {
      for (const match of text.matchAll(pattern)) {
        const [from, to] = match.indices?.groups?.version ?? [0, 0]
        const written = text.slice(from, to)
        const version = readVersion(written)
        const at = { start: start + from, end: start + to }
        if (version) found.set(at.start, { at, version, written, reach })
      }
    }
  }
  return [...found.values()]
}

/** A tree or a log that shows what once was installed. */
function isOutput(line: string): boolean {
  return /^\s*[├└│+`]|^(?:added|removed|changed) \d|^(?:Successfully|Collecting|Downloading|Compiling|Resolved)\b/.test(
    line,
  )
}

interface Form {
  readonly pattern: RegExp
  readonly reach: Reach
}

const three = String.raw`(?<version>\d+\.\d+\.\d+)(?![\w.+-]*[\w+-])`
const some = String.raw`(?<version>\d+(?:\.\d+){0,2})(?![\w.+-]*[\w+-])`

/** How the packages of each ecosystem are named with a version. Only what cannot be another package, or an address, is a form. */
function formsOf({ ecosystem, name = '' }: Manifest, { repository }: Project): Form[] {
  const own = escaped(name)
  const repo = repository && escaped(`${repository.owner}/${repository.name}`)
  const before = String.raw`(?<![\w@/.-]|[\w-]:)`
  const forms: Readonly<Record<string, readonly Form[]>> = {
    npm: [
      form(String.raw`(?:${before}|(?<=(?:unpkg\.com|/npm|esm\.sh|skypack\.dev|jspm\.dev)[/:]))${own}@v?${three}`),
      form(String.raw`(?<=/ajax/libs/)${own}/${three}`),
    ],
    pypi: [form(String.raw`${before}${own}(?:\[[\w,-]+\])?==${three}`)],
    crates: [
      form(String.raw`^${own}\s*=\s*"\^?${some}"`, 'caret'),
      form(String.raw`^${own}\s*=\s*\{[^}]*\bversion\s*=\s*"\^?${some}"`, 'caret'),
      form(String.raw`${before}${own}@${three}`),
    ],
    hex: [form(String.raw`\{:${own},\s*"~>\s*${some}"`, 'tilde')],
    rubygems: [form(String.raw`gem ["']${own}["'],\s*["']~>\s*${some}["']`, 'tilde')],
    pub: [form(String.raw`^\s*${own}:\s*\^${some}\s*$`, 'caret')],
    nuget: [form(String.raw`Include="${own}"\s+Version="${three}"`)],
    maven: [form(String.raw`["'][\w.-]+:${own}:${three}["']`)],
    go: [form(String.raw`${before}${own}@v${three}`)],
  }
  const anywhere = repo
    ? [
        form(String.raw`(?<=\buses:\s*)${repo}(?:/[\w./-]+)?@v?${three}`),
        form(String.raw`\bghcr\.io/${repo}:v?${three}`),
      ]
    : []
  return [...(forms[ecosystem] ?? []), ...anywhere]
}

function form(pattern: string, reach: Reach = 'exact'): Form {
  return { pattern: new RegExp(pattern, 'dg'), reach }
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
