/** True for text that only says where to read on: the changelog of a series may be on its branch, that of a package in its folder. */
export function pointsElsewhere(text: string): boolean {
  return hasAddress(text) && !/^\s*[-*+] /m.test(text)
}

/**
 * True for a changelog that says where what is new is told instead: a few words with an address, such as "The changelog has moved to …",
 * but not those about the format, or such words above the releases that it had before.
 */
export function hasMoved(source: string): boolean {
  const above = source.slice(0, 2000).split(/^(?:#+ .*|\W*v?)\d+\.\d/m, 1)[0] as string
  if (hasAddress(above) && saysSo.test(above.replaceAll(/[\s>*_]+/g, ' '))) return true
  return (
    source.length < 500 &&
    pointsElsewhere(source) &&
    /\b(?:moved|see|found)\b/i.test(source) &&
    !/keep ?a ?changelog/i.test(source)
  )
}

function hasAddress(text: string): boolean {
  return /\]\(|https?:/.test(text)
}

/** `The changelog has moved`, `This file is no longer updated`, `For newer entries, see …`. */
const saysSo =
  /\bchange ?log (?:has |have |was )?(?:been )?moved\b|\b(?:file|document|page|list|change ?log) (?:is |was |will be )?(?:not|no longer)(?: being| be)? (?:updated|maintained)\b|\bfor (?:the )?(?:(?:more )?recent|newer|later|latest|further|subsequent|up-to-date) (?:\w+ )?(?:changes|entries|releases|versions|updates|notes|history)\b(?! (?:before|older|up to|prior))/i
