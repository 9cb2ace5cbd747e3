import { groupBy } from '@frontdoor/kit/group-by'
import { shownImages } from '../../readme/shown-images.ts'
import { defineRule, type Rule } from '../../rule.ts'

/** Words that fit every image. */
const generic = new Set(
  'image|img|picture|pic|photo|screenshot|screen shot|alt|alt text|alternative text|image alt|image description|description|drawing|untitled|placeholder'.split(
    '|',
  ),
)

/** What tools put in by themselves. */
const numbered =
  /^(?:image\d+|img[-_ ]?\d+|screenshot[-_ ]?\d+|screen ?shot \d{4}[-\d :.at]*(?: ?[ap]m)?|screenshot (?:from )?\d{4}[-\d _:.at]*(?: ?[ap]m)?|dsc[-_]?\d+)$/

const fileName = /^[\w.@ -]+\.(?:png|jpe?g|gif|svg|webp|avif)$/i

export const rule: Rule = defineRule({
  name: 'image/alt-generic',
  summary: 'Alt text says what the image shows, not that it is an image.',
  why: 'A screen reader says "image" by itself. `![image](…)` and the name of a file are what editors put in; who cannot see the image learns nothing from them.',
  severity: 'info',
  rst: true,
  *check({ document }) {
    for (const [text, images] of groupBy(shownImages(document), (image) => image.text.trim())) {
      if (!saysNothing(text)) continue
      const [{ start, end }] = images
      const what = images.length > 1 ? `"${text}" of ${images.length} images` : `"${text}"`
      yield { at: { start, end }, message: `The alt text ${what} says nothing: say what the image shows` }
    }
  },
})

function saysNothing(text: string): boolean {
  const name = text.toLowerCase().replace(/^(?:an?|the) /, '')
  return generic.has(name) || (/\d/.test(name) && numbered.test(name)) || fileName.test(text)
}
