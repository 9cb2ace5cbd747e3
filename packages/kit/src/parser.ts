import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { guard, isCheap, type Refusal } from '@frontdoor/markdown/guard'
import { type Draft, draft, type MarkdownToMdast, settle } from '@frontdoor/markdown/satteri'
import type { Root } from 'mdast'
import { UserError } from './io.ts'
import { type Answer, startParserThread } from './parser-thread.ts'

/** What reads Markdown: the reference (remark); satteri, whose trees are equal; or satteri where it is installed. */
export type Engine = 'auto' | 'remark' | 'satteri'

/** A tree, or why the document is not read. */
export type Parsed = { readonly tree: Root } | { readonly refusal: Refusal }

/** Reads a document, given without a byte order mark. May be called again before it has answered. */
export type Parser = (source: string) => Promise<Parsed>

/**
 * Loads an engine.
 *
 * What is short and harmless the reference reads at once; the rest it reads in a thread, which is stopped at the deadline.
 * satteri takes linear time in all that the guard lets pass, so it needs no thread. Only what the engine needs is loaded.
 *
 * @param deadline milliseconds that a document may take in the thread
 * @throws {UserError} when satteri is asked for and cannot be loaded
 */
export async function loadParser(engine: Engine = 'auto', deadline = 5000): Promise<Parser> {
  const markdownToMdast = engine === 'remark' ? undefined : await loadSatteri(engine)
  const thread = new ReferenceThread(deadline)
  return async (source) => {
    const refusal = guard(source)
    if (refusal) return { refusal }
    const drafted = markdownToMdast && draft(source, markdownToMdast)
    const tree = drafted && (await settleCheaply(drafted))
    if (tree) return { tree }
    return isCheap(source) ? { tree: (await loadReference()).parse(source) } : thread.read(source)
  }
}

async function loadSatteri(engine: 'auto' | 'satteri'): Promise<MarkdownToMdast | undefined> {
  try {
    const { markdownToMdast } = await import('satteri')
    return markdownToMdast
  } catch (error) {
    if (engine === 'auto') return undefined
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error)
    throw new UserError(
      `satteri cannot be loaded (${reason}); install it with npm install satteri, or leave the engine to auto`,
    )
  }
}

/** Most documents that satteri reads leave nothing to settle: then the reference is not even loaded. */
async function settleCheaply(drafted: Draft): Promise<Root | undefined> {
  const { source, tree, doubtful } = drafted
  if (doubtful.length === 0) return tree
  const parts = doubtful.map(({ start, end }) => source.slice(start, end))
  return isCheap(parts.join('\n\n')) ? settle(drafted, (await loadReference()).parse) : undefined
}

function loadReference(): Promise<typeof import('@frontdoor/markdown/parse')> {
  return import('@frontdoor/markdown/parse')
}

/** A thread that is started when first needed, reads one document after the other, and keeps no process alive between them. */
class ReferenceThread {
  readonly #deadline: number
  #thread: Worker | undefined
  #last: Promise<unknown> = Promise.resolve()

  constructor(deadline: number) {
    this.#deadline = deadline
  }

  read(source: string): Promise<Parsed> {
    const parsed = this.#last.then(() => this.#readNow(source))
    this.#last = parsed.catch(() => undefined)
    return parsed
  }

  async #readNow(source: string): Promise<Parsed> {
    this.#thread ??= startParserThread()
    const thread = this.#thread
    thread.ref()
    try {
      const answered = once(thread, 'message', { signal: AbortSignal.timeout(this.#deadline) })
      thread.postMessage(source)
      const [answer]: Answer[] = await answered
      thread.unref()
      return answer && 'tree' in answer ? answer : refuse('is nested too deeply; take levels away')
    } catch (error) {
      this.#thread = undefined
      await thread.terminate()
      return refuse(this.#reasonOf(error))
    }
  }

  #reasonOf(error: unknown): string {
    const { name, code } = error as NodeJS.ErrnoException
    if (name === 'AbortError') return `could not be read in ${this.#deadline / 1000} seconds; split it`
    if (code === 'ERR_WORKER_OUT_OF_MEMORY') return 'takes too much memory to read; split it'
    throw error
  }
}

function refuse(what: string): Parsed {
  return { refusal: { at: { start: 0, end: 0 }, message: `The document ${what}` } }
}
