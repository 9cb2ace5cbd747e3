import { existsSync, realpathSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Call, ExitCode, Program } from '@frontdoor/kit/cli/command'
import { fileError, isInside, readTextOrEmpty } from '@frontdoor/kit/files'
import { relativePath } from '@frontdoor/kit/files/relative-path'
import { type Write, writeTexts } from '@frontdoor/kit/files/write'
import { UserError } from '@frontdoor/kit/io'
import type { Project } from '@frontdoor/kit/project'
import { type Home, newSession, type Session } from '@frontdoor/kit/readme/session'
import { tell } from '@frontdoor/kit/terminal/tell'
import { makeBadge } from 'badge-maker'
import { renderFlags } from '../flags.ts'
import { run } from '../run.ts'
import { settingsLoader } from '../settings.ts'
import { drawingsOf, isPublished } from './drawings.ts'
import { drawn } from './drawn.ts'

type RenderCall = Call<typeof renderFlags>
type Style = NonNullable<RenderCall['flags']['style']>

/**
 * `badge-sync render`: draws what the project knows by itself as SVG, the same bytes for the same facts. In the root of a
 * workspace, each package that is published gets its own, in a folder of its own.
 *
 * @throws {UserError} for a folder outside the repository, or a project of which nothing can be drawn
 */
export async function render(program: Program, call: RenderCall): Promise<ExitCode> {
  const { flags, io } = call
  const session = newSession(io)
  const home = await session.homeOf(io.cwd)
  const settings = await settingsLoader(io, session.disk, flags.config)({ from: home.folder, root: home.root })
  const way = folderIn(home, flags.folder ?? settings.render?.folder ?? renderFlags.folder.absent)
  const style = flags.style ?? (settings.style as typeof flags.style) ?? 'flat'
  const projects = await projectsOf(home, session)
  const drawings = projects.flatMap((project) => drawingsIn(project, folderIn(project, way), style))
  if (drawings.length === 0)
    throw new UserError('there is nothing to draw: no manifest says a version and no licence is known')
  const isBehind = await (flags.check ? compare : draw)(drawings, { program, call, root: home.root })
  const code = flags.writeLinks ? await writeLinks(program, call, { way, hasPackages: projects.length > 1 }) : 0
  return code === 0 && isBehind ? 1 : code
}

/** The project of a folder, and the published packages of its workspace. */
async function projectsOf(home: Home, session: Session): Promise<readonly Project[]> {
  const own = await session.projectOf(home)
  const packages = own.packages.map(async (folder) =>
    session.projectOf(await session.homeOf(join(home.folder, folder))),
  )
  return [own, ...(await Promise.all(packages)).filter(isPublished)]
}

function drawingsIn(project: Project, folder: string, style: Style): Drawn[] {
  return drawingsOf(project).map(({ file, label, message, color }) => ({
    path: join(project.folder, folder, file),
    text: `${makeBadge({ label, message, color, style })}\n`,
  }))
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
    tell(`${relativePath(io.cwd, path)} is not up to date: run badge-sync render`, program, io)
    isBehind = true
  }
  return isBehind
}

async function draw(drawings: readonly Drawn[], { program, call: { flags, io }, root }: Place): Promise<false> {
  const writes: Write[] = []
  for (const { path, text } of drawings) {
    await makeFolder(dirname(path), root)
    writes.push({ file: await readTextOrEmpty(path, root), text })
  }
  const written = await writeTexts(writes)
  const changed = drawings.filter((_, index) => written[index]?.changed)
  if (!flags.quiet) for (const { path } of changed) tell(`wrote ${relativePath(io.cwd, path)}`, program, io)
  return false
}

async function makeFolder(path: string, root: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true })
  } catch (error) {
    throw fileError(error, 'write', relativePath(root, path))
  }
}

/** A folder as it is called from the project's; it may not be there yet, though the nearest one above it that is must lie in the repository. */
function folderIn({ folder: from, root }: Home, name: string): string {
  const folder = resolve(from, name)
  let above = folder
  while (!existsSync(above)) above = dirname(above)
  for (const path of [folder, realpathSync.native(above)]) {
    if (!isInside(root, path))
      throw new UserError(`the folder for badges ${folder} is outside ${root}; name one inside`)
  }
  return relativePath(from, folder)
}

interface Links {
  /** Of the drawings, from the folder of a project. */
  readonly way: string
  readonly hasPackages: boolean
}

function writeLinks(program: Program, call: RenderCall, { way, hasPackages }: Links): Promise<ExitCode> {
  const absent = { fix: false, diff: false, unsafe: false, stdinPath: undefined, format: undefined, report: [] }
  const flags = { ...call.flags, ...absent }
  const plan = { checks: () => [drawn(way)], fixedBy: 'badge-sync render --write-links', here: !hasPackages }
  return run(program, { ...call, flags }, plan)
}
