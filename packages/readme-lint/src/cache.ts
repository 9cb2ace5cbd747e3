import { statSync } from 'node:fs'
import { ciWord } from '@frontdoor/kit/ci'
import type { Program } from '@frontdoor/kit/command'
import { answerTo, type Question } from '@frontdoor/kit/disk'
import type { Io } from '@frontdoor/kit/io'
import { once } from '@frontdoor/kit/once'
import type { RuleFinding } from '@frontdoor/kit/report'
import { type CachedHome, cachePath, readCache, writeCache } from './cache-file.ts'
import { digest } from './digest.ts'
import type { Outcome } from './examine.ts'
import type { Home, Session } from './session.ts'
import type { Settings } from './settings.ts'
import type { Subject } from './subjects.ts'

/**
 * What earlier runs have found. It holds as long as nothing has changed that was looked at: the text, the settings, git's
 * word, and every listing and file that the facts about the project, or a rule, came from.
 */
export interface Cache {
  /** The findings about a text, where they still hold. */
  find(subject: Subject): Promise<readonly RuleFinding[] | undefined>
  /** Takes what was found, for `save`. */
  keep(outcome: Outcome): void
  /** Writes what was kept, beside what was there before. */
  save(): Promise<void>
}

/** Opens the cache of the repository that the working directory is in. */
export async function openCache(
  io: Pick<Io, 'cwd' | 'env' | 'now'>,
  session: Session,
  program: Program,
): Promise<Cache> {
  const path = cachePath((await session.homeOf(io.cwd)).root, io.env)
  const key = keyOf(io, program)
  const homes = (path === undefined ? undefined : readCache(path, key)) ?? new Map()
  const world = worldOf(session)
  const holds = once((home: Home) => stillHolds(homes.get(home.folder), home, world))
  const kept = new Map<Home, Outcome[]>()
  return {
    find: async ({ home, path: name, text }) => {
      const known = homes.get(home.folder)?.texts[name]
      if (known?.text !== digest(text) || known.settings !== (await world.settings(home))) return undefined
      return (await holds(home)) ? known.findings : undefined
    },
    keep: (outcome) => {
      // After a fix the findings are about a text that is only now being written.
      if (outcome.text !== outcome.subject.text) return
      const { home } = outcome.subject
      kept.set(home, [...(kept.get(home) ?? []), outcome])
    },
    save: async () => {
      if (path === undefined || kept.size === 0) return
      for (const [home, outcomes] of kept) {
        const before = (await holds(home)) ? homes.get(home.folder) : undefined
        homes.set(home.folder, await cachedHome(outcomes, before, world))
      }
      writeCache(path, key, homes)
    },
  }
}

/**
 * The version, and the file of the tool, of which there are many before a version is released; what the environment says about
 * the project; and the year, which a rule may ask for.
 */
function keyOf({ env, now }: Pick<Io, 'env' | 'now'>, { version }: Program): string {
  const { size, mtimeMs } = statSync(import.meta.filename)
  return digest(JSON.stringify([version, size, mtimeMs, ciWord(env), now().getFullYear()]))
}

/** What findings depend on, each as one word. */
interface World {
  git(home: Home): Promise<string>
  settings(home: Home): Promise<string>
  answers(questions: readonly Question[]): string
  questions(home: Home): ReadonlySet<Question>
}

function worldOf({ disk, gitWord, settingsOf, questionsOf }: Session): World {
  const answer = once((question: Question) => digest(answerTo(disk, question)))
  const settingsWord = once(({ hosts, rules }: Settings) => {
    return digest(JSON.stringify([hosts, rules.map(({ rule, severity, options }) => [rule.name, severity, options])]))
  })
  return {
    git: gitWord,
    settings: async (home) => settingsWord(await settingsOf(home)),
    answers: (questions) => digest(questions.map(answer).join('')),
    questions: questionsOf,
  }
}

async function stillHolds(known: CachedHome | undefined, home: Home, world: World): Promise<boolean> {
  return known !== undefined && known.git === (await world.git(home)) && known.answers === world.answers(known.asked)
}

/** What is to be stored of a home: what was just found, and what was known before and still holds. */
async function cachedHome(
  outcomes: readonly Outcome[],
  before: CachedHome | undefined,
  world: World,
): Promise<CachedHome> {
  const { home } = (outcomes[0] as Outcome).subject
  const asked = withoutListed(new Set([...(before?.asked ?? []), ...world.questions(home)]))
  const settings = await world.settings(home)
  const texts = outcomes.map(({ subject: { path, text }, report: { findings } }) => {
    return [path, { text: digest(text), settings, findings }] as const
  })
  return {
    git: await world.git(home),
    asked,
    answers: world.answers(asked),
    texts: { ...before?.texts, ...Object.fromEntries(texts) },
  }
}

/** A folder that was listed has told of all its entries. */
function withoutListed(questions: ReadonlySet<Question>): Question[] {
  return [...questions].filter((question) => {
    const [, folder] = /^entry (.*)[/\\]/s.exec(question) ?? []
    return folder === undefined || !questions.has(`list ${folder}`)
  })
}
