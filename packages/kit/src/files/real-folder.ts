import { realpathSync } from 'node:fs'
import { UserError } from '../io.ts'

/**
 * A folder without symbolic links.
 *
 * @throws {UserError} where it is not there
 */
export function realFolder(folder: string): string {
  try {
    return realpathSync.native(folder)
  } catch {
    throw new UserError(`no such folder: ${folder}`)
  }
}
