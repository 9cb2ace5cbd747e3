import { untrustedText, untrustedUrl } from '@frontdoor/markdown/untrusted'
import { visibleText } from '@frontdoor/markdown/visible-text'

/**
 * Text from anywhere as Markdown that says it and does nothing: no tag, no link, no mention, no end of a cell. What GitHub would act
 * on is shown as code.
 */
export function safe(text: string): string {
  return untrustedText(text)
    .map((node) => {
      if (node.type === 'inlineCode') return code(node.value)
      return node.type === 'text' ? node.value.replaceAll(special, '\\$&') : ''
    })
    .join('')
}

/**
 * Text from anywhere as code. It is HTML, where GitHub looks for no mention; Markdown still reads what is between two tags, so all
 * punctuation is written as references.
 */
export function code(text: string): string {
  const references = visibleText(text).replaceAll(/[!-,./:-@[-`{-~]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  return `<code>${references}</code>`
}

/** ASCII punctuation that Markdown, or a table, gives a meaning to within a line. */
const special = /[\\`*_[\]<>&|~$]/g

/** A link with a text from anywhere; the text alone where the address is none. */
export function link(text: string, address: string | undefined): string {
  const url = address === undefined ? undefined : untrustedUrl(address)
  return url === undefined ? safe(text) : `[${safe(text)}](<${url.replaceAll(/[<>|]/g, encodeURIComponent)}>)`
}

/** A table; the cells are Markdown. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** A collapsed section; both parts are Markdown that stands alone. */
export function details(summary: string, body: string): string {
  return `<details>\n<summary>${summary}</summary>\n\n${body.trim()}\n\n</details>`
}
