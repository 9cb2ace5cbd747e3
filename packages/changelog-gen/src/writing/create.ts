import { stampedBody } from '../merge/unreleased.ts'
import { startsWithYear } from '../model/calendar.ts'
import { addressOf, bodyOf, headingOf, type Titled, titledOf, type Writing } from './context.ts'
import type { ProjectHistory } from './project-history.ts'

/** The whole of a changelog that is not there yet, from the project's history. */
export async function createChangelog(writing: Writing, history: ProjectHistory): Promise<string> {
  const { format, changelog } = writing
  const { eol } = changelog
  const blocks = [
    `# ${format.title}`,
    ...format.preamble.map((paragraph) => claimed(paragraph, history).replaceAll('\n', eol)),
    ...(await unreleasedBlocks(writing, history)),
  ]
  for (const release of history.releases) {
    const body = await bodyOf(writing, release)
    blocks.push(...sectionBlocks(writing, titledOf(release), body.trimEnd()))
  }
  const links = format.form.link === 'reference' ? definitionLines(writing, history) : []
  if (links.length > 0) blocks.push(links.join(eol))
  return blocks.join(eol + eol) + eol
}

/** Who counts by the calendar does not claim to follow SemVer. */
function claimed(paragraph: string, { releases: [newest] }: ProjectHistory): string {
  if (!startsWithYear(newest?.version ?? '')) return paragraph
  return paragraph.replace(/,\nand this project adheres to .*$/, '.')
}

/** A release's heading and text, blocks without blank lines around; a text that is empty is left out. */
export function sectionBlocks(writing: Writing, titled: Titled, body: string): string[] {
  const heading = headingOf(titled, writing)
  return body === '' ? [heading] : [heading, body]
}

/** Keep a Changelog has the section even where it is empty, so that people write into it. */
async function unreleasedBlocks(writing: Writing, { head, unreleased }: ProjectHistory): Promise<string[]> {
  const body = await bodyOf(writing, unreleased)
  if (body === '' && !writing.format.name.startsWith('keep-a-changelog')) return []
  const stamped = body === '' ? '' : stampedBody({ body, commit: head }, writing.changelog.eol)
  return sectionBlocks(writing, titledOf(unreleased), stamped)
}

function definitionLines({ pages }: Writing, { unreleased, releases }: ProjectHistory): string[] {
  return [unreleased, ...releases].flatMap((release) => {
    const titled = titledOf(release)
    const url = addressOf(titled, pages)
    return url === undefined ? [] : [`[${titled.version ?? 'unreleased'}]: ${url}`]
  })
}
