import { lazily } from '@frontdoor/kit/cache/lazily'
import type { Range } from '@frontdoor/markdown/edit'
import { emojiNames } from './emoji.generated.ts'

/** A name between colons that GitHub shows as an emoji. */
interface Shortcode {
  readonly index: number
  readonly length: number
  /** The emoji itself. */
  readonly emoji: string
}

/** The emoji that are written by name in a text, in order. */
export function* emojiIn(text: string): Generator<Shortcode> {
  if (!text.includes(':')) return
  let from = 0
  // What closes a name that is none may open one.
  for (const { index, 1: name = '' } of text.matchAll(/:([a-z\d_+-]+)(?=:)/g)) {
    const emoji = index < from ? undefined : table().get(name)
    if (!emoji) continue
    const length = name.length + 2
    from = index + length
    yield { index, length, emoji }
  }
}

/** Where emoji are written by name in some ranges of a source. */
export function emojiPlaces(source: string, ranges: readonly Range[]): Range[] {
  return ranges.flatMap(({ start, end }) =>
    [...emojiIn(source.slice(start, end))].map(({ index, length }) => ({
      start: start + index,
      end: start + index + length,
    })),
  )
}

/** A text with its emoji. */
export function withEmoji(text: string): string {
  let [shown, from] = ['', 0]
  for (const { index, length, emoji } of emojiIn(text)) {
    shown += text.slice(from, index) + emoji
    from = index + length
  }
  return shown + text.slice(from)
}

/** Most READMEs have no colon before a word, so the table is read when first asked for. */
const table = lazily(() => {
  const lines = emojiNames.split('\n').map((line) => line.split(' '))
  return new Map(lines.flatMap(([emoji = '', ...names]) => names.map((name) => [name, emoji] as const)))
})
