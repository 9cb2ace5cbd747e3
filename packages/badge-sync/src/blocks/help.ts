import type { Project } from '@frontdoor/kit/project'
import type { ListItem, PhrasingContent } from 'mdast'
import { type Generator, generator } from '../block.ts'
import { pageOf } from '../page-of.ts'
import { issuesOf } from './links.ts'

export const block: Generator = generator({
  name: 'help',
  summary: 'How to get help and how to help: what the community files and the repository offer.',
  example: 'help',
  options: {},
  generate({ project }) {
    const items = [...ways(project)].map(
      (children): ListItem => ({ type: 'listItem', spread: false, children: [{ type: 'paragraph', children }] }),
    )
    return items.length > 0 ? [{ type: 'list', ordered: false, spread: false, children: items }] : []
  },
})

function* ways(project: Project): Iterable<PhrasingContent[]> {
  const { community, repository, funding } = project
  const page = (path: string): string => pageOf(project, path)
  if (community.support) yield way('Ask a question: ', 'where to get support', page(community.support))
  const issues = issuesOf(project)
  if (issues) yield way('Report a bug or wish for something in the ', 'issues', issues)
  if (community.security) yield way('Tell of a weakness in private: ', 'security policy', page(community.security))
  if (community.contributing) yield way('Change something: ', 'how to contribute', page(community.contributing))
  if (repository?.host === 'github.com') {
    yield way('Start with a ', 'good first issue', `${repository.url}/contribute`)
    yield way('Help to maintain: answer questions, and review ', 'open pull requests', `${repository.url}/pulls`)
  }
  if (community.governance) yield way('See who decides: ', 'governance', page(community.governance))
  if (community.codeOfConduct)
    yield way('Be kind: the ', 'code of conduct', page(community.codeOfConduct), ' holds everywhere')
  const [first] = funding
  if (first) yield way('Give money: ', 'sponsor the project', first.url)
}

function way(before: string, text: string, url: string, after = ''): PhrasingContent[] {
  return [
    { type: 'text', value: before },
    { type: 'link', url, children: [{ type: 'text', value: text }] },
    ...(after ? [{ type: 'text' as const, value: after }] : []),
  ]
}
