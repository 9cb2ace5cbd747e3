import { randomBytes, timingSafeEqual } from 'node:crypto'

/** Where a preview is entered: whoever else uses this machine can reach its ports, and is not to see or write what is behind. */
export interface Entrance {
  /** `/WORD/`, the path of the page: whoever knows it may look, and write. */
  readonly path: string
  /** A path that leads to the page once. For command lines, which everybody on a machine can read. */
  ticket(): string
  /** Takes a ticket; true where it is one. */
  take(path: string): boolean
  /** The path behind the word: `/view.json`; undefined without the word. */
  inside(path: string): string | undefined
}

/** Makes an entrance with a word of its own. */
export function newEntrance(): Entrance {
  const path = `/${newWord()}/`
  const tickets = new Set<string>()
  return {
    path,
    ticket() {
      const ticket = `/${newWord()}`
      tickets.add(ticket)
      return ticket
    },
    take: (given) => tickets.delete(given),
    inside: (given) => (isSame(given.slice(0, path.length), path) ? given.slice(path.length - 1) : undefined),
  }
}

function newWord(): string {
  return randomBytes(16).toString('base64url')
}

/** Compares in a time that tells nothing of where two texts differ. */
function isSame(given: string, text: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(text)]
  return a.length === b.length && timingSafeEqual(a, b)
}
