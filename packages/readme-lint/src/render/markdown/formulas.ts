import { rangeOf } from '@frontdoor/markdown/nodes'
import { isLost } from '../../shown/lost.ts'
import { usesOf } from '../../shown/uses.ts'
import type { Change, Rendering } from './transformation.ts'

/** Formulas as code: their source, of which Markdown then eats nothing. */
export function* formulas({ document, showing: { host } }: Rendering): Generator<Change> {
  if (!isLost(host.features.math.does)) return
  const { nodes, source } = document
  const fences = nodes.of('code').filter(({ node }) => node.lang?.toLowerCase() === 'math')
  for (const { node } of fences) {
    const start = source.toLowerCase().indexOf('math', rangeOf(node).start)
    yield { edits: [{ start, end: start + 'math'.length, text: 'latex' }] }
  }
  const fenced = new Set(fences.map(({ node }) => rangeOf(node).start))
  for (const place of usesOf(document, 'math')) {
    if (!fenced.has(place.start)) yield { edits: [{ ...place, text: asCode(document.slice(place)) }] }
  }
}

function asCode(formula: string): string {
  const tex = formula
    .replaceAll(/^\$+`*|`*\$+$/g, '')
    .replaceAll(/[\r\n]+[ \t>]*/g, ' ')
    .trim()
  const longest = Math.max(0, ...[...tex.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const space = /^`|`$/.test(tex) ? ' ' : ''
  return fence + space + tex + space + fence
}
