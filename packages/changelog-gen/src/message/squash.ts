import { commonTypes } from './common-types.ts'
import { bareTitle, conventionalHeader } from './header.ts'
import { quotedLines } from './notes.ts'
import { readRevert } from './revert.ts'

/** What the body of a squashed commit holds of the commits that went into it. */
export interface Squash {
  /**
   * `list`: bullets that the forge made of every commit on the branch. `written`: changes that somebody set apart on purpose.
   * `log`: what `git merge --squash` writes, which has no title of its own.
   */
  readonly kind: 'list' | 'written' | 'log'
  /** Messages of commits, oldest first; of a list, those that follow the convention. */
  readonly messages: readonly string[]
  /** True for a list with bullets that follow no convention, and are not among the messages. */
  readonly hasOthers?: boolean
}

const lineEnd = /\r\n|\r|\n/

/** The commits in a message's body, or undefined where it is one commit's own text. */
export function readSquash(title: string, body: string): Squash | undefined {
  if (body === '') return undefined
  return readNested(body) ?? readLog(title, body) ?? readList(body) ?? readParagraphs(title, body)
}

/** The form that release-please reads from pull requests (its documentation, read 2026-11-22). */
function readNested(body: string): Squash | undefined {
  if (!body.includes('BEGIN_NESTED_COMMIT')) return undefined
  const blocks = [...body.matchAll(/^BEGIN_NESTED_COMMIT\r?\n([\s\S]*?)^END_NESTED_COMMIT/gm)]
  const messages = blocks.map(([, message = '']) => message.trim()).filter(Boolean)
  return messages.length === 0 ? undefined : { kind: 'written', messages }
}

function readLog(title: string, body: string): Squash | undefined {
  const text = /^squashed commit of the following/i.test(title)
    ? body
    : body.split(/^Squashed commit of the following:?$/im)[1]
  if (text === undefined) return undefined
  const commits = text.split(/^commit [0-9a-f]{7,64}\b.*$/m).slice(1)
  const messages = commits.map((commit) =>
    dedented(commit.replace(/^(?:Author|Date|Merge|Commit|AuthorDate|CommitDate):.*\n?/gm, '')),
  )
  return messages.length === 0 ? undefined : { kind: 'log', messages: lasting(messages.filter(Boolean).reverse()) }
}

function dedented(text: string): string {
  return text.replace(/^ {4}/gm, '').trim()
}

/** GitHub and GitLab make a bullet of each commit, its body below. What bots quote of a dependency's notes is a list, too. */
function readList(body: string): Squash | undefined {
  if (!/^[*-] /m.test(body)) return undefined
  const messages: string[][] = []
  const quoted = quotedLines(body)
  for (const [at, line] of body.split(lineEnd).entries()) {
    const [, bullet] = quoted[at] ? [] : (/^[*-] (?:\[[0-9a-f]{7,40}\] )?(\S.*)$/.exec(line) ?? [])
    // GitHub's rule before the co-authors ends the last one.
    if (/^-{9,}$/.test(line)) break
    if (bullet !== undefined) messages.push([bullet])
    else messages.at(-1)?.push(line)
  }
  const all = lasting(messages.map((lines) => lines.join('\n').trim()))
  const known = all.filter((message) => isKnown(firstLine(message)))
  return known.length === 0 ? undefined : { kind: 'list', messages: known, hasOthers: known.length < all.length }
}

/** Messages, oldest first, without those that a later one takes back, and without what takes back one of them. */
function lasting(messages: readonly string[]): string[] {
  const titles = messages.map((message) => bareTitle(firstLine(message)).toLowerCase())
  const gone = new Set<number>()
  for (const [at, message] of [...messages.entries()].reverse()) {
    const line = firstLine(message)
    const revert = gone.has(at) ? undefined : readRevert(line, message.slice(line.length).trim())
    if (revert?.header === undefined || !revert.isAll || revert.isPartial) continue
    const title = bareTitle(revert.reapplies ? `Revert "${revert.header}"` : revert.header).toLowerCase()
    const target = titles.findLastIndex((one, index) => index < at && one === title && !gone.has(index))
    if (target !== -1) gone.add(at).add(target)
  }
  return messages.filter((_, at) => !gone.has(at))
}

function firstLine(text: string): string {
  return /^[^\r\n]*/.exec(text)?.[0] ?? ''
}

/** Further changes behind a blank line, each with its own header, as the Conventional Commits of some projects do. */
function readParagraphs(title: string, body: string): Squash | undefined {
  if (!conventionalHeader.test(title) || !/^\w+(?:\(|!|:)/m.test(body)) return undefined
  // Forges put the line of the only commit first where somebody gave the pull request another title.
  if (isKnown(firstLine(body))) return undefined
  const starts = [...body.matchAll(/(?<=^|\n\r?\n)(?=\S)[^\r\n]+/g)].filter(
    ([line]) => isKnown(line) && !body.includes('```'),
  )
  const quoted = starts.length > 0 ? quotedLines(body) : []
  const spoken = starts.filter(({ index }) => !quoted[body.slice(0, index).split(lineEnd).length - 1])
  const messages = spoken.map(({ index }, at) => body.slice(index, spoken[at + 1]?.index).trim())
  return messages.length === 0 ? undefined : { kind: 'written', messages }
}

/** In a body, any other word before a colon is more likely prose. */
function isKnown(line: string): boolean {
  return commonTypes.has(conventionalHeader.exec(line)?.groups?.type?.toLowerCase() ?? '')
}
