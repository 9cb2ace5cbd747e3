import { UserError } from '@frontdoor/kit/io'
import type { Funding } from '@frontdoor/kit/project'
import { platformLabel } from '@frontdoor/kit/project/platform-label'
import { decode } from '@frontdoor/kit/text/percent'
import type { PhrasingContent } from 'mdast'
import { type Generator, generator } from '../block.ts'

export const block: Generator = generator({
  name: 'funding',
  summary:
    'Where to give money, in one row: the accounts of FUNDING.yml and the manifests, those of Patreon, Polar, Ko-fi and thanks.dev among them.',
  example: 'funding platforms=github,patreon',
  options: {
    platforms: {
      type: 'array',
      items: { type: 'string', pattern: '^[a-z_]+$', examples: ['github', 'ko_fi'] },
      default: [],
      description: 'Which of them, in this order, as FUNDING.yml calls them; all where it does not say.',
    },
  },
  generate({ project: { funding }, options: { platforms } }) {
    const wanted = platforms.length === 0 ? funding : platforms.flatMap((name) => accountsOf(String(name), funding))
    if (wanted.length === 0)
      throw new UserError(
        'nothing says where to give money: add a file .github/FUNDING.yml, or `funding` to a manifest',
      )
    const children = wanted.flatMap((one, index): PhrasingContent[] => [
      ...(index === 0 ? [] : [{ type: 'text' as const, value: ' · ' }]),
      { type: 'link', url: one.url, children: [{ type: 'text', value: labelOf(one, wanted) }] },
    ])
    return [{ type: 'paragraph', children }]
  },
})

function accountsOf(platform: string, funding: readonly Funding[]): Funding[] {
  const found = funding.filter((one) => one.platform === platform)
  if (found.length > 0) return found
  throw new UserError(`no account of ${platform} is named in FUNDING.yml or a manifest`)
}

/** Several accounts of one platform are told apart by their names. */
function labelOf({ platform, url }: Funding, all: readonly Funding[]): string {
  const label = platformLabel(platform, url)
  if (all.filter((one) => platformLabel(one.platform, one.url) === label).length < 2) return label
  return `${label} (${
    decode(new URL(url).pathname)
      .split('/')
      .findLast((part) => part !== '') ?? url
  })`
}
