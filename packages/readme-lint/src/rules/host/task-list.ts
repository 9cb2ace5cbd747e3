import { defineRule, type Rule } from '../../rule.ts'
import { lostFeature } from '../../shown/lost.ts'

export const rule: Rule = defineRule({
  name: 'host/task-list',
  summary: 'What the boxes of a task list say is seen wherever the README is shown.',
  why: 'Some hosts remove the boxes, so that what is done and what is planned look the same; others show `[x]`. A word or an emoji says it everywhere.',
  severity: 'info',
  check: (context) =>
    lostFeature(context, 'task-list', ({ where, more }) => ({
      message: `On ${where} the boxes of this list are not shown as boxes${more}: say what is done in words or with ✅`,
    })),
})
