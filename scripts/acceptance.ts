// Runs the tests that need a real clone, registry, browser or hook manager (`-- FILE` for one): `npm run acceptance`.

import { buildTools } from './build.ts'
import { runAcceptance } from './checks/acceptance.ts'
import { tally } from './checks/check.ts'

await buildTools()
const outcome = await runAcceptance(process.argv.slice(2))
if (outcome.output) console.log(outcome.output.trim())
console.log(tally([outcome]))
process.exitCode = outcome.failed > 0 ? 1 : 0
