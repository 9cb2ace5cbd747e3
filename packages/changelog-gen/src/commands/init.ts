import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { Call, ExitCode, Program } from '@frontdoor/kit/command'
import { configNames } from '@frontdoor/kit/config/read'
import { readText, readTextOrEmpty } from '@frontdoor/kit/files'
import { UserError } from '@frontdoor/kit/io'
import { printable } from '@frontdoor/kit/terminal'
import { writeText } from '@frontdoor/kit/write'
import { parseDocument, stringify } from 'yaml'
import { importGithubRelease } from '../import/github-release.ts'
import { type Imported, importReleaseDrafter } from '../import/release-drafter.ts'
import { findPlace } from '../place.ts'
import type { initFlags } from './flags.ts'

const importers: readonly (readonly [RegExp, (config: unknown) => Imported])[] = [
  [/^release-drafter.*\.(?:ya?ml|json)$/, importReleaseDrafter],
  [/^release\.ya?ml$/, importGithubRelease],
]

/** `changelog-gen init --from FILE`: writes frontdoor.yml with the settings of another tool, and says what it cannot hold. */
export async function init(program: Program, { io, flags }: Call<typeof initFlags>): Promise<ExitCode> {
  if (flags.from === undefined) throw new UserError('init needs --from FILE, such as .github/release-drafter.yml')
  const importer = importerOf(flags.from)
  const { folder, root } = await findPlace(io)
  const { text } = await readText(resolve(io.cwd, flags.from), root)
  const document = parseDocument(text)
  const [error] = document.errors
  if (error) throw new UserError(`${flags.from}: ${error.message}`)
  const { settings, notes } = importer(document.toJS({ maxAliasCount: 100 }))
  for (const note of notes) io.stderr.write(`${program.name}: ${flags.from}: ${printable(note)}\n`)
  const config = stringify({ 'changelog-gen': settings }, { lineWidth: 0 })
  if (flags.dryRun) {
    io.stdout.write(config)
    return 0
  }
  const there = configNames.find((name) => existsSync(resolve(folder, name)))
  if (there) throw new UserError(`${there} is there already; see what to put into it with --dry-run`)
  await writeText(await readTextOrEmpty(resolve(folder, 'frontdoor.yml'), root), config)
  io.stderr.write(`${program.name}: frontdoor.yml written\n`)
  return 0
}

/** Files of other tools are known by their names. */
function importerOf(path: string): (config: unknown) => Imported {
  const [, importer] = importers.find(([name]) => name.test(basename(path))) ?? []
  if (importer) return importer
  throw new UserError(`${path} is of no tool that is known here; give a release-drafter.yml or .github/release.yml`)
}
