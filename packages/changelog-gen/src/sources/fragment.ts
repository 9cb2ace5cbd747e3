import type { Change } from '../change.ts'
import { referencesIn } from '../message/references.ts'
import type { SourceFile } from './source-files.ts'

/** The change that a text of a fragment describes. */
export function fragment(file: SourceFile, summary: string): Change {
  const { subject, body } = splitSummary(summary)
  return {
    id: file.path,
    kind: 'fragment',
    subject,
    body,
    breaking: false,
    references: referencesIn(summary),
    authors: [],
    shas: [],
    labels: [],
    origins: {},
  }
}

/** A line that starts something else than more of a paragraph: a list, a quote, a heading, code, a table, HTML. */
const otherBlock = /^\s*(?:[-*+>#|<]|\d+[.)]\s|```|~~~)/

/** The first paragraph on one line, or the heading, and what follows: people break lines where their editor does. */
function splitSummary(summary: string): { subject: string; body: string } {
  const [first = '', ...lines] = summary.split('\n')
  // knope asks for a heading there.
  const [, heading] = /^#{1,6}[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*$/.exec(first) ?? []
  if (heading !== undefined) return { subject: heading, body: lines.join('\n').trim() }
  const end = lines.findIndex((line) => line.trim() === '' || otherBlock.test(line))
  const more = end === -1 ? lines : lines.slice(0, end)
  const rest = end === -1 ? [] : lines.slice(end)
  return { subject: [first, ...more].map((line) => line.trim()).join(' '), body: rest.join('\n').trim() }
}

/** The changes that a text tells of: the items of one that is nothing but a list, else all of it. */
export function fragmentsIn(file: SourceFile, text: string): Change[] {
  const isList = /^[-*+] /.test(text) && text.split('\n').every((line) => /^(?:[-*+] |\s|$)/.test(line))
  const items = isList ? listItems(text) : [text]
  return items.map((item, at) => ({
    ...fragment(file, item),
    ...(items.length > 1 && { id: `${file.path}/${at + 1}` }),
  }))
}

/** The items of a list, and what stands above it. */
export function listItems(text: string): string[] {
  const items = text.split(/^(?:[-*+]) +/m)
  const [lead = '', ...rest] = items.map((item) => item.replace(/^ {2,4}/gm, '').trim())
  return [lead, ...rest].filter(Boolean)
}
