import type { Candidate } from '@frontdoor/kit/cli/command'
import { hosts } from '../hosts.generated.ts'
import { rules } from '../rules.generated.ts'

/** What a shell offers where the name of a rule is wanted. */
export function ruleCandidates(): readonly Candidate[] {
  return rules.map(({ name, summary }) => [name, summary])
}

/** What a shell offers where the name of a host is wanted. */
export function hostCandidates(): readonly Candidate[] {
  return hosts.map(({ name, title }) => [name, title])
}
