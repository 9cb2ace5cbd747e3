// Takes the picture of `readme-lint preview` that README.md shows, where there is a Chromium: `npm run screenshot`.
import { join } from 'node:path'
import { buildTools } from './build.ts'
import { run } from './process.ts'
import { root } from './workspace.ts'

await buildTools()
const folder = join(root, 'acceptance')
for (const [program, args] of [
  ['pnpm', ['install', '--frozen-lockfile', '--reporter=append-only']],
  [process.execPath, [join(folder, 'screenshot.ts')]],
] as const) {
  const { code, output, errors } = await run(program, args, folder)
  if (code === 0) continue
  console.error(output + errors)
  process.exitCode = 1
  break
}
