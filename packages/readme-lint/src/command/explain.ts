import type { Call, ExitCode } from '@frontdoor/kit/cli/command'
import { docsUrl } from '../docs-url.ts'
import { findRule } from '../rules.ts'

/** `readme-lint explain RULE`. */
export async function explain({ arguments: [name = ''], io }: Call): Promise<ExitCode> {
  const rule = findRule(name)
  const options = Object.entries(rule.options).map(
    ([option, schema]) => `  ${option}: ${schema.description} Default: ${JSON.stringify(schema.default)}.`,
  )
  const lines = [
    `${rule.name} (${rule.severity})`,
    '',
    rule.summary,
    '',
    rule.why,
    '',
    ...(rule.rst ? [] : ['Does not apply to reStructuredText.', '']),
    ...(options.length > 0 ? ['Options:', ...options, ''] : []),
    docsUrl(rule.name),
    '',
  ]
  io.stdout.write(lines.join('\n'))
  return 0
}
