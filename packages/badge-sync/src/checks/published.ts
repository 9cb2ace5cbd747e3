import type { Edit } from '@frontdoor/markdown/edit'
import type { Finding } from '@frontdoor/markdown/finding'
import { addressEdits, withName } from '../address/edits.ts'
import type { Check, CheckContext } from '../check.ts'
import type { Mention } from '../registry/mentions.ts'
import type { Known } from '../registry/registries.ts'
import { leavesHollow, removal } from '../removal.ts'

export const check: Check = {
  name: 'badge/published',
  summary:
    'The packages that badges and commands name are on their registry, and not given up there (asks registries, with `--online`).',
  *check(context) {
    const unknown = new Set<string>()
    for (const { mention, found } of context.known ?? []) {
      const { ecosystem, name, at, own } = mention
      if (own) continue
      if (found.state === 'missing') yield missing(mention, found.host, context)
      if (found.state === 'published' && found.deprecated !== undefined) yield deprecated(mention, found, context)
      if (found.state !== 'unknown' || unknown.has(`${ecosystem} ${name}`)) continue
      // Once is enough: it says nothing about the README.
      unknown.add(`${ecosystem} ${name}`)
      yield { at, message: `It is not known whether there is a package ${name}: ${found.why}` }
    }
  },
}

const nouns: Readonly<Partial<Record<Mention['ecosystem'], string>>> = { docker: 'image', go: 'module' }

function missing({ ecosystem, name, at, badge }: Mention, host: string, { document }: CheckContext): Finding {
  const what = `${nouns[ecosystem] ?? 'package'} ${name}`
  if (!badge) return { at, message: `This command cannot work: ${host} has no ${what} that everybody may see` }
  const { whole } = badge.image
  const message = `This badge shows nothing: ${host} has no ${what} that everybody may see; publish it, or take the badge out`
  if (leavesHollow(document.source, whole)) return { at, message }
  return { at, message, fix: { safe: false, edits: [removal(document.source, whole)] } }
}

type Published = Extract<Known, { readonly state: 'published' }>

function deprecated(
  mention: Mention,
  { host, deprecated: reason, successor }: Published,
  context: CheckContext,
): Finding {
  const { name, at } = mention
  const instead = successor === undefined || successor === name ? '' : `; name ${successor}`
  const message = `${host} says that nobody should begin to use ${name}: ${oneLine(reason ?? '')}${instead}`
  if (instead === '' || successor === undefined) return { at, message }
  return { at, message, fix: { safe: false, edits: renamed(mention, successor, context) } }
}

/** The name in the command, or in the addresses of the badge and of its link. */
function renamed({ name, at, badge }: Mention, successor: string, { document }: CheckContext): Edit[] {
  if (!badge) return [{ ...at, text: successor }]
  const { image, found, named } = badge
  const to = { image: found.replace(named.partsFor(successor)), link: withName(image.link, name, successor) }
  return addressEdits(document, image, to)
}

/** What a stranger wrote, as part of a line. */
function oneLine(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
  return line.length > 160 ? `${line.slice(0, 159)}…` : line
}
