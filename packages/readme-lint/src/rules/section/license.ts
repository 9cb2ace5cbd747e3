import { addSection } from '../../insert/add-section.ts'
import { addressOf } from '../../insert/file-link.ts'
import { hrefOf, inMarkdown } from '../../insert/link-text.ts'
import { isFrontDoor } from '../../readme/front-door.ts'
import { hasFrontMatter } from '../../readme/front-matter.ts'
import { wholeText } from '../../readme/per-document.ts'
import { missingAt } from '../../readme/top.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { names, sectionsAbout } from '../../topics/topics.ts'

export const rule: Rule = defineRule({
  name: 'section/license',
  summary: 'The README names the licence that the project has.',
  why: 'Companies may not use what they cannot tell the licence of, and registries show the README next to the manifest. A section of one line with a link to the file is enough; so is a licence badge.',
  severity: 'info',
  rst: true,
  *check(context) {
    const { document, project } = context
    if (!project.license || !isFrontDoor(context)) return
    if (sectionsAbout('license', document).length > 0 || hasFrontMatter(document, 'license')) return
    if (document.links.some(({ url, text }) => names('license', text) || /licen[sc]e|copying/i.test(url))) return
    if (names('license', wholeText(document))) return
    const { path, spdx } = project.license
    const where = path ? ` and links ${path}` : ''
    const url = path && addressOf(path, context)
    const text = url ? `[${spdx ?? 'License'}](${inMarkdown(hrefOf(url))})` : spdx
    const edits = text === undefined ? undefined : addSection(context, { title: 'License', text })
    yield {
      at: missingAt(document),
      message: `Nothing names the licence (${spdx ?? path}): add a section "License" that names it${where}`,
      ...(edits && { fix: { safe: false, edits } }),
    }
  },
})
