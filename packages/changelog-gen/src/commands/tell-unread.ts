import type { Program } from '@frontdoor/kit/cli/command'
import type { Io } from '@frontdoor/kit/io'
import { tell } from '@frontdoor/kit/terminal/tell'
import { unreadFragments } from '../sources/unread-fragments.ts'
import type { Opened } from './open.ts'

/** Tells of folders with fragments that nobody has named. */
export function tellUnread(program: Program, io: Io, [first]: readonly Pick<Opened, 'request'>[]): void {
  const folders = first ? unreadFragments(first.request.root, first.request.settings) : []
  if (folders.length === 0) return
  const more = folders.length > 3 ? ` and ${folders.length - 3} more` : ''
  const found = folders.slice(0, 3).join(', ') + more
  const advice =
    'name such folders in the setting fragments, or take over the settings of their tool with "changelog-gen init"'
  tell(`not read, though it looks like fragments: ${found}; ${advice}`, program, io)
}
