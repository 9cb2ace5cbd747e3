// Notes a change for the next release, or makes that release, changelogs and all (`status`, `version`): `npm run changeset`.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildTools } from './build.ts'
import { root, toolNamed } from './workspace.ts'

const script = join(root, 'scripts', 'node_modules', '@changesets', 'cli', 'bin.js')
const args = process.argv.slice(2)
// changesets moves the versions and takes its files away; what they say is in the changelogs by then.
if (args[0] === 'version') await writeChangelogs()
run(script, args)

async function writeChangelogs(): Promise<void> {
  await buildTools()
  run(toolNamed('changelog-gen').command, ['release', 'auto'])
}

function run(command: string, given: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [command, ...given], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
