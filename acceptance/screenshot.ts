import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { inSampleRepository } from '../scripts/sample.ts'
import { launchBrowser } from './browser.ts'
import { addressFrom } from './preview-address.ts'

// Takes the picture of `readme-lint preview` that README.md shows; the tools must be built.

const root = join(import.meta.dirname, '..')
const command = join(root, 'packages', 'readme-lint', 'dist', 'cli.js')
const hosts = ['github', 'pypi', 'nuget'].flatMap((host) => ['--host', host])

await inSampleRepository(async (folder) => {
  const serving = spawn(process.execPath, [command, 'preview', ...hosts], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1520, height: 860 } })
    await page.goto(await addressFrom(serving.stdout))
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path: join(root, 'docs', 'preview.png') })
  } finally {
    await browser.close()
    serving.kill('SIGINT')
  }
})
