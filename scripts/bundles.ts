// Writes the tools as one file each into `bundles/`, from where pre-commit and the actions take them (`--check` only names the stale ones): `npm run bundles`.

import * as bundles from './build/bundles.ts'
import { writeGenerated } from './generate/generator.ts'
import { root } from './workspace.ts'

await writeGenerated([bundles], root, 'npm run bundles')
