import { fileURLToPath } from 'node:url'
import { processIo } from '@frontdoor/kit/io'
import { runAction } from '../action.ts'
import { badgeSync } from '../badge-sync.ts'

// The place of what this is built into: actions/badge-sync/main.js.
const bundle = fileURLToPath(new URL('../../bundles/badge-sync.js', import.meta.url))

process.exitCode = await runAction(badgeSync, bundle, processIo())
