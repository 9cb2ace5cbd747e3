import { existsSync, realpathSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import type { Call, ExitCode, Program } from '@frontdoor/kit/command'
import { readTextOrEmpty } from '@frontdoor/kit/files'
import { UserError } from '@frontdoor/kit/io'
import { tell } from '@frontdoor/kit/runner'
import { newSession } from '@frontdoor/kit/session'
import { display } from '@frontdoor/kit/subjects'
import { type Write, writeTexts } from '@frontdoor/kit/write'
import { makeBadge } from 'badge-maker'
import type { renderFlags } from '../flags.ts'
import { run } from '../run.ts'
import { settingsLoader } from '../settings.ts'
import { drawingsOf } from './drawings.ts'
import { drawn } from './drawn.ts'

type RenderCall = Call<typeof renderFlags>

const usual = '.github/badges'

/**
 * `badge-sync render`: draws what the project knows by itself as SVG, the same bytes for the same facts.
 *
 * @throws {UserError} for a folder outside the repository, or a project of which nothing can be drawn
 */
export async function render(program: Program, call: RenderCall): Promise<ExitCode> {
  const { flags, io } = call
  const session = newSession(io)
  const home = await session.homeOf(io.cwd)
  const settings = await settingsLoader(io, session.disk, flags.config)({ from: home.folder, root: home.root })
  const folder = folderIn(home.root, join(home.folder, flags.folder ?? usual))
  const style = flags.style ?? (settings.style as typeof flags.style) ?? 'flat'
  const drawings = drawingsOf(await session.projectOf(home))
  if (drawings.length === 0)
    throw new UserError('there is nothing to draw: no manifest says a version and no licence is known')
  const texts = drawings.map(({ file, label, message, color }) => ({
    path: join(folder, file),
    text: `${makeBadge({ label, message, color, style })}\n`,
  }))
  const isBehind = await (flags.check ? compare : draw)(texts, { program, call, root: home.root })
  const code = flags.writeLinks ? await writeLinks(program, call, display(home.folder, folder)) : 0
  return code === 0 && isBehind ? 1 : code
}

interface Drawn {
  readonly path: string
  readonly text: string
}

interface Place {
  readonly program: Program
  readonly call: RenderCall
  readonly root: string
}

/** True where a drawing is not as it would be drawn. */
async function compare(drawings: readonly Drawn[], { program, call: { io }, root }: Place): Promise<boolean> {
  let isBehind = false
  for (const { path, text } of drawings) {
    if (existsSync(path) && (await readTextOrEmpty(path, root)).text === text) continue
    tell(`${display(io.cwd, path)} is not up to date: run badge-sync render`, program, io)
    isBehind = true
  }
  return isBehind
}

async function draw(drawings: readonly Drawn[], { program, call: { flags, io }, root }: Place): Promise<false> {
  const writes: Write[] = []
  for (const { path, text } of drawings) {
    await mkdir(dirname(path), { recursive: true })
    writes.push({ file: await readTextOrEmpty(path, root), text })
  }
  const written = await writeTexts(writes)
  const changed = drawings.filter((_, index) => written[index]?.changed)
  if (!flags.quiet) for (const { path } of changed) tell(`wrote ${display(io.cwd, path)}`, program, io)
  return false
}

/** A folder that may not be there yet, though the nearest one above it that is must lie in the repository. */
function folderIn(root: string, folder: string): string {
  let above = folder
  while (!existsSync(above)) above = dirname(above)
  for (const path of [folder, realpathSync.native(above)]) {
    const way = relative(root, path)
    if (isAbsolute(way) || way === '..' || way.startsWith(`..${sep}`))
      throw new UserError(`--folder: ${folder} is outside ${root}; name one inside`)
  }
  return folder
}

function writeLinks(program: Program, call: RenderCall, folder: string): Promise<ExitCode> {
  const absent = { fix: false, diff: false, unsafe: false, stdinPath: undefined, format: undefined, report: [] }
  const flags = { ...call.flags, ...absent }
  return run(
    program,
    { ...call, flags },
    { checks: () => [drawn(folder)], fixedBy: 'badge-sync render --write-links', here: true },
  )
}
