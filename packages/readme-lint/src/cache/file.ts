import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { writeCacheFile } from '@frontdoor/kit/cache/file'
import { cacheFolder } from '@frontdoor/kit/cache/folder'
import type { Question } from '@frontdoor/kit/files/disk'
import type { Io } from '@frontdoor/kit/io'
import type { RuleFinding } from '@frontdoor/kit/report'
import type { Digest } from './digest.ts'

/**
 * Where the cache of a repository is: in its `node_modules`, which nobody commits, unless the user names a folder for caches;
 * else with the user's other caches. Undefined where there is neither.
 */
export function cachePath(root: string, io: Pick<Io, 'env'>, digest: Digest): string | undefined {
  if (!io.env.FRONTDOOR_CACHE && isFolder(join(root, 'node_modules')))
    return join(root, 'node_modules', '.cache', 'readme-lint', 'cache.json')
  const folder = cacheFolder(io)
  return folder && join(folder, 'readme-lint', `${digest(root)}.json`)
}

/** What the findings about the READMEs of one home come from. */
export interface CachedHome {
  readonly git: string
  /** Digest of the facts about the project. */
  readonly facts: string
  /** What the facts come from. Where it has not changed, they need not be looked up. */
  readonly behindFacts: Asked
  readonly byRules: Asked
  /** By path, relative to the home. */
  readonly texts: Readonly<Record<string, CachedText>>
}

/** Questions to the disk. */
export interface Asked {
  readonly questions: readonly Question[]
  /** Digest of the answers, in the order of the questions. */
  readonly answers: string
}

/** Findings about the text and under the settings with these digests. */
interface CachedText {
  readonly text: string
  readonly settings: string
  readonly findings: readonly RuleFinding[]
}

/** By the folder of the home. */
export type CachedHomes = Map<string, CachedHome>

/** Many homes ask the same of the root of their repository, so a question is written once. */
interface Stored {
  readonly questions: readonly Question[]
  readonly homes: readonly (readonly [folder: string, home: StoredHome])[]
}

interface StoredHome extends Omit<CachedHome, 'behindFacts' | 'byRules'> {
  readonly behindFacts: StoredAsked
  readonly byRules: StoredAsked
}

interface StoredAsked extends Omit<Asked, 'questions'> {
  /** Places in the list of all questions. */
  readonly questions: readonly number[]
}

/** What a cache file holds; undefined where it is not there, is of another key, or is not as it was written. */
export function readCache(path: string, key: string, digest: Digest): CachedHomes | undefined {
  try {
    const text = readFileSync(path, 'utf8')
    const end = text.indexOf('\n')
    const body = text.slice(end + 1)
    if (text.slice(0, end) !== digest(key + body)) return undefined
    const { questions, homes } = JSON.parse(body) as Stored
    const asked = (stored: StoredAsked): Asked => ({
      ...stored,
      questions: stored.questions.map((at) => questions[at] as Question),
    })
    return new Map(
      homes.map(([folder, home]) => {
        return [folder, { ...home, behindFacts: asked(home.behindFacts), byRules: asked(home.byRules) }]
      }),
    )
  } catch {
    // Whatever is wrong with it, it is only a cache.
    return undefined
  }
}

/** Writes what `readCache` reads. */
export async function writeCache(
  path: string,
  { key, homes }: { readonly key: string; readonly homes: CachedHomes },
  digest: Digest,
): Promise<void> {
  const body = JSON.stringify(storedOf(homes))
  await writeCacheFile(path, `${digest(key + body)}\n${body}`)
}

function storedOf(homes: CachedHomes): Stored {
  const places = new Map<Question, number>()
  const place = (question: Question): number => {
    const known = places.get(question) ?? places.size
    places.set(question, known)
    return known
  }
  const asked = ({ questions, answers }: Asked): StoredAsked => ({ questions: questions.map(place), answers })
  const there = [...homes].filter(([folder]) => isFolder(folder))
  const stored = there.map(([folder, home]) => {
    return [folder, { ...home, behindFacts: asked(home.behindFacts), byRules: asked(home.byRules) }] as const
  })
  return { homes: stored, questions: [...places.keys()] }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}
