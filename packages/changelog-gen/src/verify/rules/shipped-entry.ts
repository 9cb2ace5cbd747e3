import type { ReleaseSection } from '../../changelog/changelog.ts'
import type { Item } from '../../changelog/items.ts'
import type { VerifyContext, VerifyRule } from '../rule.ts'

export const shippedEntry: VerifyRule = {
  name: 'changelog/shipped-entry',
  summary: 'No change that is not released stands under a version that is.',
  why: 'When two branches add a line to the unreleased section and a release comes between, git merges the line into the section of the release, without a conflict. Users then look for a change in a version that does not have it.',
  severity: 'error',
  *check(context) {
    const { shas, numbers } = unreleasedKeys(context)
    if (shas.size + numbers.size === 0) return
    const tagged = new Set(context.history.releases.map(({ version }) => version))
    const shipped = shippedNumbers(context)
    for (const section of context.changelog.releases.filter(({ version }) => tagged.has(version))) {
      for (const item of context.items(section)) {
        const key = keyOf(item, { shas, numbers, shipped })
        if (key !== undefined)
          yield { at: { start: item.start, end: item.end }, message: messageOf(key, section, context) }
      }
    }
  },
}

function messageOf(key: string, { version }: ReleaseSection, { changelog }: VerifyContext): string {
  return `${key} is not in ${version}: no tag holds it yet; move the entry to ${changelog.unreleased?.heading.text ?? 'an unreleased section'}`
}

interface Keys {
  readonly shas: ReadonlySet<string>
  readonly numbers: ReadonlySet<string>
}

function unreleasedKeys({ history }: VerifyContext): Keys {
  const entries = history.unreleased.sections.flatMap((section) => section.entries)
  return {
    shas: new Set(entries.flatMap((entry) => entry.shas.map((sha) => sha.slice(0, 7)))),
    numbers: new Set(entries.flatMap(({ pr }) => (pr === undefined ? [] : [String(pr)]))),
  }
}

/** A pull request may have come in twice, once for each branch. */
function shippedNumbers({ history }: VerifyContext): ReadonlySet<string> {
  const entries = history.releases.flatMap(({ sections }) => sections.flatMap((section) => section.entries))
  return new Set(entries.flatMap(({ pr }) => (pr === undefined ? [] : [String(pr)])))
}

/** Only an entry that names nothing else is about the change: many name a later one in passing. */
function keyOf(
  { identity, text }: Item,
  { shas, numbers, shipped }: Keys & { readonly shipped: ReadonlySet<string> },
): string | undefined {
  const sha = identity.shas.find((one) => shas.has(one.slice(0, 7)))
  if (sha !== undefined) return sha.slice(0, 7)
  const [number, ...others] = identity.numbers
  const isAlone = number !== undefined && others.length === 0 && identity.shas.length === 0
  return isAlone && numbers.has(number) && !shipped.has(number) && !isOfOther(text, number) ? `#${number}` : undefined
}

/** `other/tool#12`, and `tool#12`, as some write it, is a number of another project. */
function isOfOther(text: string, number: string): boolean {
  return new RegExp(`[\\w.-][#!]${number}\\b`).test(text)
}
