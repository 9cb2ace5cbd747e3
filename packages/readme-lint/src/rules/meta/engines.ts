import { once } from '@frontdoor/kit/cache/once'
import type { Ecosystem, Manifest } from '@frontdoor/kit/project'
import { escapeRegExp } from '@frontdoor/kit/text/escape-reg-exp'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Finding } from '@frontdoor/markdown/finding'
import { rangeOf } from '@frontdoor/markdown/nodes'
import { defineRule, type Rule } from '../../rule.ts'
import { compareVersions, readVersion, type Version } from '../../snippet/version.ts'

export const rule: Rule = defineRule({
  name: 'meta/engines',
  summary: 'The oldest Node, Python or Rust that the README names is the one that the manifest asks for.',
  why: 'A README that promises Node 14 for a package that asks for 18 sends readers into an installation that fails, or worse, into one that works until it runs.',
  severity: 'warning',
  rst: true,
  *check({ document, project }) {
    for (const manifest of project.manifests) {
      const oldest = oldestOf(manifest)
      const runtime = runtimes[manifest.ecosystem]
      if (!oldest || !runtime) continue
      const said = [...statements(document, runtime)]
      // Where the right one is named, the others are about something else.
      if (said.some(({ version }) => compareVersions(version, oldest) >= 0)) continue
      const [first] = said
      if (first) yield { at: first.at, message: messageFor(first.written, runtime.title, manifest) }
    }
  },
})

interface Runtime {
  readonly title: string
  readonly name: string
}

const runtimes: Readonly<Partial<Record<Ecosystem, Runtime>>> = {
  npm: { title: 'Node', name: String.raw`Node(?:\.?js)?` },
  pypi: { title: 'Python', name: 'C?Python' },
  crates: { title: 'Rust', name: 'rustc|Rust(?: version)?' },
}

function messageFor(written: string, title: string, { path, runtime }: Manifest): string {
  return `The README promises ${title} ${written}, but ${path} asks for ${runtime}`
}

/** The least version that a range of Node or Python allows, or that Rust has to have. */
function oldestOf({ runtime = '' }: Manifest): Version | undefined {
  const alternatives = runtime.split('||').map((range) => {
    const [, version] =
      /^[\s^~=v]*(?:>=?\s*v?)?(\d+(?:\.\d+)*)/.exec(range.replaceAll(/[<!]=?\s*[\d.*]+,?/g, '').trim()) ?? []
    return version === undefined ? undefined : readVersion(version)
  })
  if (alternatives.includes(undefined)) return undefined
  return (alternatives as Version[]).toSorted(compareVersions)[0]
}

interface Statement {
  readonly at: Finding['at']
  readonly version: Version
  readonly written: string
}

/** Words of sentences that speak of other releases, of what is no longer so, or of a case. */
const conditional =
  /\bv\d|\bversions?\s+\d|\b(?:older|old|prior|before|previous|legacy|drop|dropped|until|deprecat\w*|no longer|up to|only|last|end[- ]of[- ]life|not|if|when|since|as of|starting|now|optional\w*)\b|^\W*(?:with|on|in|for|under)\b|\d\.\d/i

/** How sentences ask for a version of a runtime. */
const formsFor = once((name: string): readonly RegExp[] => {
  const version = String.raw`(?:versions?\s+)?v?(?<version>\d+(?:\.\d+){0,2})`
  return [
    String.raw`(?<![\w-])(?:${name})(?:\s+|\s*\(?(?:>=|\u2265)\s*)${version}\s*(?:\+|(?:or|and|&)\s+(?:higher|later|newer|above|greater|up|upwards?)\b)`,
    String.raw`(?<![\w-])(?:${name})\s*\(?(?:>=|\u2265)\s*${version}`,
    String.raw`\b(?:requires?|needs?|at least)\s+(?:${name})\s+${version}`,
    String.raw`\b(?:MSRV|minimum supported rust version)\b(?:\s+\(MSRV\))?(?:\s+is|\s+of|:)?\s+(?:rustc?\s+)?${version}`,
  ].map((form) => new RegExp(form, 'i'))
})

/** True where a footnote, or a remark about something that is new `in Node 12+`, goes on: that is not about the package. */
function isAside(before: string): boolean {
  if (/^\W*(?:[¹²³⁴⁵†‡]|\[\^)/.test(before)) return true
  return /\bin\s*$/.test(before) && !/\b(?:works?|runs?|tested|supported) in\s*$/i.test(before)
}

function* statements(document: MarkdownDocument, { name }: Runtime): Generator<Statement> {
  const forms = formsFor(name)
  for (const { node } of document.nodes.of('paragraph')) {
    const range = rangeOf(node)
    const text = document.text(range)
    if (!/\d/.test(text) || isHistory(document, range.start)) continue
    for (const sentence of text.split(/(?<=\.)\s|\n/)) {
      for (const { words, written, version } of statementsIn(sentence, forms))
        yield { version, written, at: placeOf(document, range, words) }
    }
  }
}

interface Said {
  readonly words: string
  readonly written: string
  readonly version: Version
}

function statementsIn(sentence: string, forms: readonly RegExp[]): Said[] {
  return forms.flatMap((form) => {
    const match = form.exec(sentence)
    const written = match?.groups?.version
    const version = written === undefined ? undefined : readVersion(written)
    if (!match || written === undefined || !version) return []
    const [words] = match
    if (conditional.test(sentence.replace(words, '')) || isAside(sentence.slice(0, match.index))) return []
    return [{ words, written, version }]
  })
}

/** True in a section about what changed. */
function isHistory({ sections }: MarkdownDocument, offset: number): boolean {
  return sections.some(
    ({ title, body }) =>
      body.start <= offset &&
      offset < body.end &&
      /\b(?:change(?:s|log)?|breaking|migrat|upgrad|history|release|news|v?\d+\.)/i.test(title),
  )
}

/** Where the words stand in the source, whatever marks stand between them. */
function placeOf({ source }: MarkdownDocument, range: Finding['at'], words: string): Finding['at'] {
  const parts = words.match(/[\w.]+|[^\s\w.]/g) ?? []
  const pattern = parts.map(escapeRegExp).join(String.raw`\W*?`)
  const found = new RegExp(pattern).exec(source.slice(range.start, range.end))
  return found ? { start: range.start + found.index, end: range.start + found.index + found[0].length } : range
}
