import { runGit } from '@frontdoor/kit/git'
import type { Io } from '@frontdoor/kit/io'

/** What git takes when it is to find a sign that no line of the message starts with (git 2.39, `adjust_comment_line_char`). */
const candidates = '#;@!$%^&|:'

/**
 * What the comments start with that git will remove from a message of `git commit`; undefined where it will remove none. Git asks the
 * person's own settings, so these count here.
 *
 * @param source the message as an editor showed it
 */
export async function commentSign(io: Pick<Io, 'cwd' | 'env'>, source: string): Promise<string | undefined> {
  const options = ['--null', '--get-regexp', '^(core\\.comment(char|string)|commit\\.cleanup)$']
  // It fails where nothing is set, and outside of a repository: then the defaults hold.
  const { stdout } = await runGit(io, { folder: io.cwd, command: 'config', options })
  const settings = stdout.split('\0').map((record) => /^([^\n]*)\n?([\s\S]*)$/.exec(record) as RegExpExecArray)
  const last = (name: RegExp) => settings.findLast(([, key = '']) => name.test(key))?.[2]
  if (!isRemoved(last(/cleanup$/) ?? 'default', io.env)) return undefined
  const sign = last(/comment/) ?? '#'
  return sign === 'auto' ? usedSign(source) : sign
}

/** `git commit -m` opens no editor; git tells its hooks so, and takes no line for a comment. */
function isRemoved(cleanup: string, { GIT_EDITOR: editor }: Io['env']): boolean {
  return cleanup === 'strip' || (cleanup === 'default' && editor !== ':')
}

/** What git has written for the person who edits stands last. */
function usedSign(source: string): string {
  const [sign = ''] =
    source
      .trimEnd()
      .split(/[\r\n]+/)
      .at(-1) ?? ''
  return sign !== '' && candidates.includes(sign) ? sign : '#'
}
