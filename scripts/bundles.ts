// Writes the tools as one file each into `bundles/`, from where pre-commit and the actions take them (`--check` only names the stale ones): `npm run bundles`.

import * as bundles from './build/bundles.ts'
import { findStale, mend } from './generate/generator.ts'
import { root } from './workspace.ts'

const stale = await findStale([bundles], root)
const check = process.argv.includes('--check')
for (const { path, text } of stale) {
  if (check) console.log(`${path} is not what its sources say. Run: npm run bundles`)
  else console.log(`${text === undefined ? 'Removed' : 'Wrote'} ${path}`)
}
if (!check) mend(stale, root)
process.exitCode = check && stale.length > 0 ? 1 : 0
