import { relative, sep } from 'node:path'

/** The path from a folder to something, with forward slashes; empty for the folder itself. */
export function relativePath(from: string, to: string): string {
  // Most lies below, and is asked for often; `relative` takes a while.
  const below = to.startsWith(from + sep) ? to.slice(from.length + 1) : relative(from, to)
  return below.replaceAll(sep, '/')
}
