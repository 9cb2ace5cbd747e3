import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import { rangeOf } from '@frontdoor/markdown/nodes'
import { defineRule, type Rule } from '../../rule.ts'

/** What nobody means to publish: filler, and the blanks of templates (Best-README-Template, vsce, cookiecutter, GitLab). */
const leftovers: readonly RegExp[] = [
  /\blorem ipsum\b/i,
  // With a colon behind it, it is a name of a field, which is described there.
  /\bproject_(?:title|description)\b(?!\s*:)|\bgithub_username\/repo_name\b|\blinkedin_username\b|\btwitter_handle\b/,
  /\{\{\s?cookiecutter\.[\w ]{1,80}\}\}|<%=\s*\w+\s*%>/,
  /\bThis is the README for your extension\b|\bDescribe specific features of your extension\b/i,
  /\bEditing this README\b(?=[\s\S]{0,200}handy template)|\bDescribe what your project does\b|\bShort description of (?:the|your) project\b/i,
  /\[\s*(?:insert|add|your|replace)\s[^\]\n]{3,40}\bhere\s*\]/i,
  /\b(?:insert|put|add) (?:your )?(?:description|text|screenshots?|content|image) here\b/i,
]

/** A paragraph that says only that something is missing. */
const unfinished =
  /^(?:TODO|TBD|TBA|FIXME|XXX|\.\.\. ?TODO|to be (?:done|written|continued|completed|added))\s*(?:[:.!…]*|[:-]\s.{0,120})$/is

/** Somebody who speaks and has no name. */
const speaker = /^xxx:/

/** A text has one of these words where it has any of the above. */
const any =
  /lorem|project_|repo_name|username|handle|cookiecutter|<%=|your extension|this readme|your project|the project|here|TODO|TBD|TBA|FIXME|XXX|to be /i

export const rule: Rule = defineRule({
  name: 'text/placeholder',
  summary: 'No filler, no `TODO` in the place of a text, and nothing that a template left to be filled in.',
  why: 'A section that says "TODO" tells every visitor that the project is not finished, and the sample text of a template that nobody has read the README. A shorter README without it says more.',
  severity: 'warning',
  rst: true,
  *check({ document }) {
    if (!any.test(document.source)) return
    for (const { node, parent } of document.nodes.of('paragraph')) {
      const range = rangeOf(node)
      const text = document.text(range)
      if (!any.test(text)) continue
      const found = leftoverIn(document, range, text)
      if (found) yield found
      else if (parent.type !== 'listItem' && node.children[0]?.type !== 'inlineCode' && isUnfinished(text.trim())) {
        yield {
          at: range,
          message: `This text says only that it is missing ("${short(text)}"): write it, or take the section out`,
        }
      }
    }
    for (const section of document.sections) {
      const found = leftoverIn(document, { start: section.start, end: section.end }, section.title)
      if (found) yield found
    }
  },
})

function isUnfinished(text: string): boolean {
  return unfinished.test(text) && !speaker.test(text)
}

function leftoverIn(
  { source }: MarkdownDocument,
  range: Range,
  text: string,
): { at: Range; message: string } | undefined {
  for (const pattern of leftovers) {
    const [words] = pattern.exec(text) ?? []
    if (words === undefined) continue
    const index = source.slice(range.start, range.end).indexOf(words)
    const start = range.start + Math.max(index, 0)
    const at = index === -1 ? range : { start, end: start + words.length }
    return { at, message: `"${short(words)}" was left by a template: say what it stands for, or take it out` }
  }
  return undefined
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > 40 ? `${line.slice(0, 39)}…` : line
}
