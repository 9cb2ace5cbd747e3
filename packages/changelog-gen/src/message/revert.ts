import { conventionalHeader } from './header.ts'

/** What a commit takes back. */
export interface Revert {
  /** Hashes, whole or in part. */
  readonly shas: readonly string[]
  /** Numbers of pull requests. */
  readonly prs: readonly number[]
  /** Names of revisions in Phabricator: `D105720159`. */
  readonly revisions: readonly string[]
  /** First line of what it takes back, where it is quoted; forges cut long ones with `…`. */
  readonly header?: string
  /** False where only words say so, as in `fix: revert the new cache`: it is a revert if a change of that name is there. */
  readonly isSure: boolean
  /** True where its title says that it does nothing else. */
  readonly isAll: boolean
  /** True for `Reapply "…"`: what it takes back is itself a revert. */
  readonly reapplies: boolean
  /** True where it takes back a part only, and the rest of the change stays. */
  readonly isPartial: boolean
}

const anyVerb = /rever[st]|reappl|re-?land|reinstat|undo|back(?:s|ed|ing)?[ -]?out/i

/**
 * Reads what a message says it takes back; undefined where it takes back no commit. To revert a setting is no revert.
 *
 * @param parent hash of the commit before, where there is one
 */
export function readRevert(line: string, body: string, parent?: string): Revert | undefined {
  // A squashed branch may hold a revert of what it did itself, so where the title says nothing, only the first words count.
  const said = anyVerb.test(line) ? body : (/^[^\n]*/.exec(body)?.[0] ?? '')
  if (!anyVerb.test(line) && !anyVerb.test(said)) return undefined
  const quoted = quotedHeader(line)
  const revision = revisionNamed.exec(line)?.groups?.revision
  const isRevert = quoted !== undefined || revision !== undefined || revertType.test(line)
  const before = parent !== undefined && lastCommit.test(line) ? [parent] : []
  const shas = [...new Set([...shasIn(said, isRevert), ...shasNamed(line), ...before])]
  const prs = [...new Set([...prsIn(said), ...prsNamed(line)])]
  const original = /^Original Phabricator Diff: (?<revision>D\d+)/m.exec(said)?.groups?.revision
  const revisions = [...new Set([revision, original])].filter((one) => one !== undefined)
  const header = quoted?.header ?? unquoted.exec(line)?.groups?.header
  const isSure = quoted !== undefined || [...shas, ...prs, ...revisions].length > 0
  if (header === undefined && !isSure) return undefined
  const isAll = isRevert || !conventionalHeader.test(line)
  const isPartial = partly.test(line) || partly.test(said)
  return {
    shas,
    prs,
    revisions,
    ...(header && { header }),
    isSure,
    isAll,
    reapplies: quoted?.reapplies === true,
    isPartial,
  }
}

const partly =
  /\bpart(?:ial|ly|ially|ically)?[ -]+(?:rever[st]|undo|back(?:s|ed|ing)?[ -]?out)|\brevert(?:s|ed|ing)? (?:(?:an? )?(?:\w+ )?(?:parts?|portions?) of|partially|partly)\b/i

// Before the verb may stand an emoji, a type, a tag in brackets, a project. Each part begins otherwise, so nothing backtracks.
const lead = String.raw`^(?:[^\p{L}\p{N}"'\(\[\]]|\[[^\]]*\]|[\p{L}\p{N}_\/-]+(?:\([^\(\)]*\))?!?:)*`
const verb = String.raw`(?:part(?:ial|ly|ially)[ -])?(?<verb>reverts?|reverted|reverting|reapply|re-?land|reinstate|un-?revert|undo|back(?:ed|s)?[ \-]?out)`
const fill = `(?: (?:of|the|an?|commits?|back|pr|pull(?: request)?|changes?|introduced|made|merge|from|by|in|parts?))*`
const quoting = new RegExp(`${lead}${verb}${fill}(?:[: ]*#\\d+)?[: ]*(?<quote>["'“\`])(?<header>.+)$`, 'iu')
const typed = new RegExp(`${lead}revert(?:\\([^()]*\\))?!?: (?<header>.+)$|^\\[revert\\]:? (?<tagged>.+)$`, 'iu')
const unquoted = new RegExp(`${lead}revert(?:s|ed)? (?<header>.+)$`, 'iu')
const lastCommit = new RegExp(
  `${lead}${verb}(?: (?:the|my))? (?:last|previous) commit(?:$|[.,;]| (?:as|because|due|since|until|which)\\b)`,
  'iu',
)
/** `Revert D105720159: Wash the cups`, `Reverted commit D105720159`. */
const revisionNamed = new RegExp(
  `${lead}(?:revert(?:s|ed)?|back(?:ed|s)?[ -]?out)${fill}:? (?<revision>D\\d{4,})\\b`,
  'iu',
)
const revertType = /^[^\p{L}\p{N}]*revert(?:\([^()]*\))?!?:|^\[revert\]/iu

const reapplying = /^(?:reapply|re-?land|reinstate|un-?revert)$/i

function quotedHeader(line: string): { header: string; reapplies: boolean } | undefined {
  const groups = quoting.exec(line)?.groups ?? typed.exec(line)?.groups
  if (!groups) return undefined
  const text = (groups.header ?? groups.tagged) as string
  const header = groups.quote === undefined ? text : untilQuote(text)
  return { header: header.trim(), reapplies: reapplying.test(groups.verb ?? '') }
}

/** The quoted part: to the last quote, since a reverted revert quotes inside of its own. */
function untilQuote(text: string): string {
  const end = Math.max(...['"', "'", '”', '`'].map((quote) => text.lastIndexOf(quote)))
  return end === -1 ? text.replace(/\s*\(#\d+\)$/, '') : text.slice(0, end)
}

const hash = String.raw`\b[0-9a-f]{7,64}\b`
const hashes = new RegExp(hash, 'g')
const opening = String.raw`^[ \t*>-]*(?:(?:this|it|fully|partially|partly|also|commit|pr) )*(?:reverts|revert|reverting|reverted|backs? out)`
const revertsHashes = new RegExp(
  `${opening}(?: (?:the|following|changes?|merge|in|from|of|parts?|most|some))*(?<list>(?:[\\s,;:&'"\`()\\[\\]*-]|and |commits? |${hash})*${hash})`,
  'gim',
)
const revertsNumber = new RegExp(
  `${opening}(?: (?:the|following|changes?|made|merge|from|in|of|by|parts?|pr|prs|pull requests?|mr))*[ :]*(?:[\\w.-]+\\/[\\w.-]+)?[#!](?<number>\\d+)`,
  'gim',
)
const revertsPage = new RegExp(`${opening}[ :]*https?:\\/\\/\\S+\\/(?:pull|merge_requests)\\/(?<number>\\d+)`, 'gim')
const revertsCommitPage = new RegExp(`${opening}(?: commit)?[ :]*https?:\\/\\/\\S+\\/commit\\/(?<list>${hash})`, 'gim')
const refs = /^refs?: (?<list>.+)$/gim

/** The specification advises `Refs:` with the hashes for a `revert:`. */
function shasIn(body: string, isRevert: boolean): string[] {
  const forms = isRevert ? [revertsHashes, revertsCommitPage, refs] : [revertsHashes, revertsCommitPage]
  const lists = forms.flatMap((form) => [...body.matchAll(form)].map(({ groups }) => groups?.list ?? ''))
  // A number has no letters and a word no digits; nearly every hash has both.
  return lists.flatMap((list) => list.match(hashes) ?? []).filter((sha) => /\d/.test(sha))
}

function prsIn(body: string): number[] {
  return [revertsNumber, revertsPage].flatMap((form) =>
    [...body.matchAll(form)].map(({ groups }) => Number(groups?.number)),
  )
}

const numberNamed = new RegExp(`\\b${verb}${fill}[: ]*[("]?(?:[\\w.-]+\\/[\\w.-]+)?[#!](?<number>\\d+)`, 'i')
const hashNamed = new RegExp(`\\b${verb}${fill}[: ]*['"\`(\\[]?(?<sha>${hash})`, 'i')

// GitHub's button calls the branch so, and the merge of it names the branch.
const revertBranch = /^Merge pull request #\d+ from \S+?\/revert-(?<number>\d+)\b/
const ownNumberBehind = new RegExp(`${lead}reverts?(?:\\([^()]*\\))?!?:? .*#(?<number>\\d+)\\)? \\(#\\d+\\)$`, 'iu')

/** `Revert #12`, `revert PR #12`, `fix: revert the new cache (#12) (#13)`; a number alone behind the title is that of the revert. */
function prsNamed(line: string): number[] {
  const named = numberNamed.exec(line.replace(/ \(#\d+\)$/, ''))
  // `Reland #12` brings back what a revert of #12 took.
  if (reapplying.test(named?.groups?.verb ?? '')) return []
  const matches = [named, revertBranch.exec(line), ownNumberBehind.exec(line)]
  return matches.flatMap((match) => match?.groups?.number ?? []).map(Number)
}

/** `revert abc1234`, `fix: revert commit abc1234`. */
function shasNamed(line: string): string[] {
  const sha = hashNamed.exec(line)?.groups?.sha ?? ''
  return /\d/.test(sha) && /[a-f]/.test(sha) ? [sha] : []
}

/** The revision of Phabricator that a message was reviewed as. */
export function revisionOf(body: string): string | undefined {
  return /^Differential Revision:\s*(?:https?:\/\/\S+\/)?(?<revision>D\d+)/m.exec(body)?.groups?.revision
}
