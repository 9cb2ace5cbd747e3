import { posix } from 'node:path'
import type { Project } from '@frontdoor/kit/project'
import { distance } from 'fastest-levenshtein'
import type { RelativeAddress } from './address.ts'

/** A file of the same folder whose name is the same but for its ending, or so near that a slip explains the difference. */
export function nearestFile({ path }: RelativeAddress, { files }: Project): string | undefined {
  const folder = folderInAnyCase(posix.dirname(path), files)
  const name = posix.basename(path)
  // No file has a longer name, and the time goes with the length.
  if (name.length > 255) return undefined
  const names = files.list(folder)
  const language = languageOf(name)
  // A translation is meant by its language, however that is written.
  if (language !== undefined) {
    const same = names.find((candidate) => languageOf(candidate) === language)
    return same && posix.join(folder, same)
  }
  const near = names
    .map((candidate) => ({ candidate, away: distance(candidate.toLowerCase(), name.toLowerCase()) }))
    .filter(({ candidate, away }) => away <= Math.min(3, Math.floor(Math.max(candidate.length, name.length) / 4)))
    .sort((a, b) => a.away - b.away)[0]?.candidate
  const renamed = names.find((candidate) => stem(candidate) === stem(name) && stem(name) !== '')
  const found = near ?? renamed
  return found && posix.join(folder, found)
}

/** The language of a translated README: `ja` of `README-ja.md` and of `README.ja-JP.md`. */
function languageOf(name: string): string | undefined {
  return /^readme[-_.]([a-z]{2})(?:[-_][a-z]+)?\.(?:md|markdown)$/i.exec(name)?.[1]?.toLowerCase()
}

function stem(name: string): string {
  return name.replace(/\.(?:md|markdown|rst|txt|html?)$/i, '').toLowerCase()
}

/** A folder as it is really written, where only the case of letters is wrong. */
function folderInAnyCase(folder: string, files: Project['files']): string {
  if (folder === '.' || files.kind(folder) === 'directory') return folder
  const parent = folderInAnyCase(posix.dirname(folder), files)
  const wanted = posix.basename(folder).toLowerCase()
  const name = files.list(parent).find((one) => one.toLowerCase() === wanted)
  return posix.join(parent, name ?? posix.basename(folder))
}
