/**
 * The SPDX identifier of a licence's text, or undefined where it is unknown, changed in its meaning, or more than one.
 * For the GNU licences it is the number only (`GPL-3.0`, as GitHub shows it): their text does not say "or later".
 */
export function identifyLicense(text: string): string | undefined {
  const [, tag] = /SPDX-License-Identifier:\s*([\w.+-]+)\s*$/m.exec(text.slice(0, 2000)) ?? []
  if (tag !== undefined) return asListed(tag)
  const words = plainWords(text)
  if (words.includes('commons clause')) return undefined
  return byTitle(words.slice(0, titleWithin)) ?? bySentences(words)
}

/** Every licence whose own sentences a text has: of parts that are taken over, too. */
export function licensesIn(text: string): string[] {
  return sentencesIn(plainWords(text)).flatMap((id) => id ?? [])
}

/** The tag in the case of the SPDX list, which tells identifiers apart without it. */
function asListed(tag: string): string {
  const listed = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', ...titles.map(([, id]) => id)]
  return listed.find((id) => id.toLowerCase() === tag.toLowerCase()) ?? tag
}

/** How far into the plain text a title may stand: behind a name, a copyright line and a few words. */
const titleWithin = 400

/** Longer than every licence there is; what bundles more texts than this is not one licence. */
const maxLength = 100_000

/** Lower case, without Markdown and punctuation that copies differ in. */
function plainWords(text: string): string {
  return text
    .slice(0, maxLength)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.+]+/gu, ' ')
    .replace(/(?<=\p{L})\.(?= |$)/gu, '')
}

/** Licences that say their name and version at the top. The first title decides: later ones are of licences they mention. */
const titles: readonly (readonly [title: RegExp, id: string])[] = [
  [/gnu affero general public license version 3/, 'AGPL-3.0'],
  [/gnu lesser general public license version 3/, 'LGPL-3.0'],
  [/gnu lesser general public license version 2.1/, 'LGPL-2.1'],
  [/gnu general public license version 3/, 'GPL-3.0'],
  [/gnu general public license version 2/, 'GPL-2.0'],
  [/apache license version 2.0/, 'Apache-2.0'],
  [/mozilla public license version 2.0/, 'MPL-2.0'],
  [/eclipse public license v 2.0/, 'EPL-2.0'],
  [/eclipse public license v 1.0/, 'EPL-1.0'],
  [/european union public licence v ?\.? ?1.2/, 'EUPL-1.2'],
  [/boost software license version 1.0/, 'BSL-1.0'],
  [/business source license 1.1/, 'BUSL-1.1'],
  [/cc0 1.0 universal/, 'CC0-1.0'],
  [/(?<!noncommercial |noderivatives )attribution sharealike 4.0 international/, 'CC-BY-SA-4.0'],
  [/(?:^|\W)attribution 4.0 international/, 'CC-BY-4.0'],
  [/the artistic license 2.0/, 'Artistic-2.0'],
  [/blue oak model license version 1.0.0/, 'BlueOak-1.0.0'],
  [/sil open font license version 1.1/, 'OFL-1.1'],
  [/do what the fuck you want to public license/, 'WTFPL'],
  [/mulan permissive software license ?v2|木兰宽松许可证 第2版/, 'MulanPSL-2.0'],
]

function byTitle(head: string): string | undefined {
  const found = titles.flatMap(([title, id]) => {
    const at = head.search(title)
    return at === -1 ? [] : [{ at, id }]
  })
  return found.toSorted((one, other) => one.at - other.at)[0]?.id
}

const permission = 'permission is hereby granted free of charge to any person obtaining a copy of this software'
const redistribution =
  'redistribution and use in source and binary forms with or without modification are permitted provided'

/** Licences without a title of their own, by the sentences that make them. */
const families: readonly { readonly sentence: string; readonly id: (words: string) => string | undefined }[] = [
  { sentence: permission, id: mitFamily },
  { sentence: redistribution, id: bsdFamily },
  { sentence: 'for any purpose with or without fee is hereby granted', id: iscFamily },
  { sentence: 'free and unencumbered software released into the public domain', id: () => 'Unlicense' },
  { sentence: 'altered source versions must be plainly marked as such', id: () => 'Zlib' },
  // Found by their titles at the top; further down they say that the file holds more than one licence.
  { sentence: 'apache license version 2.0', id: () => undefined },
  { sentence: 'mozilla public license version 2.0', id: () => undefined },
  { sentence: 'gnu general public license version', id: () => undefined },
]

function bySentences(words: string): string | undefined {
  const found = sentencesIn(words)
  return found.length === 1 ? found[0] : undefined
}

/** What the sentences in a text make it; undefined for those that only say that there is one more licence. */
function sentencesIn(words: string): (string | undefined)[] {
  return families.filter(({ sentence }) => words.includes(sentence)).map(({ id }) => id(words))
}

function mitFamily(words: string): string | undefined {
  if (words.includes('except as contained in this notice the name')) return 'X11'
  const keepsNotice = /this permission notice (?:including the next paragraph )?shall be included/.test(words)
  return !keepsNotice && words.includes('the software is provided as is') ? 'MIT-0' : 'MIT'
}

function bsdFamily(words: string): string | undefined {
  if (words.includes('all advertising materials mentioning')) return 'BSD-4-Clause'
  return /endorse or promote products/.test(words) ? 'BSD-3-Clause' : 'BSD-2-Clause'
}

function iscFamily(words: string): string | undefined {
  return words.includes('is hereby granted provided that') ? 'ISC' : '0BSD'
}
