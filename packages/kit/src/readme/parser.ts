import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { MarkdownDocument } from '@frontdoor/markdown/document'
import { guard, isCheap } from '@frontdoor/markdown/guard'
import type { MarkdownToMdast } from '@frontdoor/markdown/satteri'
import type { Root } from 'mdast'
import { UserError } from '../io.ts'
import { nextMessage, type Patience, startWorker } from '../worker.ts'

/** How to parse: with the reference, with satteri, or with satteri where it is installed. */
export type Engine = 'auto' | 'remark' | 'satteri'

/** Makes a document of a text; `name` stands in messages. */
export type ReadDocument = (source: string, name: string, reading?: Reading) => Promise<MarkdownDocument>

/** What of a text is read. */
export interface Reading {
  /** Constructs of Markdown, as micromark names them, that are to be read as text. */
  readonly without?: readonly string[]
  /** Offset behind which nothing is parsed: the document has the whole source, and a tree of what stands before. */
  readonly upTo?: number | undefined
}

/** What a worker may take. */
export interface ParserPatience extends Pick<Patience, 'memory'> {
  /** In milliseconds. */
  readonly time: (source: string) => number
}

/** A long source may take longer: the reference reads some 400 kB a second on a slow machine. */
const patience: ParserPatience = { memory: 512, time: ({ length }) => 10_000 + length / 50 }

/**
 * Loads an engine. Both give the same tree, positions and all; satteri is some thirty times faster.
 *
 * The reader that is returned throws a `UserError`, with a place where there is one, for a source that a parser could
 * not cope with.
 *
 * @throws {UserError} where satteri is asked for and not installed
 */
export async function loadReader(engine: Engine, limits: ParserPatience = patience): Promise<ReadDocument> {
  const satteri = engine === 'remark' ? undefined : await loadSatteri(engine)
  return async (source, name, { without = [], upTo } = {}) => {
    const read = source.slice(0, upTo)
    const refusal = guard(read)
    if (refusal) {
      const { line, column } = new MarkdownDocument(source, nothing).place(refusal.at.start)
      throw new UserError(`${name}:${line}:${column}: ${refusal.message}`)
    }
    const body = read.replace(/^\uFEFF+/, '')
    const tree = await told(
      { name, advice: satteri ? 'split it' : `split it, or ${installation}` },
      satteri && without.length === 0
        ? readWithSatteri(body, satteri, limits)
        : readWithReference(body, { limits, without }),
    )
    return new MarkdownDocument(source, () => tree)
  }
}

const installation = 'install satteri beside the tool (npm install satteri@0.10.5)'

const nothing = (): Root => ({ type: 'root', children: [] })

async function loadSatteri(engine: Engine): Promise<MarkdownToMdast | undefined> {
  if (engine === 'auto' && !isInstalled('satteri', dirname(import.meta.filename))) return undefined
  try {
    return (await import('./satteri-engine.ts')).toMdast
  } catch (error) {
    if (engine === 'auto') return undefined
    throw new UserError(`satteri cannot be loaded; ${installation} or use --engine remark`, { cause: error })
  }
}

/** Looking is quicker than loading the part of it that a bundle has inside, and than having Node resolve it. */
function isInstalled(name: string, from: string): boolean {
  if (existsSync(join(from, 'node_modules', name, 'package.json'))) return true
  const above = dirname(from)
  return above !== from && isInstalled(name, above)
}

async function readWithSatteri(
  source: string,
  markdownToMdast: MarkdownToMdast,
  limits: ParserPatience,
): Promise<Root> {
  const { draft, settle } = await import('@frontdoor/markdown/satteri')
  const drafted = draft(source, markdownToMdast)
  if (!drafted) return readWithReference(source, { limits })
  if (drafted.doubtful.length === 0) return drafted.tree
  // Only these parts are read on the spot, so only they have to be quick: a long document need not wait for a worker.
  const parts = drafted.doubtful.map(({ start, end }) => source.slice(start, end))
  if (!isCheap(parts.join('\n\n'))) return readWithReference(source, { limits })
  const { parse } = await import('@frontdoor/markdown/parse')
  return settle(drafted, parse) ?? readWithReference(source, { limits })
}

/** On the spot where that is quick for certain, else in a worker that can be stopped. */
async function readWithReference(source: string, { limits, without = [] }: Limited): Promise<Root> {
  if (!isCheap(source)) return readInWorker({ source, without }, limits)
  const { parse, parseWithout } = await import('@frontdoor/markdown/parse')
  return without.length > 0 ? parseWithout(without)(source) : parse(source)
}

interface Limited {
  readonly limits: ParserPatience
  readonly without?: readonly string[]
}

interface Task {
  readonly source: string
  readonly without: readonly string[]
}

async function readInWorker(task: Task, { memory, time }: ParserPatience): Promise<Root> {
  const file = join(import.meta.dirname, 'parse-worker.ts')
  const worker = await startWorker(file, task, { maxOldGenerationSizeMb: memory })
  return nextMessage(worker, { memory, time: time(task.source) }, 'read')
}

interface Telling {
  readonly name: string
  readonly advice: string
}

/** Puts into words how a parser fails on what nobody would write. */
async function told({ name, advice }: Telling, tree: Promise<Root>): Promise<Root> {
  try {
    return await tree
  } catch (error) {
    if (error instanceof UserError) throw new UserError(`${name}: ${error.message}; ${advice}`)
    if (error instanceof RangeError) throw new UserError(`${name}: nested too deeply to be read`, { cause: error })
    throw error
  }
}
