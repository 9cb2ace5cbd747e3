import { linksIn, missingAt } from '../../readme/top.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { names, sectionsAbout } from '../../topics/topics.ts'

export const rule: Rule = defineRule({
  name: 'section/usage',
  summary: 'A published project shows how it is used: a section, an example, or a link to one.',
  why: 'Nobody believes that a tool is easy to use before they have seen three lines of it. An example in a code block is read before any sentence, and it is what gets copied.',
  severity: 'info',
  rst: true,
  *check({ document, project, showings }) {
    const registry = showings.find(({ host }) => host.kind === 'registry')
    if (!registry || sectionsAbout('usage', document).length > 0) return
    const { nodes, tags, source } = document
    // More than the command that installs it.
    if (nodes.of('code').length > 1 || tags.some(({ name }) => name === 'pre' || name === 'video')) return
    const links = linksIn(document, { start: 0, end: source.length })
    const { documentation } = project
    const site = documentation && URL.canParse(documentation) ? new URL(documentation).host : undefined
    if (links.some(({ url, text }) => names('usage', text) || names('documentation', text) || isOn(site, url))) return
    if (sectionsAbout('documentation', document).length > 0) return
    yield {
      at: missingAt(document),
      message: `Nothing shows how ${registry.manifest?.name ?? 'the project'} is used: add a section "Usage" with an example in a code block`,
    }
  },
})

function isOn(site: string | undefined, url: string): boolean {
  return site !== undefined && URL.canParse(url) && new URL(url).host === site
}
