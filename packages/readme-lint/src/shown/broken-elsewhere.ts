import type { Finding } from '@frontdoor/markdown/finding'
import type { Host } from '../host.ts'
import { outsideGenerated } from '../readme/generated.ts'
import type { RuleContext } from '../rule.ts'
import { listOf } from '../wording.ts'
import { absoluteUrl } from './absolute.ts'
import { groupByHosts, linesOf, type Told } from './lost.ts'
import { type AddressKind, addressState, type RelativeUse, relativeUses } from './relative.ts'

/** So many of a kind are told one by one; more are one finding. */
const single = 3

/** Findings about what is relative in a README that a host shows without the repository around it. */
export function* brokenElsewhere(context: RuleContext, kind: AddressKind): Generator<Finding> {
  const { showings, project } = context
  const broken = ({ link }: RelativeUse) =>
    showings.filter((showing) => addressState(showing, link, project) === 'broken').map(({ host }) => host)
  for (const group of groupByHosts(relativeUses(context, kind), broken)) {
    if (group.places.length > single) yield describeAll(group, kind, context)
    else for (const use of group.places) yield describe(use, { kind, hosts: group.hosts }, context)
  }
}

const words: Readonly<Record<AddressKind, { one: string; all: string }>> = {
  link: { one: 'This relative link is dead', all: 'relative links are dead' },
  image: { one: 'This relative image is not shown', all: 'relative images are not shown' },
  srcset: { one: 'This relative address of a picture is dead', all: 'relative addresses of pictures are dead' },
}

function describe(
  use: RelativeUse,
  { kind, hosts }: { kind: AddressKind; hosts: readonly Host[] },
  context: RuleContext,
): Finding {
  const absolute = absoluteUrl(use, context)
  const where = listOf(hosts.map(({ title }) => title))
  return {
    at: use.link.urlAt,
    message: `${words[kind].one} on ${where}: ${absolute ? `write ${absolute}` : 'write an absolute address'}`,
    hosts: hosts.map(({ name }) => name),
    ...(absolute && { fix: { safe: true, edits: [{ ...use.link.urlAt, text: absolute }] } }),
  }
}

function describeAll({ hosts, places }: Told<RelativeUse>, kind: AddressKind, context: RuleContext): Finding {
  const [first] = places as readonly [RelativeUse, ...RelativeUse[]]
  const written = places.flatMap((use) => {
    const text = absoluteUrl(use, context)
    return text === undefined ? [] : [{ ...use.link.urlAt, text }]
  })
  const edits = outsideGenerated(context.document, written)
  const where = listOf(hosts.map(({ title }) => title))
  const lines = linesOf(
    context.document,
    places.map(({ link }) => link.urlAt),
  )
  const instead = written[0] ? `write absolute ones like ${written[0].text}` : 'write absolute ones'
  return {
    at: first.link.urlAt,
    message: `${places.length} ${words[kind].all} on ${where} (${lines}): ${instead}`,
    hosts: hosts.map(({ name }) => name),
    ...(edits.length > 0 && { fix: { safe: true, edits } }),
  }
}
