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
const kind = String.raw`dependency |module |plugin |node\.js `
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

/** What Dependabot writes below its title: ``Updates `a` from 1 to 2``, `Bumps [a](https://…) from 1 to 2.`, `Bumps a from 1 to 2`. */
const inBody = new RegExp(
  String.raw`^(?:Bumps|Updates) (?:\[(?<linked>[^\]\s]+)\]\(\S*\)|\x60(?<quoted>[^\x60\s]+)\x60|(?<plain>\S+)) from \x60?(?<from>${version})\x60? to \x60?(?<to>(?:${version}))(?<!\.)`,
  'gm',
)

/**
 * What a message says of the versions of dependencies: nothing, that of one, or, where Dependabot brings several with one commit, that
 * of each.
 *
 * @param body what stands below the subject, where Dependabot names what the title does not
 */
export function readDependencies(subject: string, body = ''): readonly DependencyChange[] {
  if (!/^(?:bump|update|upgrade|pin)/i.test(subject)) return []
  const updated = readUpdated(body)
  const titled = inTitle(subject)
  const changes = titled ? [titled] : inGroup(subject, body, updated)
  const areAll = isForDevelopment(subject) || / action to /i.test(subject) || areActions(changes)
  const development = new Set(updated.flatMap(({ name, isDevelopment }) => (isDevelopment ? name : [])))
  const isDevelopment = ({ name }: DependencyChange) =>
    areAll || actionName.test(name) || development.has(name) || (titled && development.size > 0)
  return changes.map((change) => (isDevelopment(change) ? { ...change, isDevelopment: true } : change))
}

function inGroup(subject: string, body: string, updated: readonly Updated[]): readonly DependencyChange[] {
  if (updated.length === 0 || !(updated.length === 1 ? saysOne : saysSeveral).test(subject)) return []
  const told = [...body.matchAll(inBody)].map(({ groups }) => groups as Record<string, string>)
  const changes = updated.flatMap(({ name, to }): DependencyChange[] => {
    const own = told.find(({ linked, quoted, plain }) => [linked, quoted, plain].includes(name))
    const versions = own ?? (updated.length === 1 && told.length === 1 ? told[0] : undefined)
    const newest = versions?.to ?? to
    if (newest === undefined) return []
    return [{ name, ...(versions?.from && { from: shortened(versions.from) }), to: shortened(newest) }]
  })
  return changes.length === updated.length ? changes : []
}

/** A hash as people read it. */
function shortened(version: string): string {
  return version.replace(/^([\da-f]{7})[\da-f]{33}$/, '$1')
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

interface Updated {
  readonly name: string
  readonly to?: string
  readonly isDevelopment?: true
}

/** The trailer of Dependabot, a list in YAML up to a line of three dots, each dependency once. */
function readUpdated(body: string): readonly Updated[] {
  const [, list] = /^updated-dependencies:[ \t]*\r?\n([\s\S]*?)(?:^\.\.\.|$(?![\s\S]))/m.exec(body) ?? []
  const found = new Map<string, Updated>()
  for (const item of (list ?? '').split(/^- dependency-name:/m).slice(1)) {
    const [first = '', ...lines] = item.split(/\r?\n/)
    const name = bare(first)
    const fields = new Map(lines.map((line) => [line.split(':')[0]?.trim(), bare(line.slice(line.indexOf(':') + 1))]))
    const to = fields.get('dependency-version')
    const isDevelopment = fields.get('dependency-type') === 'direct:development'
    if (!found.has(name)) found.set(name, { name, ...(to && { to }), ...(isDevelopment && { isDevelopment }) })
  }
  return [...found.values()]
}

function bare(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/, '$2')
}

function inTitle(subject: string): DependencyChange | undefined {
  for (const form of forms) {
    const { name, from, to } = form.exec(subject.replaceAll('`', ''))?.groups ?? {}
    if (name && to && /[a-z]/i.test(name) && !/^(?:version|up)$/i.test(name))
      return { name, ...(from && { from: from.trim() }), to: to.trim() }
  }
  return undefined
}
