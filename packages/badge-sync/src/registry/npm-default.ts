import { execFile } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { delimiter, isAbsolute, join, parse } from 'node:path'
import { isInside } from '@frontdoor/kit/files'
import type { Io } from '@frontdoor/kit/io'

/** The registry that npm asks where no file and no variable names one; undefined where there is no npm, or it does not say. */
export async function npmDefaultRegistry({ env }: Pick<Io, 'env'>, root: string): Promise<string | undefined> {
  const script = npmScript(env, root)
  if (script === undefined) return undefined
  // Far from any project, so that none of its files has a say; what the person has is asked as it is.
  const printed = await new Promise<string>((resolve) => {
    const settings = { cwd: parse(script).root, env, timeout: 20_000, windowsHide: true }
    execFile(process.execPath, [script, 'config', 'get', 'registry'], settings, (error, stdout) =>
      resolve(error ? '' : stdout),
    )
  })
  const address = printed.trim()
  return /^https?:\/\/\S+$/.test(address) && URL.canParse(address) ? address : undefined
}

/** npm's program: the one that started this run, else the first on the PATH. A repository can bring a program called npm, so none of its folders counts. */
function npmScript(env: Io['env'], root: string): string | undefined {
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter((folder) => isAbsolute(folder))
  const candidates = [
    env.npm_execpath,
    // On Windows a script for its shell stands there, and npm beside it.
    ...folders.flatMap((folder) => [join(folder, 'npm'), join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js')]),
  ]
  return candidates
    .flatMap((path) => (path && existsSync(path) ? [realpathSync.native(path)] : []))
    .find((path) => /[\\/]npm-cli\.js$/.test(path) && !isInside(root, path))
}
