import { at, textAt } from '../json.ts'
import type { Github } from './github.ts'

/** A release on the forge. */
export interface ForgeRelease {
  readonly id: number
  readonly tag: string
  readonly name: string
  readonly body: string
  readonly draft: boolean
  readonly prerelease: boolean
  /** Branch or commit that its tag is made at. */
  readonly target: string
  /** ISO 8601. */
  readonly created: string
  /** Its page. */
  readonly url: string
}

/** What a release is to be. */
export interface ReleaseText {
  /** Absent where the one of a draft is to stay. */
  readonly tag?: string
  readonly name?: string
  readonly body: string
  readonly draft: boolean
  readonly prerelease: boolean
  readonly latest: boolean
  /** Absent for the forge's default branch. */
  readonly target?: string
}

/** Releases, newest first, drafts among them where the token may see them. GitHub fails beyond the first 1000 (read 2026-11). */
export async function listReleases(github: Github): Promise<ForgeRelease[]> {
  return (await github.list('/releases', 1000)).flatMap((node) => readRelease(node) ?? [])
}

/** The request that makes a release, or changes one. */
export function releaseRequest(
  text: ReleaseText,
  id: number | undefined,
): { readonly method: 'POST' | 'PATCH'; readonly path: string; readonly body: object } {
  const body = {
    ...(text.target && { target_commitish: text.target }),
    ...(text.name !== undefined && { name: text.name }),
    ...(text.tag !== undefined && { tag_name: text.tag }),
    body: text.body,
    draft: text.draft,
    prerelease: text.prerelease,
    make_latest: String(text.latest && !text.prerelease),
  }
  return id === undefined
    ? { method: 'POST', path: '/releases', body }
    : { method: 'PATCH', path: `/releases/${id}`, body }
}

/** Reads a release from an answer; undefined for what is none. */
export function readRelease(node: unknown): ForgeRelease | undefined {
  const id = at(node, 'id')
  if (typeof id !== 'number') return undefined
  return {
    id,
    tag: textAt(node, 'tag_name'),
    name: textAt(node, 'name'),
    body: textAt(node, 'body'),
    draft: at(node, 'draft') === true,
    prerelease: at(node, 'prerelease') === true,
    target: textAt(node, 'target_commitish'),
    created: textAt(node, 'created_at'),
    url: textAt(node, 'html_url'),
  }
}
