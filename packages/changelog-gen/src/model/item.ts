import type { Person } from '../change.ts'
import type { Commit } from '../history/commit.ts'
import { commonTypes } from '../message/common-types.ts'
import { changelogWords, type Message, readMessage } from '../message/message.ts'
import { authorsOf } from '../message/people.ts'
import { type Revert, readRevert } from '../message/revert.ts'
import { readSquash } from '../message/squash.ts'
import type { OmissionReason } from '../release.ts'

/** A commit of a release while it is judged: it is listed unless something gives it a reason not to be. */
export interface Item {
  readonly commit: Commit
  /** What it says; of a merged pull request, its title and text. */
  readonly message: Message
  /** True for what a forge or git calls a merge by itself: the title, if there is one, stands in the body. */
  readonly isMerge: boolean
  /** True where the merge has a title of its own. */
  readonly hasTitle: boolean
  readonly revert: Revert | undefined
  readonly authors: readonly Person[]
  /** Pull request, be it that of the merge that brought it. */
  pr: number | undefined
  /** What the trailer `Changelog` says it is: its own, or that of a commit that it tells of. */
  kind?: string
  /** True for the one commit that tells of its whole pull request. */
  tellsPull?: boolean
  reason?: OmissionReason
  /** What it was left out for: a hash, `#12`, a category. */
  partner?: string
  /** Those that tell of it instead, where it is left out; the first that is listed does. */
  tellers?: readonly Item[]
  /** What breaks, in the words of those that it tells of. */
  inherited?: readonly string[]
}

/** A commit, read. */
export function itemOf(commit: Commit): Item {
  const item = readItem(commit)
  const kind = kindIn(item.message.body) ?? (advisory.test(commit.message) ? 'security' : undefined)
  return kind === undefined ? item : { ...item, kind }
}

function kindIn(body: string): string | undefined {
  const kinds = /^(?:added|fixed|changed|deprecated|removed|security|performance)$/
  return changelogWords(body).find((word) => kinds.test(word))
}

function readItem(commit: Commit): Item {
  const written = readMessage(commit.message)
  const own = titled(written)
  const authors = authorsOf(commit)
  const merge = readMerge(own.line, commit.parents.length)
  const sorted = commit.parents.length > 1 ? readSortedMerge(own) : undefined
  if (sorted) return { commit, ...sorted, isMerge: true, hasTitle: true, authors }
  if (!merge) {
    // GitHub and GitLab can be told to call a merge like its pull request; only the number shows that a forge made it.
    const number = commit.parents.length > 1 ? (own.pr ?? numberIn(own.body)) : undefined
    const revert = readRevert(own.line, own.body, commit.parents[0])
    return {
      commit,
      message: own,
      isMerge: number !== undefined || (own !== written && commit.parents.length > 1),
      hasTitle: true,
      revert,
      authors,
      pr: number ?? own.pr,
    }
  }
  const body = own.body.replace(titleOfBors, '$<title>')
  const told = readMessage(body)
  const number = merge.pr ?? numberIn(body)
  const isTitled = number !== undefined || isTitledBranch(own.line, told)
  const title = merge.isBatch || !isTitled ? undefined : titleOf(body)
  const message = title === undefined ? own : told
  const pr = merge.pr ?? message.pr ?? number
  const revert = readRevert(title ?? own.line, body) ?? readRevert(own.line, '')
  return { commit, message, isMerge: true, hasTitle: title !== undefined, revert, authors, pr }
}

/** Leaves an item out, unless it is left out already: the first reason is the one that counts. */
export function omit(item: Item, reason: OmissionReason, partner?: string): void {
  if (item.reason !== undefined) return
  item.reason = reason
  if (partner !== undefined) item.partner = partner
}

/** Leaves out what other items tell of. */
export function omitFor(item: Item, reason: 'merge' | 'duplicate', tellers: readonly Item[]): void {
  if (item.reason !== undefined) return
  const [teller] = reason === 'duplicate' ? tellers : []
  omit(item, reason, teller && nameOf(teller))
  item.tellers = tellers
}

/** How an item is called in explanations. */
export function nameOf({ pr, commit }: Item): string {
  return pr === undefined ? commit.sha : `#${pr}`
}

/** The first lines of merges, as forges, git and bots write them. */
const merges = new RegExp(
  `^(?:${[
    // `Merge pull request #12 from tea/cups`, `Merged in cups (pull request #12)`
    String.raw`Merge (?:pull request|PR|merge request) [#!]?(?<pr>\d+)`,
    String.raw`Merged in .*\(pull request #(?<bitbucket>\d+)\)`,
    // `Auto merge of #12 - tea:cups, r=ada`, and the merges within a rollup; `Merge #12`, of a batch `Merge #12 #13`, `Merge of #12`
    String.raw`(?:Auto|Rollup) merge of #(?<homu>\d+)\b`,
    String.raw`Merge (?:of )?(?:#\d+ )*#(?<bors>\d+)$`,
    // `Merge remote-tracking branch 'origin/main'`, `Merge main into topic`, `Merge origin/main`
    String.raw`Merge(?:d)? (?:remote(?:-tracking)? )?(?:branch|branches|tag|commit)\b`,
    String.raw`Merge \S+ into \S+`,
    // `Merge hotfix`: a word that may be nothing but the name of a branch
    String.raw`Merged? \S+$`,
    String.raw`Merged? (?:in )?(?:[\w.-]+\/)+[\w.-]+`,
    // `Merged from default`, `Merge change I1a2b into donut`, `Merge tea7 -> main`
    String.raw`Merged? (?:from|with) (?:the )?\S+(?: branch)?\.?$`,
    String.raw`Merge change \S+(?: into \S+)?$`,
    String.raw`Merge \S+ (?:->|=>|→|➡️) \S+`,
    String.raw`Merge (?:upstream|origin|master|main|develop|dev|in)\b`,
    'Auto(?:matic)? merge',
    'Automerge',
    String.raw`Merge [0-9a-f]{7,40}\b`,
    // `Merge "Words of the change"`, `Merge changes I1a2b,I3c4d`, `Merge topic 'cups'`
    String.raw`Merge (?:"|(?:changes|topics?)\b)`,
  ].join('|')})`,
  'i',
)

/** What forges put around the title of a pull request in the first line of its merge. */
const around = [
  // Gitea and Forgejo; Bitbucket Server
  /^Merge pull request '(?<title>.+)' \(#(?<pr>\d+)\) from \S+ into \S+$/,
  /^Pull request #(?<pr>\d+): (?<title>.+)$/,
  // Azure DevOps and Gitee, whose numbers say nothing where the repository is shown on GitHub, too
  /^Merged PR \d+: (?<title>.+)$/,
  /^!\d+ (?<title>.+)$/,
]

/** What GitHub calls, and called before, the merge of a pull request from the private fork of a security advisory (koajs/koa and honojs/hono, read 2026-11-28). */
const advisory = /^Merge (?:commit from fork|pull request from GHSA-[\w-]+)[ \t]*(?:\r?\n|$)/

/** A message that begins with the title of a pull request and its number, whatever forge wrote it. */
function titled(message: Message): Message {
  if (advisory.test(message.line)) return advised(message)
  if (!/^(?:Merged? (?:pull request '|PR \d)|Pull request #|!\d)/.test(message.line)) return message
  const groups = around.map((form) => form.exec(message.line)?.groups).find(Boolean)
  if (!groups) return message
  return readMessage(`${groups.title}${groups.pr ? ` (#${groups.pr})` : ''}\n\n${message.body}`)
}

/** What an advisory is about stands in the body, if anywhere: the first of a list, or the first paragraph. Commits with types tell of themselves. */
function advised(message: Message): Message {
  if (readSquash(message.line, message.body)) return message
  const [first = '', ...rest] = message.body.split(/\n\s*\n|\n(?=[*-] )/)
  const title = titleOf(first.replace(/^[*-] /, '').replaceAll(/\s*\n\s*/g, ' '))
  return title === undefined || /^https?:\S+$/.test(title) ? message : readMessage([title, ...rest].join('\n\n'))
}

/**
 * `bug #12 [Cup] Wash it (ada)`, as the tool of Symfony's maintainers calls the merge of a pull request: what sort it is of, and who wrote it
 * (symfony/console, read 2026-11-27). A minor one is of no sort.
 */
function readSortedMerge({ line, body }: Message): Pick<Item, 'message' | 'pr' | 'revert'> | undefined {
  if (!/^This PR was \b/m.test(body)) return undefined
  const {
    sort,
    pr,
    title = '',
  } = /^(?<sort>[a-z]+) #(?<pr>\d+) (?<title>.+?)(?: \([^()]*\))?$/.exec(line)?.groups ?? {}
  if (sort === undefined) return undefined
  const message = readMessage(`${sort === 'minor' ? '' : `${sort}: `}${title}\n\n${body}`)
  return { message, pr: Number(pr), revert: readRevert(title, body) }
}

/** What the line of a merge says of a pull request; undefined for a commit that is no merge, or one that somebody named. */
function readMerge(line: string, parents: number): { pr?: number; isBatch?: boolean } | undefined {
  const groups = /^(?:merge|auto|rollup)/i.test(line) ? merges.exec(line)?.groups : undefined
  if (!groups) return undefined
  // Its title would be that of the first pull request only.
  if (groups.bors !== undefined && / #.* #/.test(line)) return { isBatch: true }
  const number = groups.pr ?? groups.bitbucket ?? groups.homu ?? groups.bors
  if (number !== undefined) return { pr: Number(number) }
  // A squashed pull request may keep the line of a merge, but then it says which one.
  return parents < 2 ? undefined : {}
}

/** `12: Wash the cups r=ada a=grace`, as bors has the title. */
const titleOfBors = /^\d+: (?<title>\S.*?) r=\S* a=\S*(?=[\r\n]|$)/

/** What a merge says that has no title: trailers, comments, lists of conflicts and commits. */
const noTitle = new RegExp(
  `^(?:${[
    String.raw`[\w-]+: \S+@`,
    // `PiperOrigin-RevId: 12`, `Change-Id: I12`
    String.raw`[a-z]+(?:-[a-z]+)+: \S*\d\S*$`,
    String.raw`\W*Conflicts?:`,
    '#',
    String.raw`.*\bupdated upstream into a topic branch\.?$`,
    String.raw`[\w-]+-by:`,
    // `* 'cups' of host:tea:`, as git lists what it merges where it is told to
    String.raw`\* (?:(?:tag|commit|(?:remote-tracking )?branch) )?(?:'[^']+'|\S+)(?: of \S+)?:?(?: \(\d+ commits\))?$`,
    String.raw`(?=\w*\d)[0-9a-f]{7,40} `,
    'See merge request',
    String.raw`Pull request #\d+$`,
    // Each of them has a merge of its own.
    String.raw`Rollup of \d+ pull requests`,
  ].join('|')})`,
  'i',
)

/** `Merge branch 'cups' into 'main'` and `Merge branch 'cups' of bo/tea into main`: what GitLab and, formerly, Gitea put above the title of a request. People write remarks there. */
const merged = /^Merge branch '.+' (?:into '.+'|of [\w.-]+\/[\w.-]+ into \S+)$/

/** True for a title that only refers: `Closes #12, references #14`, `(PR #12)`, `Source: https://…`. */
function onlyRefers(title: string): boolean {
  return /#\d|https?:/.test(title) && title.split(/[\s,;()]+/).every((word) => referring.test(word))
}

const referring =
  /^(?:(?:close|fix|resolve|reference|ref|see|issue|pr|pull|request|and)(?:e?[sd])?:?|[^#]*#\d+\.?|https?:.+|[a-z]+:)?$/i

/** True for the title of a branch of which nobody says that a pull request brought it. */
function isTitledBranch(line: string, { line: title, type = '', breaking }: Message): boolean {
  return breaking || commonTypes.has(type) || (merged.test(line) && !onlyRefers(title))
}

/** The title of a pull request: the first line of the body, if it is one. */
function titleOf(body: string): string | undefined {
  const line = /^[^\r\n]*/.exec(body)?.[0]?.trim() ?? ''
  return line === '' || noTitle.test(line) ? undefined : line
}

/** GitLab says it behind the description: `See merge request group/project!12`, or the address; others have it in a line of its own. */
function numberIn(body: string): number | undefined {
  const number = /^(?:See merge request \S*(?:!|\/merge_requests\/)|Pull request #)(\d+)$/m.exec(body)?.[1]
  return number === undefined ? undefined : Number(number)
}
