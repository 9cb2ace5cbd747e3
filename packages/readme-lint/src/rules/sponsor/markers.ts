import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { HtmlComment } from '@frontdoor/markdown/html'
import { defineRule, type Rule } from '../../rule.ts'

/** A marker around generated sponsors: `<!-- sponsors:start -->`, `<!-- END SPONSORS -->`, `<!-- /sponsors -->`. */
interface Marker {
  readonly comment: HtmlComment
  readonly name: string
  readonly role: 'start' | 'end'
}

export const rule: Rule = defineRule({
  name: 'sponsor/markers',
  summary: 'Each marker around generated sponsors has its counterpart.',
  why: 'A generator that finds no end marker writes nothing, or everything up to the end of the file. Sponsors who paid are then missing, or the rest of the README is.',
  severity: 'warning',
  *check({ document }) {
    let open: Marker | undefined
    for (const marker of markers(document)) {
      if (marker.role === 'start') {
        if (open) yield unclosed(open)
        open = marker
        continue
      }
      if (!open || open.name !== marker.name) {
        yield {
          at: marker.comment,
          message: `This marker ends a block "${marker.name}" that nothing has started: put the start marker before it, or take it out`,
        }
        continue
      }
      open = undefined
    }
    if (open) yield unclosed(open)
  },
})

function unclosed({ comment, name }: Marker): { at: HtmlComment; message: string } {
  return {
    at: comment,
    message: `Nothing ends the block "${name}" that this marker starts: put the end marker behind the sponsors`,
  }
}

const subject = /^[\w. -]*\b(?:sponsors?|backers?|patrons?|donors?|supporters?)\b[\w. -]*$/i

function markers({ comments }: MarkdownDocument): Marker[] {
  const found = comments.flatMap((comment) => {
    const read = readMarker(comment.value.trim())
    return read && subject.test(read.name) ? [{ comment, ...read }] : []
  })
  const closed = new Set(found.filter(({ form }) => form === '/').map(({ name }) => name))
  // `<!-- sponsors -->` alone may be a remark, and two of them are both markers of another form (github-sponsors-readme-action).
  return found.filter(({ form, name }) => form !== 'bare' || closed.has(name))
}

interface ReadMarker extends Pick<Marker, 'name' | 'role'> {
  readonly form: 'word' | '/' | 'bare'
}

function readMarker(text: string): ReadMarker | undefined {
  if (text.length > 80) return undefined
  const word = /^(?:(start|begin|end|stop)[\s:_-]+(?:section:)?(.+)|(.+?)[\s:_-]+(start|begin|end|stop))$/i.exec(text)
  if (word) {
    const name = (word[2] ?? word[3] ?? '').trim().toLowerCase()
    return { name, role: /^(?:start|begin)$/i.test(word[1] ?? word[4] ?? '') ? 'start' : 'end', form: 'word' }
  }
  if (text.startsWith('/')) return { name: text.slice(1).trim().toLowerCase(), role: 'end', form: '/' }
  return { name: text.toLowerCase(), role: 'start', form: 'bare' }
}
