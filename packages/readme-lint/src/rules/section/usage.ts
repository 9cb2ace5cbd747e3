import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { isSignpost } from '../../readme/front-door.ts'
import { linksIn, missingAt, topOf } from '../../readme/top.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { codeOf } from '../../snippet/code.ts'
import { installsIn } from '../../snippet/commands.ts'
import { detectLanguage } from '../../snippet/language.ts'
import { names, sectionsAbout } from '../../topics/topics.ts'

export const rule: Rule = defineRule({
  name: 'section/usage',
  summary: 'A published project shows how it is used: a section, an example, or a link to one.',
  why: 'Nobody believes that a tool is easy to use before they have seen three lines of it. An example in a code block is read before any sentence, and it is what gets copied.',
  severity: 'info',
  rst: true,
  *check({ document, project, showings }) {
    const registry = showings.find(({ host }) => host.kind === 'registry')
    if (!registry || sectionsAbout('usage', document).length > 0 || isSignpost({ document, project })) return
    const isExtension = registry.host.ecosystem === 'vscode'
    if (showsCode(document) || (isExtension && showsHandling(document))) return
    const links = linksIn(document, { start: 0, end: document.source.length })
    const { documentation } = project
    const site = documentation && URL.canParse(documentation) ? new URL(documentation).host : undefined
    if (links.some(({ url, text }) => names('usage', text) || names('documentation', text) || isOn(site, url))) return
    if (sectionsAbout('documentation', document).length > 0) return
    const name = registry.manifest?.name ?? 'the project'
    const how = isExtension ? 'the steps, or a picture of it at work' : 'an example in a code block'
    yield {
      at: missingAt(document),
      message: `Nothing shows how ${name} is used: add a section "Usage" with ${how}`,
    }
  },
})

/** True for more code than the command that installs it. */
function showsCode(document: MarkdownDocument): boolean {
  if (document.tags.some(({ name }) => name === 'pre' || name === 'video')) return true
  const blocks = codeOf(document).filter(({ node }) => node)
  return blocks.length > 1 || blocks.some(({ lines }) => lines.some(({ text }) => isExample(text)))
}

function isExample(line: string): boolean {
  return line.trim() !== '' && detectLanguage([line]) !== 'sh' && installsIn(line).length === 0
}

/** What is used with a mouse and keys is shown by a picture, keys, or a list of what it does. */
function showsHandling(document: MarkdownDocument): boolean {
  const { nodes, tags, links } = document
  const { end } = topOf(document)
  return (
    sectionsAbout('features', document).length > 0 ||
    links.some(({ image, start }) => image && start >= end) ||
    tags.some(({ name }) => name === 'kbd' || name === 'li' || name === 'td') ||
    (['code', 'list', 'table'] as const).some((type) => nodes.of(type).length > 0)
  )
}

function isOn(site: string | undefined, url: string): boolean {
  return site !== undefined && URL.canParse(url) && new URL(url).host === site
}
