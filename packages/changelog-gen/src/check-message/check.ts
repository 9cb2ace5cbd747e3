import type { RuleFinding } from '@frontdoor/kit/report'
import type { Bump } from '../change.ts'
import type { Commit } from '../history/commit.ts'
import { assemble, type Verdict } from '../model/assemble.ts'
import { type Classifier, namedTypes } from '../model/category.ts'
import { type Item, itemOf } from '../model/item.ts'
import { judge } from '../model/judge.ts'
import type { Settings } from '../settings.ts'
import type { MessageContext } from './rule.ts'
import { messageRules } from './rules.ts'
import { type SpokenLine, spokenLines } from './spoken.ts'
import { typesOf } from './types.ts'

/** What decides how a message is read, beside its own words. */
export interface Surroundings {
  readonly settings: Pick<Settings, 'categories' | 'merges' | 'sources' | 'squash'>
  readonly categoryOf: Classifier
  readonly strict: boolean
  /** What the comments start with that git will remove; absent where it removes none. */
  readonly comment: string | undefined
  /** Files that the commit changes, where some category asks for them. */
  readonly paths: readonly string[]
  /** Headings of the changelog that list a change. */
  headingsOf(verdict: Verdict): readonly string[]
  /** What a bump means for the version that the project has. */
  levelOf(bump: Bump): Promise<Bump>
  readonly isWord: MessageContext['isWord']
  readonly scopes: MessageContext['scopes']
  readonly isScope: MessageContext['isScope']
}

/** What there is to say about a message, sorted by start; nothing about one that is empty, for which git makes no commit. */
export async function checkMessage(source: string, surroundings: Surroundings): Promise<RuleFinding[]> {
  const [first, ...others] = spokenLines(source, surroundings.comment)
  if (!first) return []
  const context = await contextOf(source, [first, ...others], surroundings)
  const findings: RuleFinding[] = []
  for (const { name, severity, check } of messageRules) {
    for await (const finding of check(context)) findings.push({ ...finding, rule: name, severity })
  }
  return findings.toSorted((a, b) => a.at.start - b.at.start)
}

async function contextOf(
  source: string,
  lines: MessageContext['lines'],
  { settings, headingsOf, categoryOf, strict, paths, levelOf, ...more }: Surroundings,
): Promise<MessageContext> {
  const { item, verdict } = read(lines, { settings, categoryOf, paths })
  const isMade = item.isMerge || made.test(item.commit.message)
  const level = await levelOf(verdict.bump)
  const headings = headingsOf(verdict)
  const { isWord, scopes, isScope } = more
  const types = typesOf(settings.categories)
  return { source, lines, item, verdict, headings, level, types, strict, isMade, isWord, scopes, isScope }
}

const made = /^(?:(?:fixup|squash|amend)! |(?:Revert|Reapply) "|Squashed commit of the following)/

type Reading = Pick<Surroundings, 'settings' | 'categoryOf' | 'paths'>

/** Reads the message as the only commit of a release. */
function read(
  lines: readonly SpokenLine[],
  { settings, categoryOf, paths }: Reading,
): { readonly item: Item; readonly verdict: Verdict } {
  const message = lines.map(({ text }) => text).join('\n')
  const items = [itemOf(commitOf(message, paths))]
  judge(items, {
    settings,
    mergeOf: () => -1,
    names: [],
    override: () => undefined,
    pullOf: () => undefined,
    copiesOf: () => undefined,
    fragmentOf: () => undefined,
  })
  const { verdicts } = assemble(items, [], {
    settings,
    types: namedTypes(settings.categories),
    categoryOf,
    override: () => undefined,
    enrich: (change) => change,
    thanks: { bots: new Set(), isNew: () => false },
  })
  return { item: items[0] as Item, verdict: verdicts()[0] as Verdict }
}

/** Two parents where git says so by itself: `Merge branch 'x'`. */
function commitOf(message: string, paths: readonly string[]): Commit {
  const parents = /^merge/i.test(message) ? ['', ''] : ['']
  return { index: 0, sha: '', parents, seconds: 0, authored: '', name: '', email: '', message, paths }
}
