import { hasMoved } from '@frontdoor/kit/project/moved-changelog'
import { unlinkedFile } from '../../insert/file-link.ts'
import { isSignpost } from '../../readme/front-door.ts'
import { defineRule, type Rule } from '../../rule.ts'

export const rule: Rule = defineRule({
  name: 'section/changelog-link',
  summary: 'A project that keeps a changelog links it.',
  why: 'Before an upgrade people look for what has changed, and they look on the page of the package, where the README is all there is. One of six READMEs of projects with a changelog does not lead to it (measured on 231 READMEs, 2026-11).',
  severity: 'info',
  rst: true,
  *check(context) {
    const { document, project } = context
    const path = project.changelog
    if (path === undefined || isSignpost(context)) return
    if (document.links.some(({ url, image }) => !image && isReleases(url))) return
    const found = unlinkedFile(context, {
      path,
      topic: 'changelog',
      title: 'Changelog',
      message: `Nothing leads to ${path}: link it, for readers who want to know what a new version changes`,
    })
    // Few READMEs come here, and a changelog may be long to read.
    for (const finding of found) if (!hasMoved(project.files.text(path) ?? '')) yield finding
  },
})

/** Releases on the forge, or a page of the documentation about them, serve as well. */
function isReleases(url: string): boolean {
  return /\/(?:-\/)?releases(?:[/?#]|$)|change-?log|release[-_]?notes|whats[-_]?new/i.test(url)
}
