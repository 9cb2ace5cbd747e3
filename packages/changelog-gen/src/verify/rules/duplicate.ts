import { startOfLine } from '@frontdoor/kit/text/start-of-line'
import type { Finding } from '@frontdoor/markdown/finding'
import type { ReleaseSection } from '../../changelog/changelog.ts'
import type { Item } from '../../changelog/items.ts'
import type { VerifyContext, VerifyRule } from '../rule.ts'

export const duplicate: VerifyRule = {
  name: 'changelog/duplicate',
  summary: 'A version has one section, and an entry stands once in it.',
  why: 'Tools that put their output on top of a file do so again when they are run again, and merges of two branches keep both copies.',
  severity: 'error',
  *check(context) {
    const { unreleased, releases } = context.changelog
    const sections = [...(unreleased ? [unreleased] : []), ...releases]
    const seen = new Map<string, number>()
    for (const { version, heading, unreleased: isOpen } of sections) {
      const name = version ?? (isOpen ? 'What is unreleased' : undefined)
      if (name === undefined) continue
      const line = seen.get(name)
      if (line !== undefined)
        yield { at: heading, message: `${name} has a section already, in line ${line}; make them one` }
      else seen.set(name, context.line(heading.start))
    }
    for (const section of sections) yield* entries(context, section)
    yield* releasedAgain(context)
  },
}

function* entries({ changelog: { source }, items, line }: VerifyContext, section: ReleaseSection): Generator<Finding> {
  const seen = new Map<string, Item>()
  for (const item of items(section)) {
    // Inner items may well be alike: `docs` below two packages. Numbered ones are the steps of a migration.
    if (item.depth > 1 || item.text === '' || /^\d/.test(item.marker)) continue
    const key = `${item.group?.start}\n${item.text.replaceAll(/\s+/g, ' ')}`
    const first = seen.get(key)
    if (!first) {
      seen.set(key, item)
      continue
    }
    const edit = { start: startOfLine(source, item.start), end: behind(source, item.wholeEnd), text: '' }
    const isAlone = item.end === item.wholeEnd
    yield {
      at: { start: item.start, end: item.end },
      message: `This entry stands here already, in line ${line(first.start)}`,
      ...(isAlone && { fix: { safe: true, edits: [edit] } }),
    }
  }
}

/** Entries of what is unreleased that a released version has too. */
function* releasedAgain({ changelog, items, history }: VerifyContext): Generator<Finding> {
  if (!changelog.unreleased) return
  const tagged = new Set(history.releases.map(({ version }) => version))
  const released = new Map<string, string>()
  for (const section of changelog.releases.filter(({ version }) => tagged.has(version))) {
    for (const { identity } of items(section))
      for (const sha of identity.shas) released.set(sha.slice(0, 7), section.version as string)
  }
  for (const { identity, start, end } of items(changelog.unreleased)) {
    const sha = identity.shas.find((one) => released.has(one.slice(0, 7)))
    if (sha !== undefined)
      yield {
        at: { start, end },
        message: `${sha.slice(0, 7)} is listed under ${released.get(sha.slice(0, 7))}, too; keep one of them`,
      }
  }
}

function behind(source: string, end: number): number {
  return end + (/^[ \t]*(?:\r\n|\n|\r)?/.exec(source.slice(end, end + 200))?.[0].length ?? 0)
}
