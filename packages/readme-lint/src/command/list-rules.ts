import type { ExitCode, Program } from '@frontdoor/kit/cli/command'
import { UserError } from '@frontdoor/kit/io'
import type { Tool } from '@frontdoor/kit/report'
import { docsUrl } from '../docs-url.ts'
import { rules } from '../rules.generated.ts'
import type { LintCall } from './lint-call.ts'

/** `readme-lint --list-rules`. */
export function listRules({ flags, io }: LintCall): ExitCode {
  if (flags.format !== undefined && flags.format !== 'text' && flags.format !== 'json')
    throw new UserError('--list-rules prints text or JSON: leave --format out, or give --format json')
  if (flags.format === 'json') {
    const list = rules.map(({ name, summary, why, severity, rst = false, options }) => ({
      name,
      severity,
      summary,
      why,
      rst,
      options,
      docs: docsUrl(name),
    }))
    io.stdout.write(`${JSON.stringify(list, undefined, 2)}\n`)
    return 0
  }
  const width = Math.max(...rules.map(({ name }) => name.length))
  for (const { name, severity, summary } of rules)
    io.stdout.write(`${name.padEnd(width)}  ${severity.padEnd(7)}  ${summary}\n`)
  return 0
}

/** The tool as reports name it. */
export function toolOf({ name, version }: Program): Tool {
  return {
    name,
    version,
    rules: rules.map((rule) => ({
      name: rule.name,
      summary: rule.summary,
      why: rule.why,
      severity: rule.severity,
      docs: docsUrl(rule.name),
    })),
  }
}
