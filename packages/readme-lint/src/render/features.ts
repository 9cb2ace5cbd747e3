import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Element, ElementContent, Root } from 'hast'
import type { Feature, Host } from '../host.ts'
import { alertsOn } from '../shown/alerts.ts'
import { withEmoji } from '../shown/emoji.ts'
import { formula, usesOf } from '../shown/uses.ts'
import { showAlerts } from './alerts.ts'
import type { Origins } from './origins.ts'
import { element, elementsIn, replaceIn, textIn } from './walk.ts'

/** Shows what a host knows beyond CommonMark, in a tree that is filtered: of its own making a host drops nothing. */
export function showFeatures(tree: Root, { document, host, origins }: Showing): void {
  if (isShown(host, 'alert')) showAlerts(tree, alertsOn(host, document), { host, origins })
  if (isShown(host, 'mermaid')) showDiagrams(tree, startsOf(document, 'mermaid'), origins)
  const { emojiInHtml } = host.markup ?? {}
  if (emojiInHtml) showEmoji(tree, emojiInHtml === 'everywhere')
  if (isShown(host, 'math') && usesOf(document, 'math').length > 0) {
    showDollaredCode(tree)
    showFormulas(tree)
  }
  if (host.features['task-list'].does === 'dropped') replaceIn(tree, (node) => (isBox(node, origins) ? [] : undefined))
}

interface Showing {
  readonly document: MarkdownDocument
  readonly host: Host
  readonly origins: Origins
}

/** What is not known is taken to be shown. */
function isShown({ features }: Host, feature: Feature): boolean {
  return ['kept', 'rewritten', 'unknown'].includes(features[feature].does)
}

function startsOf(document: MarkdownDocument, feature: Feature): ReadonlySet<number> {
  return new Set(usesOf(document, feature).map(({ start }) => start))
}

/** The form that the script of mermaid looks for. Here no script draws it. */
function showDiagrams(tree: Root, starts: ReadonlySet<number>, origins: Origins): void {
  if (starts.size === 0) return
  for (const block of elementsIn(tree)) {
    if (block.tagName !== 'pre' || !starts.has(origins.of(block)?.start ?? -1)) continue
    block.children = [{ type: 'text', value: textIn(block) }]
    block.properties = { className: ['mermaid'], ...block.properties }
  }
}

const untouched = new Set(['code', 'pre', 'tt', 'kbd', 'samp'])

function isUntouched(parent: Root | Element): boolean {
  return 'tagName' in parent && untouched.has(parent.tagName)
}

/** In Markdown they are shown already. */
function showEmoji(tree: Root, inCode: boolean): void {
  replaceIn(tree, (node, parent) => {
    if (node.type === 'text' && (inCode || !isUntouched(parent))) node.value = withEmoji(node.value)
    return undefined
  })
}

/** The form that scripts of KaTeX and MathJax are told to look for. Here no script sets it. */
function showFormulas(tree: Root): void {
  replaceIn(tree, (node, parent) => {
    if (node.type !== 'text' || !node.value.includes('$')) return undefined
    return isUntouched(parent) ? undefined : withFormulas(node.value)
  })
}

/** A formula may stand in code, with a dollar on both sides. */
function showDollaredCode(tree: Root): void {
  for (const parent of [tree, ...elementsIn(tree)]) {
    for (const [index, one] of parent.children.entries()) {
      const [before, after] = [parent.children[index - 1], parent.children[index + 1]]
      if (one.type !== 'element' || one.tagName !== 'code' || before?.type !== 'text' || after?.type !== 'text')
        continue
      if (!/(?<![\w$])\$$/.test(before.value) || !/^\$(?![\w$])/.test(after.value)) continue
      before.value = before.value.slice(0, -1)
      after.value = after.value.slice(1)
      one.properties = { className: ['language-math', 'math-inline'], ...one.properties }
    }
  }
}

function withFormulas(text: string): ElementContent[] {
  const parts: ElementContent[] = []
  let from = 0
  for (const { index, 0: match } of text.matchAll(formula)) {
    const display = match.startsWith('$$')
    const source = match.replaceAll(/^\$\$?|\$\$?$/g, '')
    const className = ['language-math', display ? 'math-display' : 'math-inline']
    parts.push({ type: 'text', value: text.slice(from, index) })
    parts.push(element('code', { className }, [{ type: 'text', value: source }]))
    from = index + match.length
  }
  return [...parts, { type: 'text', value: text.slice(from) }]
}

/** A box that Markdown made: one that is written as HTML has an origin. */
function isBox(node: Element | { type: 'text' }, origins: Origins): boolean {
  return node.type === 'element' && node.tagName === 'input' && origins.of(node) === undefined
}
