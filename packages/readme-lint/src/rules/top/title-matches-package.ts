import { isNameOf } from '../../readme/names.ts'
import { topOf } from '../../readme/top.ts'
import { defineRule, type Rule } from '../../rule.ts'

export const rule: Rule = defineRule({
  name: 'top/title-matches-package',
  summary: 'The title has the name of the package, or a part of it.',
  why: 'A reader who comes from a search for the package wonders whether this is it. A title that shares no word with the package is most often left over from a template, a fork or an old name.',
  severity: 'info',
  rst: true,
  *check({ document, project, showings }) {
    const { title, end } = topOf(document)
    const names = showings.flatMap(({ manifest }) => manifest?.name ?? [])
    const [name] = names
    if (title?.depth !== 1 || name === undefined || isNameOf(title.title, project)) return
    // The logo says the name, and the heading may say more.
    if (document.links.some(({ image, text, start }) => image && start < end && isNameOf(text, project))) return
    const words = wordsOf(title.title)
    // In another script, or of initials only, the title cannot be compared.
    if (words.length === 0 || [...names, project.repository?.name ?? ''].some((one) => sharesWord(words, one))) return
    yield {
      at: title,
      message: `The title "${title.title}" has nothing of the package's name ${name}: name it there, or in the manifest`,
    }
  },
})

function wordsOf(title: string): string[] {
  return title.toLowerCase().match(/[a-z\d]{3,}/g) ?? []
}

function sharesWord(words: readonly string[], name: string): boolean {
  const squeezed = name.toLowerCase().replaceAll(/[^a-z\d]/g, '')
  const initials = words.map((word) => word.charAt(0)).join('')
  return words.some((word) => squeezed.includes(word)) || squeezed.endsWith(initials)
}
