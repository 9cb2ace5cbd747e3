import { unlinkedFile } from '../../insert/file-link.ts'
import { isFrontDoor } from '../../readme/front-door.ts'
import { defineRule, type Rule } from '../../rule.ts'

export const rule: Rule = defineRule({
  name: 'section/contributing',
  summary: 'A project that has a guide for contributors links it.',
  why: 'The guide is written for people who read the README first. The forge shows a tab for it; registries and documentation sites show only the README.',
  severity: 'info',
  rst: true,
  *check(context) {
    const path = context.project.community.contributing
    if (path === undefined || !isFrontDoor(context)) return
    const message = `Nothing leads to ${path}: link it, or add a section "Contributing"`
    yield* unlinkedFile(context, { path, topic: 'contributing', title: 'Contributing', message })
  },
})
