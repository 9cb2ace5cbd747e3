import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'

/** Validates against the official JSON Schema of SARIF 2.1.0 (rtm.5), which `@microsoft/jest-sarif` ships. */
export const validSarif: ValidateFunction = compile()

function compile(): ValidateFunction {
  const path = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
  // Written for draft 4, of which it uses nothing but `id` that later drafts read in another way. One of its patterns
  // is no regular expression under the u flag.
  const { $schema, id, ...schema } = JSON.parse(readFileSync(path, 'utf8'))
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
  addFormats.default(ajv)
  return ajv.compile(schema)
}
