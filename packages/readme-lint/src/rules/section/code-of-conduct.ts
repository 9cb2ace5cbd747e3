import { unlinkedFile } from '../../insert/file-link.ts'
import { isFrontDoor } from '../../readme/front-door.ts'
import { defineRule, type Rule } from '../../rule.ts'

export const rule: Rule = defineRule({
  name: 'section/code-of-conduct',
  summary: 'A project that has a code of conduct links it.',
  why: 'It protects only those who know of it. In the profiles `monorepo` and `landing`; elsewhere switch it on in the config.',
  severity: 'info',
  rst: true,
  *check(context) {
    const path = context.project.community.codeOfConduct
    if (path === undefined || !isFrontDoor(context)) return
    // The guide for contributors usually leads on to it.
    if (context.project.community.contributing !== undefined) return
    const message = `Nothing leads to ${path}: link it, or add a section "Code of conduct"`
    yield* unlinkedFile(context, { path, topic: 'conduct', title: 'Code of conduct', message })
  },
})
