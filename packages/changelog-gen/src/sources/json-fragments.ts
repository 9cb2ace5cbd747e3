import { attempt } from '@frontdoor/kit/attempt'
import { UserError } from '@frontdoor/kit/io'
import type { Bump, Change } from '../change.ts'
import { at, listAt, textAt } from '../json.ts'
import { bumpWords, declared } from './changesets.ts'
import { fragment } from './fragment.ts'
import type { SourceFile } from './source-files.ts'

/** What only Rush has. */
const levelsOfRush: ReadonlyMap<string, Bump> = new Map([
  ['hotfix', 'patch'],
  ['dependency', 'patch'],
])

/**
 * A change file of beachball (src/types/ChangeInfo.ts) or Rush (change-file.schema.json), read 2026-11-27: one change, or several under
 * `changes`. A file of anything else holds none, and neither does an empty comment, by which Rush is told that there is nothing to tell.
 *
 * @throws {UserError} for what is no JSON, or of a type that is none of theirs
 */
export function readJsonFragment(file: SourceFile): Change[] {
  const data: unknown = attempt(() => JSON.parse(file.text))
  if (data === undefined) throw new UserError(`${file.path}: this is no JSON`)
  const entries = at(data, 'changes') === undefined ? [data] : listAt(data, 'changes')
  const told = entries.filter((one) => textAt(one, 'packageName') && textAt(one, 'comment').trim())
  return told.map((one, place) => {
    const type = textAt(one, 'type')
    const bump = bumpWords.get(type) ?? levelsOfRush.get(type)
    if (bump === undefined)
      throw new UserError(
        `${file.path}: ${JSON.stringify(type)} is no type of a change; write major, minor, patch or none`,
      )
    return {
      ...fragment(file, textAt(one, 'comment').trim()),
      ...(told.length > 1 && { id: `${file.path}/${place + 1}` }),
      ...declared(bump),
      packages: [{ name: textAt(one, 'packageName'), bump }],
    }
  })
}
