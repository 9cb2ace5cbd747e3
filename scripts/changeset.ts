// Notes a change for the next release, or makes that release (`status`, `version`): `npm run changeset`.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './workspace.ts'

const script = join(root, 'scripts', 'node_modules', '@changesets', 'cli', 'bin.js')
const done = spawnSync(process.execPath, [script, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
process.exitCode = done.status ?? 1
