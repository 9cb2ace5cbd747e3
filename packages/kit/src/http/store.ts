import { mkdir, readdir, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Followed } from './follow.ts'

/** An answer as it is kept. */
export interface Entry {
  /** When it was true, in milliseconds since 1970. */
  readonly at: number
  readonly answer: Followed
}

/** Keeps answers in memory and, where there is a folder, on the disk. What fails there costs the cache, never the run. */
export interface Store {
  get(key: string): Promise<Entry | undefined>
  set(key: string, entry: Entry): void
  /** Waits for what is being written and keeps the folder small. */
  close(): Promise<void>
}

/** A folder with more is thinned out, the oldest first. */
const most = { files: 4000, bytes: 64 * 2 ** 20 }
const mostInMemory = 500
/** Raised when the form changes: what has another form is as if it were not there. */
const form = 1

/** @param folder absolute path; keys are names of files in it, so they must be plain */
export function openStore(folder: string | undefined): Store {
  const memory = new Map<string, Entry>()
  const writes: Promise<void>[] = []
  return {
    async get(key) {
      const known = memory.get(key) ?? (folder && (await readEntry(join(folder, `${key}.json`)))) ?? undefined
      if (known) remember(memory, key, known)
      return known || undefined
    },
    set(key, entry) {
      remember(memory, key, entry)
      if (folder) writes.push(writeEntry(folder, key, entry).catch(() => {}))
    },
    async close() {
      await Promise.all(writes)
      if (folder && writes.length > 0) await thinOut(folder).catch(() => {})
    },
  }
}

function remember(memory: Map<string, Entry>, key: string, entry: Entry): void {
  memory.delete(key)
  memory.set(key, entry)
  const [oldest] = memory.keys()
  if (memory.size > mostInMemory && oldest !== undefined) memory.delete(oldest)
}

async function readEntry(path: string): Promise<Entry | undefined> {
  try {
    const read = JSON.parse(await readFile(path, 'utf8'))
    return isEntry(read) ? read : undefined
  } catch {
    return undefined
  }
}

function isEntry(read: { form?: unknown; at?: unknown; answer?: Partial<Followed> } | null): read is Entry {
  const answer = read?.form === form && typeof read.at === 'number' ? read.answer : undefined
  return (
    typeof answer?.status === 'number' &&
    typeof answer.body === 'string' &&
    typeof answer.url === 'string' &&
    typeof answer.headers === 'object' &&
    Array.isArray(answer.hops)
  )
}

async function writeEntry(folder: string, key: string, { at, answer }: Entry): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { randomBytes } = await import('node:crypto')
  const temporary = join(folder, `${randomBytes(8).toString('hex')}.tmp`)
  try {
    await writeFile(temporary, JSON.stringify({ form, at, answer }), { mode: 0o600, flag: 'wx' })
    await rename(temporary, join(folder, `${key}.json`))
  } catch (error) {
    await unlink(temporary).catch(() => {})
    throw error
  }
}

async function thinOut(folder: string): Promise<void> {
  const names = await readdir(folder)
  const stats = await Promise.all(names.map((name) => stat(join(folder, name)).catch(() => undefined)))
  const files = names.flatMap((name, index) => {
    const found = stats[index]
    return found?.isFile() ? [{ path: join(folder, name), size: found.size, time: found.mtimeMs }] : []
  })
  files.sort((a, b) => b.time - a.time)
  let bytes = 0
  for (const [index, { path, size }] of files.entries()) {
    bytes += size
    if (index >= most.files || bytes > most.bytes) await unlink(path).catch(() => {})
  }
}
