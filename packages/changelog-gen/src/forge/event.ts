import { readFileSync } from 'node:fs'
import { type Io, UserError } from '@frontdoor/kit/io'
import { at } from '../json.ts'

/**
 * The pull request that a workflow runs for, as GitHub wrote it to a file; undefined where it runs for something else.
 *
 * @throws {UserError} where the file cannot be read
 */
export function eventPull({ GITHUB_EVENT_PATH: path }: Io['env']): unknown {
  if (!path) return undefined
  try {
    return at(JSON.parse(readFileSync(path, 'utf8')), 'pull_request')
  } catch {
    throw new UserError('the file that GITHUB_EVENT_PATH names cannot be read as JSON')
  }
}
