import { statSync } from 'node:fs'
import { once } from '@frontdoor/kit/cache/once'
import type { Program } from '@frontdoor/kit/cli/command'
import type { Outcome } from '@frontdoor/kit/cli/runner'
import { answerTo, type Question } from '@frontdoor/kit/files/disk'
import { ciWord } from '@frontdoor/kit/forge/ci'
import type { Io } from '@frontdoor/kit/io'
import type { Project } from '@frontdoor/kit/project'
import type { Home, Questions } from '@frontdoor/kit/readme/session'
import type { Subject } from '@frontdoor/kit/readme/subjects'
import type { RuleFinding } from '@frontdoor/kit/report'
import type { LintSession } from '../command/session.ts'
import type { Settings } from '../config/settings.ts'
import { type Digest, loadDigest } from './digest.ts'
import { type Asked, type CachedHome, cachePath, readCache, writeCache } from './file.ts'

/**
 * What earlier runs have found. It holds as long as nothing has changed that was looked at: the text, the settings, the
 * facts about the project, and every listing and file that a rule has looked at.
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
  session: LintSession,
  program: Program,
): Promise<Cache> {
  const digest = await loadDigest()
  const path = cachePath((await session.homeOf(io.cwd)).root, io, digest)
  const key = keyOf(io, program)
  const homes = (path === undefined ? undefined : readCache(path, key, digest)) ?? new Map()
  const world = worldOf(session, digest)
  const stateOf = once((home: Home) => compare(homes.get(home.folder), home, world))
  const kept = new Map<Home, Outcome[]>()
  return {
    find: async ({ home, path: name, text }) => {
      const known = homes.get(home.folder)?.texts[name]
      if (known?.text !== digest(text) || known.settings !== (await world.settings(home))) return undefined
      const state = await stateOf(home)
      // So that the next run need not look up the facts.
      if (state === 'other files') kept.set(home, kept.get(home) ?? [])
      return state === 'other facts' ? undefined : known.findings
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
        const before = (await stateOf(home)) === 'other facts' ? undefined : homes.get(home.folder)
        homes.set(home.folder, await cachedHome({ home, outcomes, before }, world))
      }
      await writeCache(path, { key, homes }, digest)
    },
  }
}

/**
 * The version, and the file of the tool, of which there are many before a version is released; what the environment says about
 * the project; and the year, which a rule may ask for.
 */
function keyOf({ env, now }: Pick<Io, 'env' | 'now'>, { version }: Program): string {
  const { size, mtimeMs } = statSync(import.meta.filename)
  return JSON.stringify([version, size, mtimeMs, ciWord(env), now().getFullYear()])
}

/** What findings depend on, each as one word. */
interface World {
  readonly digest: Digest
  git(home: Home): Promise<string>
  settings(home: Home): Promise<string>
  facts(home: Home): Promise<string>
  answers(questions: readonly Question[]): string
  questions(home: Home): Questions
}

function worldOf({ disk, gitWord, settingsOf, projectOf, questionsOf }: LintSession, digest: Digest): World {
  const answer = once((question: Question) => digest(answerTo(disk, question)))
  const settingsWord = once(({ hosts, profile, rules, only }: Settings) =>
    digest(JSON.stringify([hosts, profile, rules, only])),
  )
  return {
    digest,
    git: gitWord,
    settings: async (home) => settingsWord(await settingsOf(home)),
    facts: async (home) => digest(factsWord(await projectOf(home))),
    answers: (questions) => digest(questions.map(answer).join('')),
    questions: questionsOf,
  }
}

/** Without what is only looked up when a rule asks: that is among the rules' questions. */
function factsWord(project: Project): string {
  const names = (Object.keys(project) as (keyof Project)[]).filter((name) => name !== 'files' && name !== 'packages')
  return JSON.stringify(names.map((name) => [name, project[name]]))
}

/** How a home is now, compared with how it was; with other files, the facts that they tell may still be the same. */
type State = 'same' | 'other files' | 'other facts'

async function compare(known: CachedHome | undefined, home: Home, world: World): Promise<State> {
  if (known === undefined || known.git !== (await world.git(home))) return 'other facts'
  if (known.byRules.answers !== world.answers(known.byRules.questions)) return 'other facts'
  if (known.behindFacts.answers === world.answers(known.behindFacts.questions)) return 'same'
  return known.facts === (await world.facts(home)) ? 'other files' : 'other facts'
}

interface Found {
  readonly home: Home
  readonly outcomes: readonly Outcome[]
  /** What was known before and still holds. */
  readonly before: CachedHome | undefined
}

async function cachedHome({ home, outcomes, before }: Found, world: World): Promise<CachedHome> {
  const settings = await world.settings(home)
  const facts = await world.facts(home)
  const { facts: behind, rules } = world.questions(home)
  const texts = outcomes.map(({ subject: { path, text }, report: { findings } }) => {
    return [path, { text: world.digest(text), settings, findings }] as const
  })
  return {
    git: await world.git(home),
    facts,
    behindFacts: asked(behind, world),
    byRules: asked(new Set([...(before?.byRules.questions ?? []), ...rules]), world),
    texts: { ...before?.texts, ...Object.fromEntries(texts) },
  }
}

/** A folder that was listed has told of all its entries. */
function asked(questions: ReadonlySet<Question>, world: World): Asked {
  const left = [...questions].filter((question) => {
    const [, folder] = /^entry (.*)[/\\]/s.exec(question) ?? []
    return folder === undefined || !questions.has(`list ${folder}`)
  })
  return { questions: left, answers: world.answers(left) }
}
