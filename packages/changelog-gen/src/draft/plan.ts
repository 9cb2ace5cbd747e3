import { searchOf } from '@frontdoor/kit/config/search'
import type { Change } from '../change.ts'
import type { ForgeCommit } from '../forge/commits.ts'
import type { PullRequest } from '../forge/pull-request.ts'
import type { ForgeRelease, ReleaseText } from '../forge/releases.ts'
import { readHeader } from '../message/header.ts'
import { personOf } from '../message/people.ts'
import { type Condition, holds, type PathTest } from '../model/category.ts'
import { type Author, authorList, authorsOf, mentionOf } from './people.ts'
import type { BumpRule, DraftSettings } from './settings.ts'
import { fill, guarded, plainTitle, replace, tameBody, unguarded } from './template.ts'
import { versionValues } from './version.ts'

/** All that a release is made of. */
export interface DraftFacts {
  readonly owner: string
  readonly repository: string
  /** `https://github.com`. */
  readonly server: string
  readonly previous: ForgeRelease | undefined
  readonly commits: readonly ForgeCommit[]
  readonly pulls: readonly PullRequest[]
  /** Paths of pull requests by number, where a condition asks for them. */
  readonly paths: ReadonlyMap<number, readonly string[]>
  /** Logins of those who never had a pull request merged before. */
  readonly newcomers: ReadonlySet<string>
  /** Branch that is released, or a ref. */
  readonly target: string
  readonly matches: PathTest
}

/** What somebody wants for this one release. */
export interface Wish {
  readonly version?: string | undefined
  readonly tag?: string | undefined
  readonly name?: string | undefined
  readonly publish?: boolean
}

const defaults = {
  heading: '## $TITLE',
  change: '* $TITLE (#$NUMBER) $AUTHORS',
  author: '$AUTHOR_MENTION',
  authorSeparator: ', ',
  noChanges: '* No changes',
  noContributors: 'No contributors',
  newContributor: '* $AUTHOR_MENTION made their first contribution in #$NUMBER',
  noNewContributors: '* No new contributors',
  version: '$MAJOR.$MINOR.$PATCH$PRERELEASE',
} as const

type Style = DraftSettings & Readonly<Record<keyof typeof defaults, string>>

/** The release that the settings make of the facts. */
export function planDraft(facts: DraftFacts, settings: DraftSettings, wish: Wish = {}): ReleaseText {
  const style: Style = { ...defaults, ...settings }
  const pulls = sorted(facts.pulls, style)
  const kept = pulls.filter((pull) => isKept(pull, facts, style))
  const versions = versionValues({
    previous: facts.previous,
    given: wish.version || wish.tag || wish.name,
    bump: bumpOf(kept, facts, style),
    prerelease: style.prerelease ?? false,
    identifier: style.identifier,
    tagPrefix: style.tagPrefix,
    template: style.version,
  })
  const first = facts.previous ? '' : (style.first ?? '')
  const template = `${style.header ?? ''}${style.body ?? ''}${first}${style.footer ?? ''}`
  const text = fill(template, {
    PREVIOUS_TAG: facts.previous?.tag ?? '',
    CHANGES: guarded(changesText(kept, facts, style)),
    CONTRIBUTORS: guarded(contributorsText(kept, facts, style)),
    NEW_CONTRIBUTORS: guarded(newcomersText(kept, facts, style)),
    OWNER: facts.owner,
    REPOSITORY: facts.repository,
  })
  const edited = (style.replace ?? []).reduce((before, { search, by }) => replaced(before, search, by), text)
  const prerelease = style.prerelease ?? false
  return {
    name: fill(wish.name ?? style.name ?? '', versions),
    tag: fill(wish.tag ?? style.tag ?? '', versions),
    body: unguarded(fill(edited, versions)),
    draft: !wish.publish,
    prerelease,
    latest: !prerelease && (style.latest ?? true),
    ...(targetOf(facts.target) && { target: targetOf(facts.target) }),
  }
}

/** Only a branch or a commit can be the target of a release. */
function targetOf(ref: string): string {
  return /^refs\/(?:tags|pull)\//.test(ref) ? '' : ref.replace(/^refs\/heads\//, '')
}

function replaced(text: string, search: string, by: string): string {
  const pattern = searchOf(search)
  return pattern ? replace(text, pattern, by) : text
}

/** A pull request without a date counts as the newest. */
function sorted(pulls: readonly PullRequest[], { sort, direction }: DraftSettings): PullRequest[] {
  const key = (pull: PullRequest) => (sort === 'title' ? pull.title : pull.mergedAt)
  const sign = direction === 'ascending' ? 1 : -1
  const order = (a: string, b: string) => sign * (Number(a === '') - Number(b === '') || (a < b ? -1 : Number(a > b)))
  return [...pulls].sort((a, b) => order(key(a), key(b)))
}

function changeOf(pull: PullRequest, { paths }: DraftFacts): Change {
  const { type, scope, breaking } = readHeader(pull.title)
  return {
    id: `#${pull.number}`,
    kind: 'pull-request',
    subject: pull.title,
    body: pull.body,
    ...(type && { type }),
    ...(scope && { scope }),
    breaking,
    references: [],
    authors: pull.author ? [personOf(pull.author.login, '')] : [],
    shas: pull.mergeCommit ? [pull.mergeCommit] : [],
    pr: pull.number,
    labels: pull.labels,
    paths: paths.get(pull.number) ?? [],
    origins: {},
  }
}

function isKept(pull: PullRequest, facts: DraftFacts, { include, exclude }: DraftSettings): boolean {
  const change = changeOf(pull, facts)
  const some = (conditions: readonly Condition[]) => conditions.some((one) => holds(one, change, facts.matches))
  return (include === undefined || some(include)) && !(exclude && some(exclude))
}

/** Sorts pull requests under rules. A rule without conditions takes what is left. */
function sortOut<Rule extends BumpRule>(pulls: readonly PullRequest[], rules: readonly Rule[], facts: DraftFacts) {
  const taken = new Map<Rule, PullRequest[]>(rules.map((rule) => [rule, []]))
  const rest: PullRequest[] = []
  for (const pull of pulls) {
    const change = changeOf(pull, facts)
    let isTaken = false
    for (const rule of rules) {
      if (!rule.when?.some((condition) => holds(condition, change, facts.matches))) continue
      taken.get(rule)?.push(pull)
      isTaken = true
      if (!rule.also) break
    }
    const catchAll = rules.find(({ when = [] }) => when.length === 0)
    if (!isTaken) (catchAll ? taken.get(catchAll) : rest)?.push(pull)
  }
  return { taken, rest }
}

const levels = ['patch', 'minor', 'major'] as const

/** The highest that a section or a rule asks for; at least the patch version moves. */
function bumpOf(pulls: readonly PullRequest[], facts: DraftFacts, { sections = [], bumps = [] }: DraftSettings) {
  const used = ({ taken }: { taken: ReadonlyMap<BumpRule, readonly PullRequest[]> }) =>
    [...taken].filter(([, some]) => some.length > 0).map(([rule]) => rule)
  const conditional = used(
    sortOut(
      pulls,
      bumps.filter(({ when = [] }) => when.length > 0),
      facts,
    ),
  )
  const fallback = bumps.filter(({ when = [] }) => when.length === 0).slice(0, 1)
  const rules = [...used(sortOut(pulls, sections, facts)), ...(conditional.length > 0 ? conditional : fallback)]
  return levels[Math.max(0, ...rules.map(({ bump = 'patch' }) => levels.indexOf(bump)))] ?? 'patch'
}

function changesText(pulls: readonly PullRequest[], facts: DraftFacts, style: Style): string {
  const { taken, rest } = sortOut(pulls, style.sections ?? [], facts)
  const lines = (some: readonly PullRequest[], title = '') =>
    some.map((pull) => lineOf(pull, title, { facts, style })).join('\n')
  const blocks = [...taken].flatMap(([{ title, collapse = -1 }, some]) => {
    if (some.length === 0) return []
    const text = lines(some, title)
    const count = `${some.length} change${some.length > 1 ? 's' : ''}`
    const isFolded = collapse >= 0 && some.length > collapse
    const list = isFolded ? `<details>\n<summary>${count}</summary>\n\n${text}\n</details>` : text
    return [fill(style.heading, { TITLE: title }), list].filter(Boolean)
  })
  const all = [lines(rest), ...blocks].filter(Boolean)
  return all.length === 0 ? style.noChanges : all.join('\n\n').trim()
}

function lineOf(pull: PullRequest, category: string, { facts, style }: { facts: DraftFacts; style: Style }): string {
  const { author, number, url } = pull
  const { author: template, authorSeparator, lastAuthorSeparator } = style
  const bot = author && `[${author.login.replace(/\[bot\]$/, '')}[bot]](${author.url})`
  return fill(style.change, {
    CATEGORY: category,
    TITLE: plainTitle(pull.title, style.escape),
    NUMBER: String(number),
    AUTHORS: authorList(authorsOf([pull], facts.commits), {
      author: template,
      authorSeparator,
      lastAuthorSeparator,
      server: facts.server,
    }),
    AUTHOR: author?.bot ? bot : (author?.login ?? 'ghost'),
    AUTHOR_URL: author?.url ?? '',
    BODY: tameBody(pull.body),
    URL: url,
    BASE_REF_NAME: pull.base,
    HEAD_REF_NAME: plainTitle(pull.head),
  })
}

function contributorsText(pulls: readonly PullRequest[], { commits, server }: DraftFacts, style: Style): string {
  const left = new Set(style.notThanked)
  const isThanked = ({ name, isLogin }: Author) =>
    !isLogin || !(left.has(name) || left.has(name.replace(/\[bot\]$/, '')))
  const shown = authorsOf(pulls, commits)
    .filter(isThanked)
    .map((author) => mentionOf(author, server))
  if (shown.length === 0) return style.noContributors
  return shown.length === 1 ? `${shown[0]}` : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

/** Whose first pull request is left out is not welcomed for the second. */
function newcomersText(kept: readonly PullRequest[], { newcomers, pulls }: DraftFacts, style: Style): string {
  const left = new Set(style.notThanked)
  const first = new Map<string, PullRequest>()
  const byDate = [...pulls].sort((a, b) =>
    a.mergedAt === b.mergedAt ? a.number - b.number : a.mergedAt < b.mergedAt ? -1 : 1,
  )
  for (const pull of byDate) {
    const login = pull.author?.login
    if (login && newcomers.has(login) && !left.has(login) && !first.has(login)) first.set(login, pull)
  }
  const welcome = [...first].filter(([, pull]) => kept.includes(pull))
  const lines = welcome.map(([login, { number, url, author }]) =>
    fill(style.newContributor, {
      AUTHOR: login,
      AUTHOR_MENTION: `@${login}`,
      AUTHOR_URL: author?.url,
      NUMBER: String(number),
      URL: url,
    }),
  )
  return lines.length === 0 ? style.noNewContributors : lines.join('\n')
}
