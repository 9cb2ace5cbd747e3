// Writes the files that are made from others (`--check` only names the stale ones): `npm run generate`.

import { writeGenerated } from './generate/generator.ts'
import * as listings from './generate/listings.ts'
import { root } from './workspace.ts'

const task = 'npm run generate'

// The tools read these, so they are written before a tool is loaded to show what it does.
const isListed = await writeGenerated([listings], root, task)
if (isListed) await writeGenerated((await import('./generate/generators.ts')).generators, root, task)
