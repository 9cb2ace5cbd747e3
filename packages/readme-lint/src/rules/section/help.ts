import { defineRule, type Rule } from '../../rule.ts'
import { missingAt } from '../../top.ts'
import { names, sectionsAbout } from '../../topics.ts'

/** Hosts where people talk to each other about a project. */
const places =
  /(?:^|\.)(?:discord\.(?:gg|com)|slack\.com|gitter\.im|matrix\.(?:to|org)|element\.io|t\.me|telegram\.me|groups\.google\.com|stackoverflow\.com|zulipchat\.com|discourse\.(?:group|org)|libera\.chat|freenode\.net|reddit\.com)$/i

const pages =
  /\/(?:issues|discussions|support|community|forum|chat|contact|mailing-list)s?(?:[/?#]|$)|^mailto:|SUPPORT(?:\.\w+)?$/i

export const rule: Rule = defineRule({
  name: 'section/help',
  summary: 'The README says where to ask: a section, or a link to issues, discussions or a chat.',
  why: 'A reader who is stuck leaves, or opens an issue that belonged in a chat. One line that says where questions go, and where bugs, serves both sides. It is also the place to say how to help maintain the project.',
  severity: 'info',
  rst: true,
  *check({ document, project, showings }) {
    if (!project.repository && showings.length === 0) return
    if (sectionsAbout('help', document).length > 0) return
    const links = document.links.filter(({ image }) => !image)
    if (links.some(({ url, text }) => leadsToPeople(url) || names('help', text))) return
    const where =
      project.repository?.forge === 'github' ? `${project.repository.url}/issues` : 'your issue tracker or chat'
    yield {
      at: missingAt(document),
      message: `Nothing says where to ask for help: add a section "Help", or link ${where}`,
    }
  },
})

function leadsToPeople(url: string): boolean {
  return pages.test(url) || (URL.canParse(url) && places.test(new URL(url).hostname))
}
