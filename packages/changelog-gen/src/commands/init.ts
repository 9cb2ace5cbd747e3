import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Call, ExitCode, Program } from '@frontdoor/kit/cli/command'
import { configNames } from '@frontdoor/kit/config/read'
import { readTextOrEmpty } from '@frontdoor/kit/files'
import { writeText } from '@frontdoor/kit/files/write'
import { UserError } from '@frontdoor/kit/io'
import { tell } from '@frontdoor/kit/terminal/tell'
import { stringify } from 'yaml'
import { readTags } from '../history/tags.ts'
import { findSettings, settingsIn } from '../import/find.ts'
import { compact } from '../import/imported.ts'
import { findPlace } from '../place.ts'
import type { initFlags } from './flags.ts'

/** `changelog-gen init`: writes frontdoor.yml with the settings of another tool, and says what it cannot hold. */
export async function init(program: Program, { io, flags }: Call<typeof initFlags>): Promise<ExitCode> {
  const { folder, root } = await findPlace(io)
  const { tool, path, config } = await (flags.from === undefined
    ? findSettings({ folder, root })
    : settingsIn({ folder: io.cwd, root }, flags.from))
  const tags = (await readTags(io, root)).toSorted((a, b) => (b.seconds ?? 0) - (a.seconds ?? 0))
  const { settings, notes } = tool.read(
    config,
    tags.map(({ name }) => name),
  )
  for (const note of notes) tell(`${path}: ${note}`, program, io)
  if (Object.keys(settings).length === 0) {
    tell(`nothing in ${path} needs a setting here, so there is no config to write`, program, io)
    return 0
  }
  const text = stringify({ 'changelog-gen': compact(settings) }, { lineWidth: 0, aliasDuplicateObjects: false })
  if (flags.dryRun) {
    io.stdout.write(text)
    return 0
  }
  const there = configNames.find((name) => existsSync(resolve(folder, name)))
  if (there) throw new UserError(`${there} is there already; see what to put into it with --dry-run`)
  await writeText(await readTextOrEmpty(resolve(folder, 'frontdoor.yml'), root), text)
  tell(`frontdoor.yml written, with the settings of ${tool.name}`, program, io)
  return 0
}
