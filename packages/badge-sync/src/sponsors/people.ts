import { attributeText, untrustedText, untrustedUrl } from '@frontdoor/markdown/untrusted'
import type { Html, PhrasingContent } from 'mdast'

/** Somebody to show. All texts are from outside. */
export interface Person {
  readonly name: string
  readonly url?: string | undefined
  readonly image?: string | undefined
}

interface Form {
  /** Of an image, in pixels. */
  readonly width: number
  /** What the links are, as HTML has it: `sponsored`. */
  readonly rel?: string
}

/**
 * People as one HTML block: pictures with their names as alternative text, and names where there is no picture. GitHub, npm
 * and PyPI keep `href`, `src`, `alt` and `width`; what they drop of the rest is not seen.
 */
export function peopleHtml(people: readonly Person[], form: Form): Html {
  const lines = people.map((person) => `  ${linked(person, form)}`)
  return { type: 'html', value: ['<p>', ...lines, '</p>'].join('\n') }
}

function linked(person: Person, { width, rel }: Form): string {
  const shown = person.image === undefined ? said(person.name) : picture(person.name, person.image, width)
  if (person.url === undefined) return shown
  return `<a href="${attributeText(person.url)}"${rel ? ` rel="${rel}"` : ''}>${shown}</a>`
}

function picture(name: string, image: string, width: number): string {
  return `<img src="${attributeText(image)}" alt="${attributeText(name)}" width="${width}">`
}

/** A name as text of a page, in which a host finds nothing to act on. */
function said(name: string): string {
  return untrustedText(name).map(htmlOf).join('')
}

function htmlOf(node: PhrasingContent): string {
  if (node.type === 'inlineCode') return `<code>${attributeText(node.value)}</code>`
  if (node.type === 'text')
    return [/^\s/.test(node.value) ? ' ' : '', attributeText(node.value), /\S\s+$/.test(node.value) ? ' ' : ''].join('')
  return 'children' in node ? node.children.map(htmlOf).join('') : ''
}

/** An address that may be shown to everybody: `https:` only. */
export function httpsUrl(text: string | undefined | null): string | undefined {
  const url = untrustedUrl(text ?? '')
  return url?.startsWith('https:') ? url : undefined
}
