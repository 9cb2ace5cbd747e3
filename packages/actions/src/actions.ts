import type { Action } from './action.ts'
import { badgeSync } from './badge-sync.ts'
import { changelogGen } from './changelog-gen.ts'
import { readmeLint } from './readme-lint.ts'

/** The tools that have an action. */
export type Tool = 'badge-sync' | 'changelog-gen' | 'readme-lint'

export const actions: Readonly<Record<Tool, Action>> = {
  'badge-sync': badgeSync,
  'changelog-gen': changelogGen,
  'readme-lint': readmeLint,
}
