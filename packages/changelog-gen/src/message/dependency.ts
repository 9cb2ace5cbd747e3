import { type BotUpdate, readBotUpdates } from './bot-updates.ts'

/** A dependency that a commit brought to another version. */
export interface DependencyChange {
  readonly name: string
  /** Absent where nobody wrote it, as Renovate does. */
  readonly from?: string
  readonly to: string
  /** True where only who works on the project gets it. */
  readonly isDevelopment?: true
}

const version = String.raw`[~^>=v]*\d[\w.+-]*|[0-9a-f]{7,40}`
const range = String.raw`${version}|[~^><=,.\d\s]+?`
/** What Renovate says of the kind of a dependency, before its name and behind it. */
const kind = String.raw`(?:dev)?dependency |rust crate |module |(?:buildkite |tflint )?plugin |node\.js |helm (?:chart|release) |terraform |pre-commit hook |homebrew formula |conan package |package |image |submodule `
const kindBehind = ' (?:action|digest|docker digest|docker tag|orb|monorepo|packages?|module)'
const forms = [
  // Dependabot: `Bump a from 1 to 2`, `Bump a from 1 to 2 in /docs`, `Bump a from 1 to 2 in the tools group across 1 directory`.
  new RegExp(
    String.raw`^(?:bump|update|upgrade)s? (?:the )?(?:dependency |requirement (?:of )?)?(?<name>\S+?)(?: requirement)? from (?<from>${range}) to (?<to>${range})(?: in (?:the )?\S+(?: group)?)*(?: across \d+ director(?:y|ies))?(?: \([^)]*\))?$`,
    'i',
  ),
  // Renovate: `update dependency a to v2`, `update a to v2`, `update all non-major dependencies` (which names nothing).
  new RegExp(
    String.raw`^(?:bump|update|upgrade|pin)s? (?:the )?(?:${kind})?(?<name>@?[\w./-]+?(?::[\w.-]+)?)(?:${kindBehind})? to (?<to>${version})(?: \[security\])?$`,
    'i',
  ),
  // By hand: `a@2.0.0`, `upgrade a@2.0.0`.
  new RegExp(String.raw`^(?:bump|update|upgrade)s? (?<name>@?[\w./-]+)@(?<to>${version})$`, 'i'),
]

/**
 * What a message says of the versions of dependencies: nothing, that of one, or, where a bot brings several with one commit, that of
 * each.
 *
 * @param body what stands below the subject, where bots name what the title does not
 */
export function readDependencies(subject: string, body = ''): readonly DependencyChange[] {
  if (!/^(?:bump|update|upgrade|pin)/i.test(subject)) return []
  const { updates, areAll } = readBotUpdates(body)
  const titled = inTitle(subject)
  const changes = (areAll && versioned(updates)) || (titled ? [titled] : inGroup(subject, updates))
  const areForDevelopment =
    isForDevelopment(subject) || / action to |devDependency |pre-commit hook /i.test(subject) || areActions(changes)
  const development = new Set(updates.flatMap(({ name, isDevelopment }) => (isDevelopment ? name : [])))
  const isDevelopment = ({ name }: DependencyChange) =>
    areForDevelopment ||
    actionName.test(name) ||
    development.has(name) ||
    (changes.length === 1 && development.size > 0)
  return changes.map((change) => (isDevelopment(change) ? { ...change, isDevelopment: true } : change))
}

function inGroup(subject: string, updates: readonly BotUpdate[]): readonly DependencyChange[] {
  const isTold = updates.length > 0 && (updates.length === 1 ? saysOne : saysSeveral).test(subject)
  return (isTold && versioned(updates)) || []
}

/** What a bot brings, where it says to which version each of them. */
function versioned(updates: readonly BotUpdate[]): readonly DependencyChange[] | undefined {
  const changes = updates.flatMap(({ name, from, to }): DependencyChange[] =>
    to === undefined ? [] : [{ name, ...(from && { from: shortened(from) }), to: shortened(to) }],
  )
  return changes.length > 0 && changes.length === updates.length ? changes : undefined
}

/** A hash as people read it, and a version without the digest that `packageManager` has behind it. */
function shortened(version: string): string {
  return version.replace(/^([\da-f]{7})[\da-f]{33}$/, '$1').replace(/\+sha\d+\.[\da-f]+$/, '')
}

/** The words for a dependency's change, as bots put them. */
export function bumpText({ name, from, to }: DependencyChange): string {
  return `bump ${name}${from === undefined ? '' : ` from ${from}`} to ${to}`
}

/** True for a title about nothing but what only who works on the project gets. */
export function isForDevelopment(title: string): boolean {
  return developmentOnly.test(title)
}

/** `Bump some devDependencies`, `Lock file maintenance`, `Bump the actions group with 3 updates`, `Bump cup in the dev group`. */
const developmentOnly =
  /^(?:update|upgrade|bump)s? (?:(?:all |the |some |a few )?(?:(?:github )?actions|\W?dev(?:elopment)?[ -]?(?:dependenc(?:y|ies)|deps)\W?)|(?:\S+ in )?the (?:\S+[-_/])?(?:actions|dev(?:elopment)?)(?:[-_/]\S+)? group(?: with \d+ updates?)?)(?: in \S+| across \d+ director(?:y|ies)(?: with \d+ updates?)?)?$|^lock ?file maintenance$/i
/** Actions run the workflows of the project. */
const actionName = /^(?:actions\/|[\w.-]+\/(?:setup-|(?:[\w.-]+[/-])?actions?(?:[/-]|$)))/i

/** Dependabot groups what is of one ecosystem: where one is an action, all are whose names may be those of actions. */
function areActions(changes: readonly DependencyChange[]): boolean {
  return (
    changes.some(({ name }) => actionName.test(name)) &&
    changes.every(({ name }) => /^[\w-][\w.-]*\/[\w./-]+$/.test(name))
  )
}

const behindName = String.raw`(?: in (?:the )?\S+(?: group)?)*(?: across \d+ director(?:y|ies))?`
const saysOne = new RegExp(
  String.raw`^(?:bump|update)s? (?:\S+|the \S+ group${behindName} with 1 update)${behindName}$`,
  'i',
)
/** `Bump the tools group in /docs with 3 updates`, `Bump a, b and c`. */
const saysSeveral = new RegExp(
  String.raw`^(?:bump|update)s? (?:the \S+ group${behindName} with \d+ updates|\S+(?:, \S+)* and \S+${behindName})$`,
  'i',
)

function inTitle(subject: string): DependencyChange | undefined {
  for (const form of forms) {
    const { name, from, to } = form.exec(subject.replaceAll('`', ''))?.groups ?? {}
    if (name && to && /[a-z]/i.test(name) && !/^(?:version|up)$/i.test(name))
      return { name, ...(from && { from: from.trim() }), to: to.trim() }
  }
  return undefined
}
