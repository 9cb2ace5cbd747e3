import type { Manifest, Project } from '@frontdoor/kit/project'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import { rangeOf } from '@frontdoor/markdown/nodes'
import { defineRule, type Rule } from '../../rule.ts'
import { type CodePiece, codeOf, textAbove } from '../../snippet/code.ts'
import { compareVersions, type Reach, reaches, readVersion, type Version } from '../../snippet/version.ts'
import { type VersionForm, versionForms } from '../../snippet/version-forms.ts'

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

/** How many lines above a version its package may be named. */
const nearby = 2

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
  const forms = versionForms(manifest, project)
  const mentions = [...new Set(forms.map(({ mention }) => mention))]
  const code = codeOf(document)
    .filter(({ lines }) => lines.some(({ text }) => mentions.some((mention) => text.includes(mention))))
    .filter((piece) => !piece.lines.some(({ text }) => isOutput(text)) && !isNews(document, piece))
    .filter(({ start }) => !isAboutOld(document, start))
  const links = document.links
    .filter(({ kind, url }) => kind !== 'reference' && /@v?\d|\/ajax\/libs\//.test(url))
    .map(({ urlAt }) => ({ lines: [{ ...urlAt, text: document.slice(urlAt) }] }))
  const found = [...code, ...links].flatMap(({ lines }) => forms.flatMap((form) => [...matches(lines, form)]))
  return [...new Map(found.map((snippet) => [snippet.at.start, snippet])).values()]
}

function* matches(lines: CodePiece['lines'], { pattern, reach, mention, behind }: VersionForm): Generator<Snippet> {
  if (!lines.some(({ text }) => text.includes(mention))) return
  const form = new RegExp(pattern, 'dg')
  for (const [index, { text, start }] of lines.entries()) {
    if (!text.includes(mention)) continue
    if (behind && !lines.slice(Math.max(index - nearby, 0), index).some((line) => behind.test(line.text))) continue
    if (forOld.test(lines[index - 1]?.text ?? '')) continue
    for (const match of text.matchAll(form)) {
      const [from, to] = match.indices?.groups?.version ?? [0, 0]
      const written = text.slice(from, to)
      const version = readVersion(written)
      if (version) yield { at: { start: start + from, end: start + to }, version, written, reach }
    }
  }
}

/** Code among text that tells what happened in a version: nobody copies that. */
function isNews({ source }: MarkdownDocument, { language, start, end }: CodePiece): boolean {
  if (language !== undefined) return false
  return (
    /\b(?:since|before|until|till|after|as of|prior to|released?|introduced in|added in|changed in|removed in)\s+$/i.test(
      source.slice(Math.max(0, start - 30), start),
    ) ||
    /^\s+(?:has|have|was|were|is out|is released|introduce[sd]|add(?:s|ed)|change[sd]|remove[sd]|drop(?:s|ped)|bring|need|require|support)/i.test(
      source.slice(end, end + 30),
    )
  )
}

/** Code for who cannot take the current version, as the text above or around it or a heading that it stands under says. */
function isAboutOld(document: MarkdownDocument, offset: number): boolean {
  const headings = document.sections.filter(({ body }) => body.start <= offset && offset < body.end)
  const around = document.nodes.of('paragraph').map(({ node }) => rangeOf(node))
  const own = around.find(({ start, end }) => start <= offset && offset < end)
  const texts = [textAbove(document, offset), own ? document.text(own) : '']
  return old.test([...headings.map(({ title }) => title), ...texts].join('\n\n'))
}

const old =
  /\b(?:old(?:er)?|legacy|previous|earlier) (?:\S+ ){0,2}(?:versions?|releases?|extensions?|plugins?|packages?|engines?|runtimes?|browsers?)\b|\blegacy\b/i

/** A comment in code: `# TypeScript 2.3 or earlier`. */
const forOld = /^\s*(?:#|\/\/|--).*\b(?:or (?:earlier|older|below|lower)|(?:before|below|older than|prior to) v?\d)/i

/** A tree, a log or a table that shows what once was installed or measured. */
function isOutput(line: string): boolean {
  return /^\s*[├└│+`]|^\s*[-=]{5,}[-=\s]*$|^(?:added|removed|changed) \d|^(?:Successfully|Collecting|Downloading|Compiling|Resolved)\b/.test(
    line,
  )
}
