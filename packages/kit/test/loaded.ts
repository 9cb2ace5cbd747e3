// What a script loads, as Node's own loader tells it.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const hook = `
  import { registerHooks } from 'node:module'
  import { writeSync } from 'node:fs'
  registerHooks({ load: (url, context, next) => (writeSync(2, 'loads ' + url + '\\n'), next(url, context)) })
`

/** Names of the packages that a script loads, sorted. */
export async function loadedLibraries(script: string, argv: readonly string[]): Promise<string[]> {
  const preload = ['--import', `data:text/javascript,${encodeURIComponent(hook)}`]
  const { stderr } = await promisify(execFile)(process.execPath, [...preload, script, ...argv])
  const names = stderr.matchAll(/^loads .*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//gm)
  return [...new Set([...names].map(([, name]) => String(name)))].toSorted()
}
