import { createHash } from 'node:crypto'
import type { Fix } from '@frontdoor/markdown/finding'
import type { Host } from '../host.ts'
import { notesOnWhole } from '../render/notes.ts'
import { cutOn } from '../shown/limit.ts'
import { isLost } from '../shown/lost.ts'
import type { TruthRow } from '../shown/truth.ts'
import { diffOf, excerptOf } from './excerpt.ts'
import type { Look } from './look.ts'
import { type SourceLines, sourceLines } from './source-lines.ts'
import type { FindingView, HostView, RowView, View } from './view.ts'

/** What the page shows of a look. */
export async function viewOf(look: Look): Promise<View> {
  const { subject, placed, findings, unseen, rows } = look
  const { source } = placed.document
  const lines = sourceLines(source)
  const content = {
    path: subject.shown,
    writable: subject.file !== undefined,
    hosts: hostViews(look),
    findings: await Promise.all(findings.map((finding) => findingView(finding, look, lines))),
    unseen,
    rows: rows.map(rowView),
  }
  return { version: versionOf(source, content), ...content }
}

/** What the page shows where a README cannot be read. */
export function problemView(path: string, problem: string): View {
  const content = { path, problem, writable: false, hosts: [], findings: [], unseen: 0, rows: [] }
  return { version: versionOf('', content), ...content }
}

function versionOf(source: string, content: unknown): string {
  return createHash('sha256').update(source).update('\0').update(JSON.stringify(content)).digest('hex').slice(0, 16)
}

function hostViews(look: Look): HostView[] {
  const { placed, showings, rows } = look
  return showings.map((showing, index) => ({
    name: showing.host.name,
    title: showing.host.title,
    kind: showing.host.kind,
    notes: [...notesOnWhole(placed, showing), ...aboutRest(look, showing.host)],
    losses: rows.filter(({ cells }) => isLost(cells[index]?.state ?? 'kept')).length,
    unknown: rows.filter(({ cells }) => cells[index]?.state === 'unknown').length,
    anchors: anchorsOf(showing.host),
  }))
}

/** Where more of the README is to be seen on a host than here. */
function aboutRest({ placed: { document }, end }: Look, host: Host): string[] {
  const shown = cutOn(host, document.source) ?? document.source.length
  return shown > end
    ? [`this preview ends in line ${document.place(end - 1).line}: it looks at no more of a README`]
    : []
}

function anchorsOf({ anchors }: Host): HostView['anchors'] {
  return { link: anchors.prefix.link, anyCase: anchors.anyCase === true }
}

async function findingView(
  { at, fix, ...finding }: Look['findings'][number],
  { placed: { document } }: Look,
  lines: SourceLines,
): Promise<FindingView> {
  const { line, column } = document.place(at.start)
  const excerpt = excerptOf(lines, at)
  return { ...finding, line, column, excerpt, ...(fix && { fix: await fixView(fix, document.source, lines) }) }
}

async function fixView(
  { safe, edits }: Fix,
  source: string,
  lines: SourceLines,
): Promise<NonNullable<FindingView['fix']>> {
  return { safe, diff: await diffOf(source, lines, edits) }
}

function rowView({ feature, line, cells }: TruthRow): RowView {
  return { feature, line, cells: cells.map(({ state, certain }) => ({ state, certain })) }
}
