import { stampedBody } from '../merge/unreleased.ts'
import { startsWithYear } from '../model/calendar.ts'
import { bodyOf, titledOf, type Writing } from './context.ts'
import { newestOf, type ProjectHistory } from './project-history.ts'
import { definitionOf, joined, type Released, sectionBlocks, writeReleased } from './released.ts'

/** What a changelog is made from that is not there yet. */
export interface CreateRequest extends Writing {
  readonly history: ProjectHistory
  /** Takes the releases as they were written, for the next time. */
  readonly keep?: ((released: Released) => Promise<void>) | undefined
}

/** The whole of a changelog that is not there yet, from the project's history. */
export async function createChangelog(request: CreateRequest): Promise<string> {
  const { format, changelog, history, keep } = request
  const { eol } = changelog
  const newer = await writeReleased(request, history.releases)
  const released = history.older ? joined(newer, history.older, request) : newer
  await keep?.(released)
  const blocks = [
    `# ${format.title}`,
    ...format.preamble.map((paragraph) => claimed(paragraph, history).replaceAll('\n', eol)),
    ...(await unreleasedBlocks(request)),
    released.sections,
    [definitionOf(request, titledOf(history.unreleased)) ?? '', released.definitions].filter(Boolean).join(eol),
  ]
  return blocks.filter(Boolean).join(eol + eol) + eol
}

/** Who counts by the calendar does not claim to follow SemVer. */
function claimed(paragraph: string, history: ProjectHistory): string {
  if (!startsWithYear(newestOf(history)?.version ?? '')) return paragraph
  return paragraph.replace(/,\nand this project adheres to .*$/, '.')
}

/** Keep a Changelog has the section even where it is empty, so that people write into it. */
async function unreleasedBlocks(request: CreateRequest): Promise<string[]> {
  const { head, unreleased } = request.history
  const body = await bodyOf(request, unreleased)
  if (body === '' && !request.format.name.startsWith('keep-a-changelog')) return []
  const stamped = body === '' ? '' : stampedBody({ body, commit: head }, request.changelog.eol)
  return sectionBlocks(request, titledOf(unreleased), stamped)
}
