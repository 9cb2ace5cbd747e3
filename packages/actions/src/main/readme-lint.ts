import { fileURLToPath } from 'node:url'
import { processIo } from '@frontdoor/kit/io'
import { runAction } from '../action.ts'
import { readmeLint } from '../readme-lint.ts'

// The place of what this is built into: actions/readme-lint/main.js.
const bundle = fileURLToPath(new URL('../../bundles/readme-lint.js', import.meta.url))

process.exitCode = await runAction(readmeLint, bundle, processIo())
