import { resolve } from 'node:path'
import type { Call, ExitCode } from '@frontdoor/kit/cli/command'
import { relativePath } from '@frontdoor/kit/files/relative-path'
import { type Io, UserError } from '@frontdoor/kit/io'
import { counted } from '@frontdoor/kit/text/counted'
import { openBrowser } from '../preview/browser.ts'
import { type Desk, openDesk } from '../preview/desk.ts'
import { openDeskThread } from '../preview/desk-thread.ts'
import type { Target } from '../preview/look.ts'
import { startServer } from '../preview/server.ts'
import { watchReadme } from '../preview/watch.ts'
import { writeFolder } from '../preview/write-folder.ts'
import { listOf } from '../wording.ts'
import { hostNames } from './compared-hosts.ts'
import type { previewFlags } from './flags.ts'
import { findOneReadme } from './one-readme.ts'
import { newLintSession } from './session.ts'

type PreviewCall = Call<typeof previewFlags>

/** `readme-lint preview [readme]`. Ends when it is interrupted. */
export async function preview(call: PreviewCall): Promise<ExitCode> {
  const { flags, io } = call
  const port = portOf(flags)
  const target = await targetOf(call)
  const name = relativePath(io.cwd, target.readme.file)
  const thread = openDeskThread({ target, name })
  try {
    const desk = openDesk(thread.show)
    if (flags.out === undefined) await serve(desk, call, { target, name, port })
    else await writeTo(flags.out, desk, io)
    return 0
  } finally {
    await thread.close()
  }
}

interface Served {
  readonly target: Target
  readonly name: string
  readonly port: number
}

async function serve(desk: Desk, { flags, io }: PreviewCall, { target, name, port }: Served): Promise<void> {
  const { readme, text } = target
  const serving = await startServer(desk, port)
  const stopWatching = text === undefined ? watchReadme(readme.file, [readme.folder], serving.changed) : undefined
  io.stdout.write(`${await describe(desk, name)}\n${serving.url}\nCtrl-C ends it.\n`)
  if (flags.open) openBrowser(serving.urlToOpen(), () => io.stderr.write('readme-lint: no browser could be opened\n'))
  await interrupted()
  stopWatching?.()
  await serving.stop()
}

function portOf({ port = '0', out, open }: PreviewCall['flags']): number {
  if (out !== undefined && (open || port !== '0'))
    throw new UserError('--out writes files and serves nothing: leave --port and --open out')
  const number = Number(port)
  if (/^\d+$/.test(port) && number <= 65_535) return number
  throw new UserError(`--port ${port} is not a port: give a number up to 65535`)
}

/** What to look at. The text of standard input is read once, and stays as it is. */
async function targetOf(call: PreviewCall): Promise<Target> {
  const { flags, io } = call
  const { readme, textOf } = await findOneReadme(call, newLintSession(io))
  // The environment of a process cannot be handed over as it is.
  const place = { cwd: io.cwd, env: { ...io.env } }
  const text = await textOf?.(readme)
  return { io: place, names: hostNames(flags), config: flags.config, readme, ...(text !== undefined && { text }) }
}

async function writeTo(out: string, desk: Desk, io: Io): Promise<void> {
  const count = await writeFolder(await desk.shown(), resolve(io.cwd, out), out)
  io.stdout.write(`Wrote ${out}/index.html${imagesOf(count - 1)}\n`)
}

function imagesOf(count: number): string {
  return count === 0 ? '' : ` and ${counted(count, 'image')}`
}

async function describe(desk: Desk, name: string): Promise<string> {
  const { view } = await desk.shown()
  if (view.problem !== undefined) return `${name} cannot be read yet: ${view.problem}`
  return `${name} as ${listOf(view.hosts.map(({ title }) => title))} show${view.hosts.length === 1 ? 's' : ''} it:`
}

function interrupted(): Promise<void> {
  return new Promise((end) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => end())
  })
}
