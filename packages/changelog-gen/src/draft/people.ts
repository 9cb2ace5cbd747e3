import type { ForgeCommit } from '../forge/commits.ts'
import type { PullRequest } from '../forge/pull-request.ts'
import { fill, plainTitle } from './template.ts'

/** Somebody who wrote a change. */
export interface Author {
  /** Login, of an app with `[bot]`; else a name from a commit, which may be any text. */
  readonly name: string
  readonly isLogin: boolean
  readonly isBot: boolean
  /** True where one of the pull requests is theirs. */
  readonly opened: boolean
  readonly url?: string
}

/** Who wrote some pull requests and their commits: who opened one first, people before apps, then by name. */
export function authorsOf(pulls: readonly PullRequest[], commits: readonly ForgeCommit[]): Author[] {
  const numbers = new Set(pulls.map(({ number }) => number))
  const merges = new Set(pulls.map(({ mergeCommit }) => mergeCommit).filter(Boolean))
  const own = commits.filter(
    (commit) => merges.has(commit.sha) || commit.pulls.some(({ number }) => numbers.has(number)),
  )
  const authors = new Map<string, Author>()
  for (const { name, login } of own.flatMap((commit) => commit.authors)) {
    const shown = login ?? name
    const isBot = login?.endsWith('[bot]') ?? false
    if (shown)
      authors.set(`${login === undefined}${shown}`, { name: shown, isLogin: login !== undefined, isBot, opened: false })
  }
  for (const { author } of pulls) {
    if (!author) continue
    const name = author.bot && !author.login.endsWith('[bot]') ? `${author.login}[bot]` : author.login
    authors.set(`false${name}`, {
      name,
      isLogin: true,
      isBot: author.bot,
      opened: true,
      ...(author.bot && { url: author.url }),
    })
  }
  return [...authors.values()].sort(
    (a, b) =>
      Number(b.opened) - Number(a.opened) || Number(a.isBot) - Number(b.isBot) || a.name.localeCompare(b.name, 'en'),
  )
}

/** How an author is named so that the forge knows who it is. */
export function mentionOf({ name, isLogin, isBot, url }: Author, server: string): string {
  if (!isLogin || !/^[\w-]+(?:\[bot\])?$/.test(name)) return plainTitle(name)
  return isBot ? `[@${name}](${url || `${server}/apps/${name.replace('[bot]', '')}`})` : `@${name}`
}

interface AuthorStyle {
  readonly author: string
  readonly authorSeparator: string
  readonly lastAuthorSeparator: string | undefined
  readonly server: string
}

/** The authors of one change. */
export function authorList(authors: readonly Author[], style: AuthorStyle): string {
  const shown = authors.map((author) =>
    fill(style.author, { AUTHOR: plainTitle(author.name), AUTHOR_MENTION: mentionOf(author, style.server) }),
  )
  if (shown.length === 0) return fill(style.author, { AUTHOR: 'ghost', AUTHOR_MENTION: '@ghost' })
  const last = style.lastAuthorSeparator ?? style.authorSeparator
  return shown.length === 1 ? `${shown[0]}` : `${shown.slice(0, -1).join(style.authorSeparator)}${last}${shown.at(-1)}`
}
