import { lazily } from '../cache/lazily.ts'
import { once } from '../cache/once.ts'
import { type Disk, notedDisk, type Question } from '../files/disk.ts'
import { realFolder } from '../files/real-folder.ts'
import { type Io, UserError } from '../io.ts'
import { newSurroundings } from '../project/surroundings.ts'
import type { Project } from '../project.ts'
import type { Engine, ReadDocument } from './parser.ts'

/** The folder that a README speaks for, and the root of its repository: absolute, without symbolic links. */
export interface Home {
  readonly folder: string
  readonly root: string
}

/** What the texts of one run share. Everything is read when first asked for, and once. */
export interface Session {
  readonly disk: Disk
  homeOf(folder: string): Promise<Home>
  projectOf(home: Home): Promise<Project>
  /** Makes a document of a text; the parser is loaded with the first one. */
  readonly read: ReadDocument
  /** What git knows about the repository around a home, or `undefined`, as one word. */
  gitWord(home: Home): Promise<string>
  questionsOf(home: Home): Questions
}

/** What was asked of the disk about one home so far; nothing in a session that does not note it. */
export interface Questions {
  /** For the facts about the project. */
  readonly facts: ReadonlySet<Question>
  /** By rules, and for what is only looked up when a rule asks. */
  readonly rules: ReadonlySet<Question>
}

/** How the texts of a run are looked at. */
export interface SessionOptions {
  readonly engine?: Engine | undefined
  /** Note what is asked of the disk, for a cache. */
  readonly noted?: boolean
}

/** Starts a session. */
export function newSession(io: Pick<Io, 'env'>, { engine = 'auto', noted = false }: SessionOptions = {}): Session {
  const { disk, git } = newSurroundings(io)
  const questions = once((_folder: string) => ({ facts: new Set<Question>(), rules: new Set<Question>() }))
  const homeOf = once(async (folder: string): Promise<Home> => {
    const real = realFolder(folder)
    return { folder: real, root: (await git(real).catch(unknownToGit))?.root ?? real }
  })
  const projects = once(async (folder: string) => {
    const { loadProject } = await import('../project/load.ts')
    if (!noted) return loadProject(io, folder, { disk, git })
    const { facts, rules } = questions(folder)
    let asked = facts
    const project = await loadProject(io, folder, { disk: notedDisk(disk, (question) => asked.add(question)), git })
    asked = rules
    return project
  })
  const reader = lazily(async () => (await import('./parser.ts')).loadReader(engine))
  return {
    disk,
    homeOf,
    projectOf: ({ folder }) => projects(folder),
    read: async (source, name, reading) => (await reader())(source, name, reading),
    gitWord: async ({ folder }) => JSON.stringify(await git(folder).catch(String)) ?? 'outside',
    questionsOf: ({ folder }) => questions(folder),
  }
}

/** A repository that git refuses is told of as one of the project's problems. */
function unknownToGit(error: unknown): undefined {
  if (!(error instanceof UserError)) throw error
}
