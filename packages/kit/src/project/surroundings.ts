import { type Disk, openDisk } from '../files/disk.ts'
import { type FindGit, gitFinder } from '../git/finder.ts'
import type { Io } from '../io.ts'

/** What a run has read of the disk and of git already; projects of one repository share much of it. */
export interface Surroundings {
  readonly disk: Disk
  readonly git: FindGit
}

/** Surroundings of which nothing is known yet. */
export function newSurroundings(io: Pick<Io, 'env'>): Surroundings {
  const disk = openDisk()
  return { disk, git: gitFinder(io, disk) }
}
