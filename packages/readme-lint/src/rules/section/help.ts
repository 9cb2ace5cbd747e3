import { inRepository } from '@frontdoor/kit/forge'
import { presentRepository } from '@frontdoor/kit/forge/present-repository'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Edit } from '@frontdoor/markdown/edit'
import { addSection } from '../../insert/add-section.ts'
import { joinLinks } from '../../insert/insert.ts'
import { hrefOf, inMarkdown } from '../../insert/link-text.ts'
import { isFrontDoor } from '../../readme/front-door.ts'
import { missingAt } from '../../readme/top.ts'
import { defineRule, type Rule, type RuleContext } from '../../rule.ts'
import type { Page } from '../../toc/link.ts'
import { isEnglish } from '../../topics/languages.ts'
import { names, sectionsAbout } from '../../topics/topics.ts'

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
  *check(context) {
    const { document, project, showings } = context
    if ((!project.repository && showings.length === 0) || !isFrontDoor(context)) return
    if (sectionsAbout('help', document).length > 0) return
    const links = document.links.filter(({ image }) => !image)
    if (links.some(({ url, text }) => leadsToPeople(url) || names('help', text))) return
    if (links.some(({ start }) => names('help', labelBefore(document, start)))) return
    const url = issuesOf(context)
    const edits = url && askThere(context, url)
    yield {
      at: missingAt(document),
      message: `Nothing says where to ask for help: add a section "Help", or link ${url ?? 'your issue tracker or chat'}`,
      ...(edits && { fix: { safe: isEnglish(document), edits } }),
    }
  },
})

function leadsToPeople(url: string): boolean {
  return pages.test(url) || (URL.canParse(url) && places.test(new URL(url).hostname))
}

/** What stands before a link, with a colon: `Code, issues, tests: https://example.com`. */
function labelBefore({ source }: MarkdownDocument, offset: number): string {
  const before = source.slice(Math.max(0, offset - 80), offset)
  return /([^:|•·\r\n]{1,60}):[*_\s<]*$/.exec(before)?.[1] ?? ''
}

/** Where the project takes questions, as far as it can be known: what a manifest says, else the issues of the forge. */
function issuesOf({ document, project }: RuleContext): string | undefined {
  const repository = presentRepository(document, project)
  const old = repository === project.repository ? undefined : project.repository
  // A bounty is for who finds a weakness.
  const named = project.manifests
    .map(({ issues }) => issues)
    .find(
      (url) =>
        url !== undefined &&
        /^https?:/i.test(url) &&
        !/bount(?:y|ies)\b/i.test(url) &&
        !(old && inRepository(url, old)),
    )
  if (named) return named
  if (repository?.forge === 'github') return `${repository.url}/issues`
  return repository?.forge === 'gitlab' ? `${repository.url}/-/issues` : undefined
}

function askThere(page: Page, url: string): readonly Edit[] | undefined {
  const text = `Ask in the [issues](${inMarkdown(hrefOf(url))}).`
  return joinLinks(page.document, { label: 'Help', url }) ?? addSection(page, { title: 'Help', text })
}
