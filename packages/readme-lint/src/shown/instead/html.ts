import type { Edit } from '@frontdoor/markdown/edit'

/** HTML in the place of the Markdown of a line: a heading's marks, links, images, code and bold text. What is HTML already is passed over. */
export function htmlInstead(text: string, at: number): Edit[] {
  return [...text.matchAll(marks)].flatMap(({ 0: found, index, groups = {} }) => {
    const html = htmlOf(groups)
    return html === undefined ? [] : [{ start: at + index, end: at + index + found.length, text: html }]
  })
}

const image = String.raw`!\[[^[\]\n]*\]\([^\s()<>"]+\)`
const url = String.raw`\((?<url>[^\s()<>"]+(?:\([^\s()<>"]*\)[^\s()<>"]*)?)(?: +"(?<title>[^"\n]*)")?\)`

const marks = new RegExp(
  [
    String.raw`<(?<verbatim>code|kbd|pre)\b[\s\S]*?<\/\k<verbatim>>`,
    '<[^>]+>',
    String.raw`(?<=^\s*)(?<heading>#{1,6}) +(?=\S)`,
    String.raw`(?<![\w\\])(?<kind>!?)\[(?<text>(?:${image}|[^[\]\n])*)\]${url}`,
    '(?<!`)`(?<code>[^`\\n]+)`(?!`)',
    String.raw`\*\*(?<bold>[^\s*](?:[^*\n]*[^\s*])?)\*\*`,
  ].join('|'),
  'g',
)

function htmlOf(groups: Partial<Record<string, string>>): string | undefined {
  const { heading, kind, text = '', url, title, code, bold } = groups
  if (heading) return ''
  if (url) {
    const more = title ? ` title="${title}"` : ''
    if (kind === '!') return `<img src="${url}" alt="${text.replaceAll('"', '&quot;')}"${more}>`
    return text === '' ? undefined : `<a href="${url}"${more}>${asHtml(text)}</a>`
  }
  if (code) return `<code>${code.replaceAll('<', '&lt;')}</code>`
  return bold && `<b>${asHtml(bold)}</b>`
}

function asHtml(text: string): string {
  return htmlInstead(text, 0).reduceRight(
    (done, edit) => done.slice(0, edit.start) + edit.text + done.slice(edit.end),
    text,
  )
}
