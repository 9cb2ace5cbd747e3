import { execute } from './execute.ts'
import { startRegistryWithTools } from './release.ts'

/** What the setup hands to the tests. */
declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a registry that has the tools as the next release will have them, and of other packages what npm is set to get. */
    released: string
  }
}

/** Makes one release before all tests, which takes longer than most of them; what it returns is called behind the last one. */
export async function setup({
  provide,
}: {
  provide(name: 'released', url: string): void
}): Promise<() => Promise<void>> {
  const { output } = await execute('npm', ['config', 'get', 'registry'], { cwd: import.meta.dirname })
  const { url, stop } = await startRegistryWithTools({ others: output.trim() })
  provide('released', url)
  return stop
}
