import type { Project } from '@frontdoor/kit/project'
import type { PhrasingContent } from 'mdast'
import { type BlockContext, type Generator, generator } from '../block.ts'
import { namedAddress } from '../named-address.ts'
import { pageOf } from '../page-of.ts'

const kinds = ['documentation', 'source', 'changelog', 'issues', 'chat', 'funding'] as const
type Kind = (typeof kinds)[number]

export const block: Generator = generator({
  name: 'links',
  summary: 'Where to go from here, in one row: documentation, source code, changelog, issues, chat.',
  example: 'links kinds=documentation,source',
  options: {
    kinds: {
      type: 'array',
      items: { enum: kinds },
      default: ['documentation', 'source', 'changelog', 'issues', 'chat'],
      description: 'Which links, in their order.',
    },
  },
  generate(context) {
    const links = context.options.kinds.flatMap((kind): PhrasingContent[][] => {
      const url = addresses[kind](context)
      return url === undefined ? [] : [[{ type: 'link', url, children: [{ type: 'text', value: titles[kind] }] }]]
    })
    const children = links.flatMap((link, index): PhrasingContent[] =>
      index === 0 ? link : [{ type: 'text', value: ' · ' }, ...link],
    )
    return children.length > 0 ? [{ type: 'paragraph', children }] : []
  },
})

const titles: Readonly<Record<Kind, string>> = {
  documentation: 'Documentation',
  source: 'Source code',
  changelog: 'Changelog',
  issues: 'Issues',
  chat: 'Chat',
  funding: 'Sponsor',
}

type Facts = Pick<BlockContext, 'project' | 'document' | 'generated'>

const addresses: Readonly<Record<Kind, (facts: Facts) => string | undefined>> = {
  documentation: ({ project }) => project.documentation ?? project.homepage,
  source: ({ project }) => project.repository?.url,
  changelog: ({ project }) => changelogOf(project),
  issues: ({ project }) => issuesOf(project),
  chat: chatOf,
  funding: ({ project: { funding } }) => funding[0]?.url,
}

function changelogOf(project: Project): string | undefined {
  const named = project.manifests.map(({ changelog }) => changelog).find((url) => url !== undefined)
  return named ?? (project.changelog === undefined ? undefined : pageOf(project, project.changelog))
}

/** Where bugs are told of. */
export function issuesOf({ manifests, repository }: Project): string | undefined {
  const named = manifests.map(({ issues }) => issues).find((url) => url !== undefined)
  if (named !== undefined || repository === undefined) return named
  const tails = {
    github: '/issues',
    gitlab: '/-/issues',
    gitea: '/issues',
    bitbucket: '/issues',
    sourcehut: '',
    unknown: '',
  }
  const tail = tails[repository.forge]
  return tail === '' ? undefined : repository.url + tail
}

const chats =
  /^https:\/\/(?:discord\.(?:gg|com\/invite)\/[\w-]+|[\w-]+\.zulipchat\.com\/?|gitter\.im\/[\w/-]+|matrix\.to\/#\/\S+|join\.slack\.com\/\S+|t\.me\/\w+)$/

/** The one chat that the project names, outside of what is generated. */
function chatOf({ document, generated, project }: Facts): string | undefined {
  const own = document.links.filter(
    ({ start }) => !generated.some((range) => range.start <= start && start < range.end),
  )
  return namedAddress(chats, own, project)
}
