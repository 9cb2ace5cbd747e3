import { decode } from '@frontdoor/kit/text/percent'
import type { Edit } from '@frontdoor/markdown/edit'
import { withoutAttribute } from '@frontdoor/markdown/html'
import type { BadgeKind } from '../badge.ts'
import type { BadgeImage } from '../badge-images.ts'
import { type Recognised, recognise, titleOf } from '../badges.ts'
import type { Check, CheckContext } from '../check.ts'

/** Words that promise one kind of badge, and the kinds that keep it. */
const promises: readonly (readonly [words: RegExp, kinds: readonly BadgeKind[]])[] = [
  [/\blicen[sc]e\b/i, ['license']],
  [/\bcoverage\b/i, ['coverage', 'quality', 'ci']],
  [/\bdownloads?\b/i, ['downloads', 'version']],
  [/\b(?:build|ci|tests?)(?:\s+status)?$/i, ['ci', 'coverage', 'quality', 'documentation']],
  [/\bvulnerabilit/i, ['security', 'quality']],
]

export const check: Check = {
  name: 'badge/alt',
  summary: 'A badge has a text for whoever does not see it, and that text says what the badge shows.',
  *check(context) {
    for (const badgeImage of context.images) {
      const { image, url, alt } = badgeImage
      const found = recognise(url)
      if (!found || found.badge.kind === 'other') continue
      const badge = { ...found.badge, title: titleOf(found.badge, url) }
      const edit = withoutSpare(badgeImage)
      if (edit) {
        const message = 'The first alt of this badge counts, and it is empty: remove it'
        yield { at: image, message, fix: { safe: true, edits: [edit] } }
        continue
      }
      if (alt.trim() === '') {
        const title = titleAmong(context.images, { ...found, title: badge.title })
        yield {
          at: image,
          message: `This badge has no text for whoever does not see it: write "${title}"`,
          fix: { safe: true, edits: [altEdit(badgeImage, title, context)] },
        }
        continue
      }
      const [, kinds = []] = promises.find(([words]) => words.test(alt.trim())) ?? []
      // Static and dynamic badges may say anything.
      if (kinds.length === 0 || kinds.includes(badge.kind) || alt.toLowerCase().includes(badge.kind)) continue
      if (isInAddress(alt, url)) continue
      yield {
        at: image,
        message: `The text "${alt}" is not what this badge shows: write "${badge.title}"`,
        fix: { safe: false, edits: [altEdit(badgeImage, badge.title, context)] },
      }
    }
  },
}

/** What a badge shows, and of what, where others of the page show the same of something else. */
function titleAmong(images: CheckContext['images'], { badge, parts, title }: Recognised & { title: string }): string {
  const alike = images.flatMap(({ url }) => {
    const found = recognise(url)
    return found?.badge === badge && titleOf(found.badge, url) === title ? [found.parts] : []
  })
  const of = Object.keys(parts).find((name) => name !== 'owner' && alike.some((other) => other[name] !== parts[name]))
  const subject = of && nameIn(of, decode(parts[of] ?? ''))
  return subject && /^[\p{L}\p{N} @/._-]{1,60}$/u.test(subject) ? `${title}: ${subject}` : title
}

/** The name of a workflow without its ending, and the message of a static badge without its colour. */
function nameIn(part: string, value: string): string {
  return part === 'rest' ? value.replace(/-[^-]*$/, '').replaceAll('_', ' ') : value.replace(/\.ya?ml$/, '')
}

/** True for the name of what is shown: a workflow may be called "License check". */
function isInAddress(alt: string, { pathname }: URL): boolean {
  return letters(decode(pathname)).includes(letters(alt))
}

function letters(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** Takes out an empty alt text that stands in front of another one, which is meant. */
function withoutSpare({ image: { tag } }: BadgeImage): Edit | undefined {
  const [first, ...more] = tag?.attributes.filter(({ name }) => name === 'alt') ?? []
  if (!tag || !first || first.value.trim() !== '' || more.every(({ value }) => value.trim() === '')) return undefined
  return withoutAttribute(tag, first)
}

function altEdit({ image, alt }: BadgeImage, title: string, { document }: CheckContext): Edit {
  const attribute = image.tag?.attributes.find(({ name }) => name === 'alt')
  if (image.tag && attribute && attribute.valueAt.start < attribute.valueAt.end)
    return { ...attribute.valueAt, text: title }
  if (image.tag && attribute) return { start: attribute.start, end: attribute.end, text: `alt="${title}"` }
  if (image.tag) {
    const start = image.tag.start + '<img'.length
    return { start, end: start, text: ` alt="${title}"` }
  }
  const start = image.start + '!['.length
  const end = alt === '' ? start : document.source.indexOf(']', start)
  return { start, end, text: title }
}
