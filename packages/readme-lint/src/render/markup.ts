import type { Element, Root } from 'hast'
import type { Host } from '../host.ts'
import type { Origins } from './origins.ts'
import { elementsIn, replaceIn } from './walk.ts'

/** Changes in a tree what a host writes in its own way. Headings must have their anchors. */
export function applyMarkup(tree: Root, { markup }: Host, origins: Origins): void {
  if (markup?.codeLanguage) showLanguages(tree, markup.codeLanguage)
  if (markup?.noFirstHeading) removeFirstHeading(tree, origins)
  const isMarkdown = (one: Element) => origins.of(one)?.html === false
  const written = [...elementsIn(tree)].filter(isMarkdown)
  const headings = written.filter(({ tagName }) => /^h[1-6]$/.test(tagName))
  const first = headings[0] && levelOf(headings[0])
  const by =
    markup?.firstLevel !== undefined && first !== undefined ? markup.firstLevel - first : (markup?.demoted ?? 0)
  for (const heading of headings) demote(heading, by, markup?.firstLevel !== undefined)
  removeAboveHighest(tree)
  if (markup?.levelsByDepth) nestLevels(headings)
  if (markup?.noLevelLeftOut) fillLevels(tree, headings, by)
  if (markup?.noTitles) removeTitles(written)
  if (markup?.emptyAlt === undefined) return
  for (const { tagName, properties } of written)
    if (tagName === 'img' && !properties.alt) properties.alt = markup.emptyAlt
}

/** Colours are left out: they change no word. */
function showLanguages(tree: Root, does: 'lang' | 'before-comma'): void {
  for (const pre of elementsIn(tree)) {
    const [code, ...rest] = pre.children
    if (pre.tagName !== 'pre' || code?.type !== 'element' || code.tagName !== 'code' || rest.length > 0) continue
    const language = /^language-(.+)/.exec(String(code.properties.className ?? ''))?.[1]
    if (language === undefined) continue
    if (does === 'before-comma') {
      code.properties.className = [`language-${language.replace(/,.*/, '')}`]
    } else if (code.children.length > 0) {
      pre.properties = { lang: language, ...pre.properties }
      pre.children = code.children
    }
  }
}

function removeTitles(elements: readonly Element[]): void {
  for (const { tagName, properties } of elements) if (tagName === 'a' || tagName === 'img') delete properties.title
}

/** Only white space may stand in front of it, and what stands in for a mark. */
function removeFirstHeading(tree: Root, { name }: Origins): void {
  const isNothing = (child: Root['children'][number]) =>
    (child.type === 'text' && child.value.trim() === '') || (child.type === 'element' && child.tagName === name)
  const index = tree.children.findIndex((child) => !isNothing(child))
  const first = tree.children[index]
  if (first?.type !== 'element' || !/^h[12]$/.test(first.tagName)) return
  const standIns = [...elementsIn(first)].filter(({ tagName }) => tagName === name)
  tree.children.splice(index, 1, ...standIns)
}

function levelOf({ tagName }: Element): number {
  return Number(tagName.slice(1))
}

/** Above level 1 there is none: the filter of such a host leaves the text. */
function removeAboveHighest(tree: Root): void {
  replaceIn(tree, (node) => (node.type === 'element' && /^h(?:0|-\d)$/.test(node.tagName) ? node.children : undefined))
}

/** Those in Markdown are lowered already. The page around has headings down to the level above the highest. */
function fillLevels(tree: Root, lowered: readonly Element[], by: number): void {
  const known = new Set(lowered)
  let above = by
  for (const heading of elementsIn(tree)) {
    if (!/^h[1-6]$/.test(heading.tagName)) continue
    if (!known.has(heading)) demote(heading, by, false)
    above = Math.min(levelOf(heading), above + 1)
    heading.tagName = `h${above}`
  }
}

function nestLevels(headings: readonly Element[]): void {
  const open: number[] = []
  for (const heading of headings) {
    const level = levelOf(heading)
    while (open.length > 0 && (open.at(-1) as number) >= level) open.pop()
    open.push(level)
    heading.tagName = `h${open.length}`
  }
}

/** A host that keeps the looks of a level has a class for them, and below level 6 an element that is a heading by its role. */
function demote(heading: Element, by: number, keepsLooks: boolean): void {
  const written = levelOf(heading)
  const level = written + by
  heading.tagName = `h${Math.min(level, 6)}`
  if (keepsLooks && level <= 6) heading.properties = { className: [`h${written}`], ...heading.properties }
  if (keepsLooks && level > 6) {
    heading.tagName = 'div'
    heading.properties = { role: 'heading', ariaLevel: String(written), ...heading.properties }
  }
}
