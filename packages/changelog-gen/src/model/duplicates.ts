import { bareTitle } from '../message/header.ts'
import { pickedFrom } from '../message/message.ts'
import { type Item, nameOf, omitFor } from './item.ts'

/**
 * Tells a change once that came in more than once: picked from another branch, brought by a rebase and again by a merge. The oldest
 * stays. A cherry-pick and a rebase keep the author, the date of writing and the title, which is as good as comparing the patches.
 */
export function settleDuplicates(items: readonly Item[]): void {
  const first = new Map<string, Item>()
  for (const item of items.toReversed()) {
    if (item.reason !== undefined || item.isMerge) continue
    const { commit, message } = item
    const own = `${commit.email}\0${commit.authored}\0${bareTitle(message.line)}`
    const origins = pickedFrom(message.body).map((sha) => sha.slice(0, 12))
    const earlier = message.earlierPrs.map((pr) => `#${pr}`)
    const keys = [own, commit.sha.slice(0, 12), ...origins, ...earlier]
    const known = keys.map((key) => first.get(key)).find((one) => one !== undefined)
    if (known) {
      omitFor(item, 'duplicate', [known])
      // Both may be parts of one pull request.
      if (nameOf(known) === nameOf(item)) item.partner = known.commit.sha
    }
    const names = item.pr === undefined || known ? keys : [...keys, `#${item.pr}`]
    for (const key of names) if (!first.has(key)) first.set(key, known ?? item)
  }
}
