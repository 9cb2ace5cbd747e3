import { join } from 'node:path'
import type { Call, ExitCode } from '@frontdoor/kit/cli/command'
import { readTextOrEmpty } from '@frontdoor/kit/files'
import { relativePath } from '@frontdoor/kit/files/relative-path'
import { writeText } from '@frontdoor/kit/files/write'
import { UserError } from '@frontdoor/kit/io'
import { findReadmes } from '@frontdoor/kit/readme/find'
import type { Host } from '../host.ts'
import { showingsOf } from '../hosts.ts'
import { newLintSession } from './session.ts'

const name = 'frontdoor.yml'
const schema = 'https://raw.githubusercontent.com/frontdoor-tools/frontdoor/HEAD/docs/frontdoor.schema.json'

/**
 * `readme-lint init`: writes a config in which every line is a choice that is still to be made. What is there is never
 * overwritten.
 */
export async function init({ io }: Call): Promise<ExitCode> {
  const session = newLintSession(io)
  const home = await session.homeOf(io.cwd)
  const { path } = await session.settingsOf(home)
  if (path !== undefined) throw new UserError(`${path} is there already, and is the config of this project: edit it`)
  const file = await readTextOrEmpty(join(io.cwd, name), io.cwd)
  if (file.attributes) throw new UserError(`${name} is there already: edit it, or remove it first`)
  const project = await session.projectOf(home)
  const readmes = (await findReadmes([], io, session)).map((readme) => relativePath(io.cwd, readme.file))
  const hosts = showingsOf(project, readmes[0] ?? 'README.md').map(({ host }) => host)
  await writeText(file, configFor(hosts))
  const facts = [
    ['READMEs', readmes],
    ['shown on', hosts.map(({ title }) => title)],
    ['manifests', project.manifests.map((manifest) => manifest.path)],
    ['repository', project.repository ? [project.repository.url] : []],
  ] as const
  const lines = facts.map(([what, found]) => `  ${what.padEnd(10)}  ${found.join(', ') || 'none found'}`)
  io.stdout.write([`Wrote ${name}. This project, as readme-lint sees it:`, ...lines, ''].join('\n'))
  return 0
}

function configFor(hosts: readonly Host[]): string {
  const names = hosts.length > 0 ? hosts.map((host) => host.name) : ['github']
  return `# yaml-language-server: $schema=${schema}
readme-lint:
  # READMEs to leave out, as in .gitignore:
  # ignore: [examples/]

  # Where the READMEs are shown. Without this line the manifests tell${hosts.length > 0 ? ', which now means' : ''}:
  # hosts: [${names.join(', ')}]

  # Rules to switch off, or to take more or less seriously (readme-lint --list-rules):
  # rules:
  #   section/help: off
  #   link/dead-anchor: warning
`
}
