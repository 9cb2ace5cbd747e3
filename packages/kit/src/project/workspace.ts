import { lazily } from '../cache/lazily.ts'
import { hasManifest } from '../manifests/readers.ts'
import type { Ecosystem, Manifest, ProjectFiles } from '../project.ts'
import { join } from './known-files.ts'

type Test = (text: string) => boolean
type Matcher = (glob: string) => Test

/**
 * Finds the folders of a workspace's packages, sorted: where its members' globs lead to a manifest of the same ecosystem.
 * The search is made when first asked for, as `**` may lead through thousands of folders that most callers do not need.
 */
export async function packageFinder(
  files: ProjectFiles,
  manifests: readonly Manifest[],
): Promise<() => readonly string[]> {
  const workspaces = manifests.map(({ ecosystem, members }) => ({ ecosystem, globs: members.map(normalize) }))
  const matcher = await matcherFor(workspaces.flatMap(({ globs }) => globs))
  return lazily(() =>
    [...new Set(workspaces.flatMap((workspace) => [...members(files, workspace, matcher)]))].toSorted(),
  )
}

/**
 * True for a folder that globs of a workspace's members lead to.
 *
 * @param manifests those of the workspace's root
 * @param folder relative to it
 */
export async function isMember(manifests: readonly Manifest[], folder: string): Promise<boolean> {
  const globs = manifests.flatMap(({ members: own }) => own.map(normalize))
  const matcher = await matcherFor(globs)
  const parts = folder.split('/')
  const leadsThere = (glob: string): boolean => {
    const wanted = glob.split('/')
    if (wanted.includes('**')) return matcher(glob)(folder)
    return wanted.length === parts.length && wanted.every((part, at) => matcher(part)(parts[at] as string))
  }
  return globs.some((glob) => !isExclusion(glob) && leadsThere(glob)) && !excludedBy(globs, matcher)(folder)
}

interface Workspace {
  readonly ecosystem: Ecosystem
  readonly globs: readonly string[]
}

function* members(files: ProjectFiles, { ecosystem, globs }: Workspace, matcher: Matcher): Generator<string> {
  const isExcluded = excludedBy(globs, matcher)
  for (const glob of globs.filter((member) => !isExclusion(member)))
    for (const folder of expand(files, '', glob.split('/'), matcher))
      if (folder !== '' && !isExcluded(folder) && hasManifest(files, folder, ecosystem)) yield folder
}

/** Says of a folder whether one of the globs takes it out. */
function excludedBy(globs: readonly string[], matcher: Matcher): Test {
  const excluded = globs.filter(isExclusion).map((glob) => matcher(normalize(glob.slice(1))))
  return (folder) => excluded.some((test) => test(folder))
}

function normalize(glob: string): string {
  return glob.replace(/^(!?)(?:\.?\/)+/, '$1').replace(/(?:^\.|\/+)$/, '')
}

function isExclusion(glob: string): boolean {
  return glob.startsWith('!')
}

function isPlain(glob: string): boolean {
  return !/[*?{}[\]()]/.test(glob)
}

/** Most workspaces list `packages/*`, which needs no library; anything more is left to one. */
async function matcherFor(globs: readonly string[]): Promise<Matcher> {
  const simple = (glob: string): Test => (glob === '*' ? (text) => !text.startsWith('.') : (text) => text === glob)
  if (globs.every((glob) => !isExclusion(glob) && glob.split('/').every((part) => part === '*' || isPlain(part))))
    return simple
  const { default: picomatch } = await import('picomatch')
  return (glob) => picomatch(glob)
}

/** Deeper than any workspace; a symbolic link to a folder above could lead `**` around for ever. */
const maxDepth = 8

function* expand(
  files: ProjectFiles,
  at: string,
  [first, ...rest]: readonly string[],
  matcher: Matcher,
): Generator<string> {
  if (first === undefined) return yield at
  if (isPlain(first)) {
    if (files.kind(join(at, first)) === 'directory') yield* expand(files, join(at, first), rest, matcher)
    return
  }
  if (first === '**') yield* expand(files, at, rest, matcher)
  const matches = first === '**' ? (name: string) => !name.startsWith('.') : matcher(first)
  if (at.split('/').length > maxDepth) return
  for (const name of files.list(at)) {
    if (name === 'node_modules' || !matches(name) || files.kind(join(at, name)) !== 'directory') continue
    yield* expand(files, join(at, name), first === '**' ? [first, ...rest] : rest, matcher)
  }
}
