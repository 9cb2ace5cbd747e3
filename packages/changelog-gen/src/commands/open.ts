import { resolve } from 'node:path'
import { readTextOrEmpty, type TextFile } from '@frontdoor/kit/files'
import { type Io, UserError } from '@frontdoor/kit/io'
import { loadProject, type Project } from '@frontdoor/kit/project'
import { type Changelog, readChangelog } from '../changelog/changelog.ts'
import { readLines } from '../changelog/lines.ts'
import { forgePages } from '../forge-pages.ts'
import type { FormatName } from '../formats/format.ts'
import { foundFormat } from '../formats/found.ts'
import type { Release } from '../release.ts'
import { loadSettings, type Settings } from '../settings.ts'
import type { Writing } from '../writing/context.ts'
import type { ProjectHistory } from '../writing/project-history.ts'
import { readHistory } from './read-history.ts'
import { readerOf } from './read-markdown.ts'

/** What a command asks for. */
export interface OpenRequest {
  readonly output?: string | undefined
  readonly style?: FormatName | undefined
  readonly config?: string | undefined
}

/** A project's changelog and history, ready to be written. */
export interface Opened extends Writing {
  readonly project: Project
  readonly settings: Settings
  readonly history: ProjectHistory
  readonly file: TextFile
  /** Path of the changelog, relative to the working directory. */
  readonly path: string
  readonly unreleasedAt: (commit: string) => Promise<Release | undefined>
}

/**
 * Reads all that a command about a changelog works with.
 *
 * @throws {UserError} where something of it cannot be read
 */
export async function open(io: Io, { output, style, config }: OpenRequest): Promise<Opened> {
  const project = await loadProject(io, io.cwd)
  const settings = await loadSettings(io, project, config)
  const path = output ?? changelogPath(project)
  const file = await readTextOrEmpty(resolve(io.cwd, path), project.root)
  const changelog = readChangelog(file.text)
  refuseForeign(changelog, path)
  const { history, unreleasedAt } = await readHistory(io, project, settings)
  const writing = {
    changelog,
    format: foundFormat(changelog, style ?? 'keep-a-changelog@1.1.0'),
    pages: forgePages(project.repository),
  }
  return { ...writing, project, settings, history, unreleasedAt, file, path, read: await readerOf(history) }
}

/** The changelog of the folder itself; that of the repository's root is about more than the folder. */
function changelogPath({ changelog }: Project): string {
  if (changelog === undefined || changelog.startsWith('../')) return 'CHANGELOG.md'
  if (/\.(?:md|markdown)$/i.test(changelog)) return changelog
  throw new UserError(`${changelog} is not Markdown; name the file to write with --output`)
}

/** A changelog whose releases we do not see would get all of them a second time. */
function refuseForeign({ source, releases, unreleased }: Changelog, path: string): void {
  if (releases.length > 0 || unreleased) return
  let found = 0
  for (const { kind, text } of readLines(source, { start: 0, end: source.length })) {
    if (kind === 'item' || /^(?:#+\s*)?v?\d+\.\d+\.\d+/.test(text)) found++
    if (found > 2)
      throw new UserError(
        `${path} has text, but no heading of a release, such as "## [1.2.3] - 2026-01-02"; write to another file with --output`,
      )
  }
}
