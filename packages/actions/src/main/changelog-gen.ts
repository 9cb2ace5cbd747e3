import { fileURLToPath } from 'node:url'
import { processIo } from '@frontdoor/kit/io'
import { runAction } from '../action.ts'
import { changelogGen } from '../changelog-gen.ts'

// The place of what this is built into: actions/changelog-gen/main.js.
const bundle = fileURLToPath(new URL('../../bundles/changelog-gen.js', import.meta.url))

process.exitCode = await runAction(changelogGen, bundle, processIo())
