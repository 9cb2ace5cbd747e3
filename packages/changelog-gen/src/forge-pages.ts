import type { Forge, Repository } from '@frontdoor/kit/project'
import { compareUrl } from './compare-url.ts'

/** Addresses of a forge's pages about changes. Each is undefined where the forge has no such page, or is not known. */
export interface ForgePages {
  /** What stands before the number of a pull request: GitLab counts its merge requests apart from issues, and writes `!12`. */
  readonly pullMark: '#' | '!'
  pull(number: number): string | undefined
  issue(id: string): string | undefined
  commit(sha: string): string | undefined
  /** What changed from one tag, branch or commit to another. */
  compare(from: string, to: string): string | undefined
  tag(name: string): string | undefined
}

type Kind = Exclude<keyof ForgePages, 'compare' | 'pullMark'>

/** Addresses as the forges wrote them in 2026-11: what stands between the repository's own and the name. */
const grammars: Readonly<Record<Forge, Partial<Record<Kind, string>>>> = {
  github: {
    pull: 'pull',
    issue: 'issues',
    commit: 'commit',
    tag: 'releases/tag',
  },
  gitlab: {
    pull: '-/merge_requests',
    issue: '-/issues',
    commit: '-/commit',
    tag: '-/tags',
  },
  bitbucket: {
    pull: 'pull-requests',
    issue: 'issues',
    commit: 'commits',
    tag: 'src',
  },
  gitea: {
    pull: 'pulls',
    issue: 'issues',
    commit: 'commit',
    tag: 'releases/tag',
  },
  sourcehut: { commit: 'commit', tag: 'refs' },
  unknown: {},
}

/** The pages of a repository; none where there is no repository, or nobody knows its forge. */
export function forgePages(repository: Repository | undefined): ForgePages {
  const page = (kind: Kind, name: string): string | undefined => {
    const grammar = repository && grammars[repository.forge][kind]
    return grammar === undefined ? undefined : `${repository?.url}/${grammar}/${name}`
  }
  return {
    pullMark: repository?.forge === 'gitlab' ? '!' : '#',
    pull: (number) => page('pull', String(number)),
    issue: (id) => page('issue', encode(id)),
    commit: (sha) => page('commit', sha),
    compare: (from, to) => repository && compareUrl(repository, from, to),
    tag: (name) => page('tag', encode(name)),
  }
}

/** The name of a tag may hold `/` and `@`, which forges take as they are, but also `?` and `#`. */
function encode(name: string): string {
  return encodeURI(name).replaceAll(/[?#]/g, encodeURIComponent).replaceAll('(', '%28').replaceAll(')', '%29')
}
