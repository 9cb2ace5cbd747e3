/** A dependency that a commit brought to another version. */
export interface DependencyChange {
  readonly name: string
  readonly from?: string
  readonly to: string
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

/** What Dependabot writes below a title that has no versions: ``Updates `a` from 1 to 2``, `Bumps [a](https://…) from 1 to 2.` */
const inBody = new RegExp(
  String.raw`^(?:Bumps|Updates) (?:\[(?<linked>[^\]\s]+)\]\(\S*\)|\x60(?<name>[^\x60\s]+)\x60) from \x60?(?<from>${version})\x60? to \x60?(?<to>(?:${version}))(?<!\.)`,
  'gm',
)

/**
 * What a message says of a dependency's version, or undefined where it names no single one.
 *
 * @param body what stands below the subject, where Dependabot may name what the title does not
 */
export function readDependency(subject: string, body = ''): DependencyChange | undefined {
  if (!/^(?:bump|update|upgrade|pin)/i.test(subject)) return undefined
  const isMore = !saysOne.test(subject) || !body.includes('\nupdated-dependencies:')
  return inTitle(subject) ?? (isMore ? undefined : onlyOne(body))
}

const saysOne =
  /^(?:bump|update)s? (?:\S+|the \S+ group(?: across \d+ director(?:y|ies))? with 1 update)(?: in (?:the )?\S+(?: group)?)*(?: across \d+ director(?:y|ies))?$/i

function onlyOne(body: string): DependencyChange | undefined {
  const [one, ...others] = [...body.matchAll(inBody)].map(({ groups }) => groups as Record<string, string>)
  if (!one || others.length > 0) return undefined
  return { name: (one.linked ?? one.name) as string, from: one.from as string, to: one.to as string }
}

function inTitle(subject: string): DependencyChange | undefined {
  for (const form of forms) {
    const { name, from, to } = form.exec(subject.replaceAll('`', ''))?.groups ?? {}
    if (name && to && /[a-z]/i.test(name) && !/^(?:version|up)$/i.test(name))
      return { name, ...(from && { from: from.trim() }), to: to.trim() }
  }
  return undefined
}
