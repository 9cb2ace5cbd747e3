import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import { rangeOf } from '@frontdoor/markdown/nodes'
import type { Host } from '../host.ts'
import { usesOf } from './uses.ts'

/** The marker of a quote that a host shows as an alert. */
export interface Alert extends Range {
  /** What stands behind the marker, where that is a title of its own. */
  readonly title?: string
}

/** The alerts of a document, as a host that knows them reads it. */
export function alertsOn({ markup }: Pick<Host, 'markup'>, document: MarkdownDocument): Alert[] {
  return markup?.alertSyntax ? alertsAnywhere(document, markup.alertSyntax) : usesOf(document, 'alert')
}

type Syntax = NonNullable<NonNullable<Host['markup']>['alertSyntax']>

function alertsAnywhere({ source, nodes }: MarkdownDocument, syntax: Syntax): Alert[] {
  return nodes.of('blockquote').flatMap(({ node }) => {
    const [first] = node.children
    if (first?.type !== 'paragraph') return []
    const { start } = rangeOf(first)
    if (syntax === 'comrak' && !/(?<!>)> $/.test(source.slice(Math.max(start - 3, 0), start))) return []
    const [marker, rest = ''] = markers(source, start)
    if (marker === undefined || (syntax === 'jsr' && !/^\[![A-Z]+\]$/.test(marker))) return []
    const title = syntax === 'npmx' ? '' : unescaped(rest.trim())
    return [{ start, end: start + marker.length, ...(title !== '' && { title }) }]
  })
}

function markers(source: string, start: number): [marker?: string, rest?: string] {
  const line = /^[^\r\n]*/.exec(source.slice(start, start + 1000))?.[0] ?? ''
  const marker = /^\[!(?:note|tip|important|warning|caution)\]/i.exec(line)?.[0]
  return marker === undefined ? [] : [marker, line.slice(marker.length)]
}

function unescaped(text: string): string {
  return text.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
}
