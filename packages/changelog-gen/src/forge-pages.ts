import type { Forge, Repository } from '@frontdoor/kit/project'

/** Addresses of a forge's pages about changes. Each is undefined where the forge has no such page, or is not known. */
export interface ForgePages {
  pull(number: number): string | undefined
  issue(id: string): string | undefined
  commit(sha: string): string | undefined
  /** What changed from one tag, branch or commit to another. */
  compare(from: string, to: string): string | undefined
  tag(name: string): string | undefined
}

/** Addresses as the forges wrote them in 2026-11: what stands behind the repository's own. */
const grammars: Readonly<Record<Forge, Partial<Record<keyof ForgePages, string>>>> = {
  github: {
    pull: 'pull/A',
    issue: 'issues/A',
    commit: 'commit/A',
    compare: 'compare/A...B',
    tag: 'releases/tag/A',
  },
  gitlab: {
    pull: '-/merge_requests/A',
    issue: '-/issues/A',
    commit: '-/commit/A',
    compare: '-/compare/A...B',
    tag: '-/tags/A',
  },
  bitbucket: {
    pull: 'pull-requests/A',
    issue: 'issues/A',
    commit: 'commits/A',
    compare: 'branches/compare/B%0DA',
    tag: 'src/A',
  },
  gitea: {
    pull: 'pulls/A',
    issue: 'issues/A',
    commit: 'commit/A',
    compare: 'compare/A...B',
    tag: 'releases/tag/A',
  },
  sourcehut: { commit: 'commit/A', tag: 'refs/A' },
  unknown: {},
}

/** The pages of a repository; none where there is no repository, or nobody knows its forge. */
export function forgePages(repository: Repository | undefined): ForgePages {
  const page = (kind: keyof ForgePages, a: string, b = ''): string | undefined => {
    const grammar = repository && grammars[repository.forge][kind]
    if (!repository || grammar === undefined) return undefined
    const path = grammar.replaceAll(/\b[AB]\b|(?<=%0D)A/g, (letter) => (letter === 'A' ? encode(a) : encode(b)))
    return `${repository.url}/${path}`
  }
  return {
    pull: (number) => page('pull', String(number)),
    issue: (id) => page('issue', id),
    commit: (sha) => page('commit', sha),
    compare: (from, to) => page('compare', from, to),
    tag: (name) => page('tag', name),
  }
}

/** The name of a tag may hold `/` and `@`, which forges take as they are, but also `?` and `#`. */
function encode(name: string): string {
  return encodeURI(name)
    .replaceAll(/[?#()[\]]/g, encodeURIComponent)
    .replaceAll('(', '%28')
    .replaceAll(')', '%29')
}
