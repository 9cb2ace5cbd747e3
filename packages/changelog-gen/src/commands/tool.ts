import type { Program } from '@frontdoor/kit/cli/command'
import type { Tool } from '@frontdoor/kit/report'
import { verifyRules } from '../verify/rules.ts'

/** Findings of commands that write. */
const writeRules = [
  { name: 'changelog/outdated', summary: 'The changelog lists what the history holds.', severity: 'error' },
  { name: 'changelog/conflict', summary: 'No entry was changed both by hand and by its source.', severity: 'error' },
] as const

/** The tool as reports name it. */
export function toolOf({ name, version }: Program, fixedBy?: string): Tool {
  return { name, version, rules: [...writeRules, ...verifyRules], ...(fixedBy !== undefined && { fixedBy }) }
}
