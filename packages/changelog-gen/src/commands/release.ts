import { join } from 'node:path'
import type { Call, ExitCode, Program } from '@frontdoor/kit/cli/command'
import { readText, type TextFile } from '@frontdoor/kit/files'
import { UserError } from '@frontdoor/kit/io'
import { applyEdits } from '@frontdoor/markdown/edit'
import { type Changelog, newestOnly, readChangelog } from '../changelog/changelog.ts'
import { nextVersion } from '../model/bump.ts'
import { nowOf } from '../next-version.ts'
import { parseVersion } from '../version.ts'
import { compareVersionTexts } from '../version-order.ts'
import { bodyOf, type Titled } from '../writing/context.ts'
import { withoutListed } from '../writing/listed.ts'
import { newestOf } from '../writing/project-history.ts'
import { promote, restamp } from '../writing/promote.ts'
import { updateChangelog } from '../writing/update.ts'
import { type Due, dueReleases } from './due-releases.ts'
import type { releaseFlags } from './flags.ts'
import { nextTag } from './next-tag.ts'
import { type Opened, open } from './open.ts'
import { tellUnread } from './tell-unread.ts'
import { usedFragments } from './used-fragments.ts'
import { carryOut, type Planned, tellDone } from './write.ts'

/** `changelog-gen release X.Y.Z|major|minor|patch|auto`: makes what is unreleased a release. */
export async function release(program: Program, call: Call<typeof releaseFlags>): Promise<ExitCode> {
  const { io, flags } = call
  const date = flags.date ?? nowOf(io).toISOString().slice(0, 10)
  if (!isDate(date)) throw new UserError(`--date ${date} is not a date; write it as YYYY-MM-DD`)
  const given = call.arguments[0] ?? 'auto'
  const all = await open(io, flags)
  tellUnread(program, io, all)
  const due = given === 'auto' ? await dueReleases(io, all) : [named(given, all)]
  if (due.length === 0) {
    io.stdout.write('Nothing to release: no change since the last release asks for a version\n')
    return 0
  }
  const plans: Planned[] = []
  for (const { opened, version } of due)
    plans.push(await planOf(opened, { version: checked(given, version, opened), date }))
  const used = await usedFragments(
    all,
    due.map(({ opened }) => opened),
  )
  if (flags.removeFragments) return carryOut(program, call, plans, await readAll(all, used))
  const code = await carryOut(program, call, plans)
  if (code === 0 && !flags.check && used.length > 0)
    tellDone(call, `To be removed, by you or with --remove-fragments: ${used.join(', ')}`)
  return code
}

async function readAll([first]: readonly Opened[], paths: readonly string[]): Promise<TextFile[]> {
  if (!first) return []
  const { root } = first.request
  return Promise.all(paths.map((path) => readText(join(root, path), root)))
}

/** A version that is written out is that of one changelog. */
function named(given: string, [opened, second]: readonly Opened[]): Due {
  if (opened && !second)
    return { opened, version: isLevel(given) ? raised(given, opened) : given.replace(/^v(?=\d)/, '') }
  throw new UserError(`${given} can be the version of one package; name it with --package, or give "auto"`)
}

const levels = ['major', 'minor', 'patch'] as const

function isLevel(given: string): given is (typeof levels)[number] {
  return levels.some((level) => level === given)
}

/** What follows on the newest release, below 1.0.0, too, with nothing behind its numbers. */
function raised(level: (typeof levels)[number], { history }: Opened): string {
  const base = parseVersion(newestOf(history)?.version ?? '')
  if (!base)
    throw new UserError(`there is no release that a ${level} version could follow; write it as 1.2.3, or "auto"`)
  return nextVersion(base, level, { zero: 'major', stable: true, isShort: base.numbers.length === 2 })
}

interface Wanted {
  readonly version: string
  readonly date: string
}

async function planOf(opened: Opened, { version, date }: Wanted): Promise<Planned> {
  const tag = nextTag(version, opened)
  if (opened.history.tags.some(({ name }) => name === tag))
    throw new UserError(`${version} is released already: there is a tag ${tag}`)
  const newest = newestOf(opened.history)
  const titled = { version, tag, date, from: newest?.tag }
  const updated = await updateChangelog(opened)
  const { source, conflicts } = updated
  const changelog = readChangelog(updated.text, { ...newestOnly, coming: opened.changelog.coming })
  const text = await releasedText({ ...opened, changelog }, titled, opened.changelog)
  const done = `${version} released on ${date}${backwards(version, newest?.version)}`
  return { opened, text, source, conflicts, done }
}

/** Whoever changes how versions are counted may go back; all others have slipped. */
function backwards(version: string, newest: string | undefined): string {
  return newest !== undefined && compareVersionTexts(version, newest) < 0 ? `, though it is lower than ${newest}` : ''
}

async function releasedText(opened: Opened, titled: Titled, before: Changelog): Promise<string> {
  const { history } = opened
  const text = applyEdits(opened.changelog.source, promote(opened, titled, before))
  const writing = { ...opened, changelog: readChangelog(text, newestOnly) }
  const body = await bodyOf(writing, withoutListed(history.unreleased, writing))
  return applyEdits(text, restamp(writing, { body, commit: history.head, release: titled }))
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true
}

function checked(given: string, version: string, opened: Opened): string {
  if (parseVersion(version) === undefined)
    throw new UserError(`${given} is not a version; write it as 1.2.3, or "auto"`)
  if (hasSection(opened, version))
    throw new UserError(`${opened.path} has a section ${version} already; tag that release, or give another version`)
  return version
}

/** Most changelogs need not be read to their end to tell. */
function hasSection({ changelog }: Opened, version: string): boolean {
  const { source, isWhole, coming } = changelog
  if (!source.includes(version)) return false
  const { releases } = isWhole ? changelog : readChangelog(source, { coming })
  return releases.some((section) => section.version === version)
}
