// Takes the picture of `readme-lint preview` that README.md shows, where there is a Chromium: `npm run screenshot`.
import { join } from 'node:path'
import { buildTools } from './build.ts'
import { installAcceptance } from './checks/acceptance.ts'
import { run } from './process.ts'
import { root } from './workspace.ts'

await buildTools()
const installed = await installAcceptance()
const { code, output, errors } =
  installed.code === 0 ? await run(process.execPath, [join(root, 'acceptance', 'screenshot.ts')]) : installed
if (code !== 0) console.error(output + errors)
process.exitCode = code
