import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import { attempt } from '@frontdoor/kit/attempt'
import { readText } from '@frontdoor/kit/files'
import { UserError } from '@frontdoor/kit/io'
import type { Bump, Change } from '../change.ts'
import { listAt, textAt } from '../json.ts'
import { personOf } from '../message/people.ts'
import { called, noPackage, type Package } from '../model/package.ts'
import { fragmentsIn } from './fragment.ts'
import { filesIn, type SourceFile, type ToldIn } from './source-files.ts'

/** A fragment as a package is told of it; undefined where it names packages, and not this one. */
export function fragmentFor(change: Change, own: Package, packages: readonly Package[]): Change | undefined {
  if (change.packages === undefined) return change
  const named = change.packages.find(({ name }) => called(packages, name).includes(own))
  return named && { ...change, ...declared(named.bump, named.type) }
}

/**
 * Refuses fragments that name what is no package of the workspace, as changesets does: there, nobody would ever be told.
 *
 * @param known names beside those of the packages: those of the repository itself
 * @throws {UserError} for the first of them
 */
export function requirePackages(
  fragments: readonly Change[],
  packages: readonly Package[],
  known: readonly string[],
): void {
  if (packages.length === 0) return
  for (const { id, packages: named = [] } of fragments) {
    const missing = named.find(({ name }) => called(packages, name).length === 0 && !known.includes(name))
    if (missing) throw new UserError(`${id}: ${noPackage(missing.name, packages)}`)
  }
}

/** The highest first. */
const bumps: readonly Bump[] = ['major', 'minor', 'patch', 'none']

/** Other words for them in the version plans of Nx (version-plans.js of nx 24.0.6, read 2026-11-26). */
export const bumpWords: ReadonlyMap<string, Bump> = new Map([
  ...bumps.map((bump) => [bump, bump] as const),
  ...(['major', 'minor', 'patch'] as const).map((bump) => [`pre${bump}`, bump] as const),
  ['feat!', 'major'],
  ['fix!', 'major'],
  ['feat', 'minor'],
  ['fix', 'patch'],
  ['prerelease', 'patch'],
])

/** What Nx calls all packages that are released together. */
const everything = '__default__'

/** What covector's users call some types, in the words of categories (tauri's .changes/config.json, read 2026-11-28). */
const typesOfTags: Readonly<Record<string, string>> = {
  ...{ enhance: 'feat', bug: 'fix', pref: 'perf', sec: 'security', changes: 'change' },
}

/** True for a file of covector, or what else lies there. */
export function isOfCovector({ path }: Pick<SourceFile, 'path'>): boolean {
  return posix.dirname(path) === '.changes'
}

/**
 * `--- "pkg": minor ---` and a summary, as in the version plans of Nx, too, whose lines may say `pr:`, `commit:` and `author:` (changesets, read
 * 2026-11-22). Those of covector may say `minor:feat`, and levels of their own, which ask for no version (its assemble/src/index.ts, read 2026-11-28).
 */
export function readChangeset(file: SourceFile, text: string): Change[] {
  const parts = /^\s*---[ \t]*\n([\s\S]*?)\n?---[ \t]*(?:\n([\s\S]*))?$/.exec(text)
  if (!parts)
    throw new UserError(`${file.path}: the packages below the first --- have no end: put a line --- behind them`)
  const [, front = '', rest = ''] = parts
  const named = front.split('\n').flatMap((line) => {
    const trimmed = line.trim()
    if (trimmed === '' || trimmed.startsWith('#')) return []
    const [, name = '', bump = '', tag] =
      /^(?:"([^"]+)"|'([^']+)'|([^\s:'"]+))\s*:\s*['"]?(\w+!?)(?::([\w-]+))?['"]?$/
        .exec(trimmed)
        ?.filter((part) => part !== undefined) ?? []
    const level = bumpWords.get(bump) ?? (bump !== '' && isOfCovector(file) ? 'none' : undefined)
    if (level) return [{ name, bump: level, ...(tag && { type: typesOfTags[tag] ?? tag }) }]
    throw new UserError(
      `${file.path}: cannot read ${JSON.stringify(trimmed)}; write "package": major, minor, patch or none, or leave the folder out of the setting fragments`,
    )
  })
  const meta = (name: string) => new RegExp(`^\\s*(?:${name}):\\s*(.+?)\\s*$`, 'im').exec(rest)?.[1]
  const pr = Number(/\d+/.exec(meta('pr|pull|pull request') ?? '')?.[0] ?? Number.NaN)
  const sha = /[0-9a-f]{7,64}/.exec(meta('commit') ?? '')?.[0]
  const summary = rest.replace(/^\s*(?:pr|pull|pull request|commit|author|user):.*$\n?/gim, '').trim()
  if (summary === '' && named.length === 0) return []
  // One that says nothing asks for a version all the same.
  return fragmentsIn(file, summary || file.name).map((part) => {
    return {
      ...part,
      ...declared(bumps.find((level) => named.some(({ bump }) => bump === level)) ?? 'none', named.at(-1)?.type),
      ...(named.every(({ name }) => name !== everything) && { packages: named }),
      ...(Number.isInteger(pr) && { pr }),
      shas: sha ? [sha] : [],
      authors: [...(meta('author|user') ?? '').matchAll(/@([\w-]+)/g)].map(([, login = '']) =>
        personOf(login, `${login}@users.noreply.github.com`),
      ),
    }
  })
}

const typesOfBumps: Readonly<Record<Bump, string>> = { major: 'feat', minor: 'feat', patch: 'fix', none: 'chore' }

/** What a level says of a change, whose type may be given, too. */
export function declared(
  bump: Bump,
  type: string = typesOfBumps[bump],
): Pick<Change, 'breaking'> & { readonly bump: Bump; readonly type: string } {
  return { bump, type, breaking: bump === 'major' }
}

/** A folder with fragments, as a release finds it. */
export interface FragmentFolder {
  /** Those that no prerelease has told of: changesets 2 keeps and lists them until the series ends (read 2026-11-26), and so does covector. */
  readonly untold: readonly SourceFile[]
  /** True where a series of prereleases ends with the next release, as `changeset pre exit` says it. */
  readonly endsPrereleases: boolean
}

/** Reads a folder with fragments; nothing is in one that is not there. */
export async function readFolder(root: string, folder: string, toldIn?: ToldIn): Promise<FragmentFolder> {
  const [files, state] = await Promise.all([filesIn(root, folder, toldIn), stateOf(root, folder)])
  const mode = modeOf(state)
  const told = mode === 'pre' ? [...listAt(state, 'changesets'), ...listAt(state, 'changes')] : []
  return {
    untold: files.filter(({ name, path }) => !told.includes(name.replace(/\.md$/, '')) && !told.includes(path)),
    endsPrereleases: mode === 'exit',
  }
}

/** True while a series of prereleases lasts: what they told of is told again at its end. */
export async function isInSeries(root: string, folder: string): Promise<boolean> {
  return modeOf(await stateOf(root, folder)) === 'pre'
}

/** covector only has the name of the prereleases, as long as there are some. */
function modeOf(state: unknown): string {
  return textAt(state, 'mode') || (textAt(state, 'tag') && 'pre')
}

/** What changesets knows of a series of prereleases; undefined where there is none. */
async function stateOf(root: string, folder: string): Promise<unknown> {
  const path = join(root, folder, 'pre.json')
  if (!existsSync(path)) return undefined
  const { text } = await readText(path, root)
  return attempt(() => JSON.parse(text))
}
