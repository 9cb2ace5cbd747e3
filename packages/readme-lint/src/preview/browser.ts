import { spawn } from 'node:child_process'

const commands: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  // The empty word is the title of a window, which `start` would else take from the address.
  win32: ['cmd', '/c', 'start', ''],
}

/** Opens an address in the browser of the user; `failed` is called where there is none. */
export function openBrowser(url: string, failed: () => void): void {
  const [command, ...argv] = commands[process.platform] ?? ['xdg-open']
  const started = spawn(command, [...argv, url], { stdio: 'ignore', detached: true })
  started.once('error', failed)
  started.once('exit', (code) => {
    if (code !== 0) failed()
  })
  started.unref()
}
