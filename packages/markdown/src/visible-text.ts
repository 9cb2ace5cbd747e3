/**
 * Text as people see it, in one line: without control, bidi, zero-width, tag and other invisible characters. White space
 * and line endings become one space, none at the ends; half a surrogate pair becomes U+FFFD. What joins emoji and letters
 * stays where it does so; the flags that are written with tag characters (Wales) become plain black flags.
 */
export function visibleText(value: string): string {
  if (/^[!-~]+(?: [!-~]+)*$/.test(value)) return value
  return value
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll(/[^\S\uFEFF]|\u0085/g, ' ')
    .replaceAll(hidden(), (_, kept: string | undefined) => kept ?? '')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
}

let made: RegExp | undefined

/** Made when it is first needed: these sets of characters take longer to make than a short text takes to read. */
function hidden(): RegExp {
  made ??= new RegExp(
    String.raw`(${needed()})|[\p{Cc}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\uFFF9-\uFFFB]`,
    'gu',
  )
  return made
}

const scripts = [
  ...['Arabic', 'Bengali', 'Devanagari', 'Gujarati', 'Gurmukhi', 'Kannada', 'Khmer', 'Malayalam', 'Mongolian'],
  ...['Myanmar', 'Nko', 'Oriya', 'Sinhala', 'Syriac', 'Tamil', 'Telugu'],
]

/** Invisible characters that change what is seen, each beside what it changes. */
function needed(): string {
  const joining = scripts.map((script) => `\\p{Script=${script}}`).join('')
  return [
    // Several emoji that are shown as one, and the emoji or text form of a sign.
    String.raw`(?<=\p{Extended_Pictographic}\uFE0F?|\p{Emoji_Modifier})\u200D(?=\p{Extended_Pictographic})`,
    String.raw`(?<=\p{Extended_Pictographic})[\uFE0E\uFE0F]|(?<=[#*\d])\uFE0F(?=\u20E3)`,
    // Letters that join, or that must not.
    `(?<=[${joining}])[\\u200C\\u200D](?=[${joining}])`,
    // Variants of ideographs, as in Japanese names, and of Mongolian letters.
    String.raw`(?<=\p{Script=Han})[\u{E0100}-\u{E01EF}]|(?<=\p{Script=Mongolian})[\u180B-\u180F]`,
  ].join('|')
}
