import type { Repository } from '@frontdoor/kit/project'
import type { Edit, Range } from '@frontdoor/markdown/edit'

/** What vsce takes for an issue (microsoft/vscode-vsce, src/package.ts, read 2026-11-27). */
const issue = /(?<=\s)(?<name>[\w-]+\/[\w-]+)?#(?<number>\d+)\b/g

/** True for a repository whose issues vsce makes links to. */
export function isLinkedByVsce(repository: Repository | undefined): repository is Repository {
  return /^git(?:hub|lab)\.com$/.test(repository?.host ?? '')
}

/** Where vsce sees issues in a part of a README. */
export function issuesIn(source: string, { start, end }: Range): Range[] {
  return [...source.slice(start, end).matchAll(issue)].map(({ index, 0: text }) => ({
    start: start + index,
    end: start + index + text.length,
  }))
}

/** What vsce puts around an issue: the brackets of a link, and where it leads. */
export function issueLink(source: string, at: Range, { host, url }: Repository): Edit[] {
  const [, name, number] = /^(.*)#(\d+)$/.exec(source.slice(at.start, at.end)) ?? []
  const issues = `${name ? `https://${host}/${name}` : url}/${host === 'gitlab.com' ? '-/' : ''}issues/${number}`
  return [
    { start: at.start, end: at.start, text: '[' },
    { start: at.end, end: at.end, text: `](${issues})` },
  ]
}
