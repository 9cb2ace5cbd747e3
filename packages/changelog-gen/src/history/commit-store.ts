import type { Commit } from './commit.ts'
import { type HashTable, hashTable } from './hash-table.ts'
import { fields, Records } from './records.ts'

/** Commits as the bytes that git wrote: a million of them are some 300 MB that no garbage collector looks at. */
export interface CommitStore {
  readonly size: number
  /**
   * Takes the next bytes of fields, each of which ends with NUL. An empty one where paths may stand ends the commit.
   *
   * @param isEnough asked after each commit: true ends the reading
   * @returns true where it is enough
   */
  append(bytes: Buffer, isEnough?: (store: CommitStore) => boolean): boolean
  /** Ends the last commit. */
  close(): void
  commit(index: number): Commit
  sha(index: number): string
  /** Address of a commit's author. */
  email(index: number): string
  /** The first line of a commit, and who wrote it when: all that tells whether it may be a copy. */
  origin(index: number): Pick<Commit, 'email' | 'authored'> & { readonly line: string }
  /** Hashes of a commit's parents. */
  parents(index: number): string[]
  /** The commit with a hash, or with the only hash that starts so, of at least seven digits; -1 where there is none. */
  find(sha: string): number
}

/** An empty store. */
export function commitStore(): CommitStore {
  const records = new Records()
  let table: HashTable | undefined
  const sha = (index: number): string => records.ascii(index, fields.sha)
  const store: CommitStore = {
    get size() {
      return records.size
    },
    append: (bytes, isEnough) => records.append(bytes, isEnough && (() => isEnough(store))),
    close: () => records.close(),
    sha,
    email: (index) => records.text(index, fields.email),
    parents: (index) => parentsIn(records, index),
    origin: (index) => ({
      authored: records.text(index, fields.authored),
      email: records.text(index, fields.email),
      line: records.firstLine(index, fields.message),
    }),
    commit: (index) => commitIn(records, index),
    find(hash) {
      if (table?.size !== records.size) table = hashTable(records.size, sha)
      return table.find(hash)
    },
  }
  return store
}

function commitIn(records: Records, index: number): Commit {
  return {
    index,
    sha: records.ascii(index, fields.sha),
    parents: parentsIn(records, index),
    seconds: Number(records.ascii(index, fields.seconds)) || 0,
    authored: records.text(index, fields.authored),
    name: records.text(index, fields.name),
    email: records.text(index, fields.email),
    message: records.text(index, fields.message),
    paths: records.paths(index),
  }
}

function parentsIn(records: Records, index: number): string[] {
  return records.ascii(index, fields.parents).split(' ').filter(Boolean)
}
