import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { dts } from 'rolldown-plugin-dts'
import type { Tool } from '../workspace.ts'

/** The declarations of a tool's `src/index.ts` and of all that they name, in one file; undefined for a tool that has none. */
export async function bundleTypes({ folder }: Tool, cwd: string): Promise<string | undefined> {
  const entry = join(folder, 'src', 'index.ts')
  if (!existsSync(entry)) return undefined
  const warnings: string[] = []
  const bundle = await rolldown({
    cwd,
    input: { index: entry },
    external: [/^node:/],
    onLog: (_, { message }) => warnings.push(message),
    plugins: [dts({ dtsOnly: true, generator: 'oxc', tsconfig: join(cwd, 'tsconfig.json') })],
  })
  const { output } = await bundle.generate({ format: 'esm' })
  await bundle.close()
  const [file, second] = output
  if (second || file?.type !== 'chunk') throw new Error(`the types are not one file; ${warnings.join('\n')}`)
  return file.code
}
