import type { Candidate } from '@frontdoor/kit/cli/command'
import { git } from '@frontdoor/kit/git'
import type { Io } from '@frontdoor/kit/io'
import { printable } from '@frontdoor/kit/terminal'

/** Tags that a shell offers, newest first: as many as one looks through. */
export async function tagNames(io: Pick<Io, 'cwd' | 'env'>): Promise<readonly Candidate[]> {
  const options = ['--format=%(refname:strip=2)', '--sort=-creatordate', '--count=100', 'refs/tags']
  const output = await git(io, { folder: io.cwd, command: 'for-each-ref', options }).catch(() => '')
  return output.split('\n').filter((name) => name !== '' && name === printable(name))
}
