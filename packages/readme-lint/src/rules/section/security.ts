import { unlinkedFile } from '../../insert/file-link.ts'
import { isFrontDoor } from '../../readme/front-door.ts'
import { defineRule, type Rule } from '../../rule.ts'

export const rule: Rule = defineRule({
  name: 'section/security',
  summary: 'A project that has a security policy links it.',
  why: 'Who finds a weakness looks for an address in the README before they open a public issue. In the profile `app`; elsewhere switch it on in the config.',
  severity: 'info',
  rst: true,
  *check(context) {
    const path = context.project.community.security
    if (path === undefined || !isFrontDoor(context)) return
    const message = `Nothing leads to ${path}: link it, or add a section "Security" that says where weaknesses are reported`
    yield* unlinkedFile(context, { path, topic: 'security', title: 'Security', message })
  },
})
