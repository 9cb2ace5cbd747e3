import { isAscii } from '@frontdoor/markdown/ascii'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Link } from '@frontdoor/markdown/links'
import { perDocument, wholeText } from '../readme/per-document.ts'

/** Names of languages as those who speak them write them, and in English. */
const languages = new Set(
  `english|español|espanol|spanish|français|francais|french|deutsch|german|português|portuguese|português brasileiro|italiano|italian|
  nederlands|dutch|polski|polish|русский|russian|українська|ukrainian|türkçe|turkish|svenska|swedish|dansk|norsk|suomi|čeština|
  magyar|română|ελληνικά|中文|简体中文|繁體中文|繁体中文|正體中文|chinese|simplified chinese|traditional chinese|日本語|japanese|
  한국어|korean|العربية|arabic|فارسی|persian|עברית|हिन्दी|हिंदी|hindi|বাংলা|bengali|தமிழ்|tiếng việt|vietnamese|bahasa indonesia|
  indonesian|ไทย|thai|en|es|fr|de|pt|pt-br|it|nl|pl|ru|uk|tr|zh|zh-cn|zh-tw|ja|ko|ar|fa|hi|vi|id`
    .split('|')
    .map((name) => name.trim()),
)

/** True for a line such as `English | 简体中文`, that leads to translations and says nothing else. */
export function isLanguageSwitch(text: string): boolean {
  const parts = text.split(/[|·•/,、]|\s[-–—]\s/).map((part) => part.trim())
  return parts.length > 1 && parts.every((part) => languages.has(part.toLowerCase()))
}

/** True for a link to this README in another language: by the name of the file it leads to, or of the language it names. */
export function isTranslation({ url, text }: Pick<Link, 'url' | 'text'>): boolean {
  const file = url.replace(/[?#].*$/s, '')
  if (/(?:^|\/)readme[._-][a-z]{2,3}(?:[-_][a-z]{2,5})?\.\w+$/i.test(file)) return true
  return text.length <= longestName && languages.has(nameIn(text))
}

/** What is left of a label such as `📖 README (日本語)`. */
function nameIn(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/\breadme\b|[^\p{L}\p{M}\s-]/gu, '')
    .trim()
}

/** With a flag, brackets and the word README around it. */
const longestName = 40

/** None of them is a word of another language that is written in the same letters, as `for`, `to` and `is` are. */
const englishWords = new Set('the and with you this that your from'.split(' '))

/** True for a README in English, where an English sentence may be added without asking; of very few words, where they are Latin. */
export const isEnglish: (document: MarkdownDocument) => boolean = perDocument((document) => {
  // Code is English in every README.
  const prose = wordsOf(
    document.nodes
      .of('text')
      .map(({ node }) => node.value)
      .join(' '),
  )
  const words = prose.length < fewWords ? wordsOf(wholeText(document)) : prose
  const latin = words.filter(isAscii)
  if (latin.length < words.length * 0.7) return false
  // One word of twelve in English text is one of these, in a list of names one of seventy; in other languages one of 170 at most
  // (READMEs of 310 repositories, 2026-11).
  return words.length < fewWords || latin.filter((word) => englishWords.has(word)).length >= words.length * 0.01
})

const fewWords = 40

function wordsOf(text: string): string[] {
  // The letters of ASCII are found much faster than all letters there are.
  return text.toLowerCase().match(isAscii(text) ? /[a-z]+/g : /\p{L}+/gu) ?? []
}
