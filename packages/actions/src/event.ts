import { readFileSync } from 'node:fs'
import type { Io } from '@frontdoor/kit/io'
import { get } from '@frontdoor/kit/manifests/values'

/** What started the run, as GitHub wrote it to a file; an empty object where there is none. */
export function readEvent({ GITHUB_EVENT_PATH: path }: Io['env']): unknown {
  if (!path) return {}
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return {}
  }
}

/** What stands at the end of a path of keys; undefined where the path ends early. */
export function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>(get, value)
}
