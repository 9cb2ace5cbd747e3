import { gitRecords } from '@frontdoor/kit/git'
import { type Io, UserError } from '@frontdoor/kit/io'
import type { Project } from '@frontdoor/kit/project'
import type { Showing } from '../hosts.ts'
import { head } from '../shown/absolute.ts'

/** The tag of the version that is being published, where git has it: its files never change. Else `HEAD`, the default branch. */
export async function releaseRef(io: Pick<Io, 'env'>, project: Project, { manifest }: Showing): Promise<string> {
  const { version, name } = manifest ?? project.manifests.find((one) => one.version !== undefined) ?? {}
  if (version === undefined) return head
  const plain = name?.replace(/^@[^/]*\//, '')
  const packages = name === undefined || plain === undefined ? [] : [...new Set([name, plain])]
  const names = [
    ...packages.flatMap((one) => [
      `${one}@${version}`,
      `${one}-v${version}`,
      `${one}/v${version}`,
      `${one}-${version}`,
    ]),
    `v${version}`,
    version,
  ]
  const known = new Set(await tags(io, project.root, names))
  return names.find((one) => known.has(one)) ?? head
}

async function tags(io: Pick<Io, 'env'>, folder: string, names: readonly string[]): Promise<string[]> {
  // A name that cannot be one of a tag holds signs that are a pattern here.
  const plain = names.filter((name) => !/[*?[\\\s]/.test(name))
  const command = {
    folder,
    command: 'for-each-ref',
    options: ['--format=%(refname:strip=2)%00'],
    revisions: plain.map((name) => `refs/tags/${name}`),
  }
  try {
    return (await gitRecords(io, command)).map((record) => record.trim())
  } catch (error) {
    // Outside of a repository, and without git, there are no tags.
    if (error instanceof UserError) return []
    throw error
  }
}
