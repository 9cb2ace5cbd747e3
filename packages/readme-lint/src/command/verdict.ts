import type { ExitCode } from '@frontdoor/kit/cli/command'
import type { Outcome } from '@frontdoor/kit/cli/runner'
import { UserError } from '@frontdoor/kit/io'
import type { LintCall } from './lint-call.ts'

/**
 * How many warnings a run may have; none where `--max-warnings` does not say.
 *
 * @throws {UserError} where it says no number
 */
export function warningLimit({ maxWarnings = '0' }: LintCall['flags']): number {
  if (/^\d{1,15}$/.test(maxWarnings)) return Number(maxWarnings)
  throw new UserError(`--max-warnings ${maxWarnings} is not a number of warnings; use 0 or more`)
}

/** Advice alone does not fail a build. */
export function exitCode(outcomes: readonly Outcome[], limit: number, tell: (message: string) => void): ExitCode {
  const severities = outcomes.flatMap(({ report }) => report.findings.map(({ severity }) => severity))
  const warnings = severities.filter((severity) => severity === 'warning').length
  if (warnings > limit && limit > 0) tell(`${warnings} warnings are more than the ${limit} of --max-warnings`)
  return severities.includes('error') || warnings > limit ? 1 : 0
}
