import { addressEdits } from '../address/edits.ts'
import { namesOwn } from '../address/own.ts'
import { type Recognised, recognise } from '../badges.ts'
import type { Check } from '../check.ts'

/** Names that a default branch has by itself. Any other may be meant as it is written. */
const usual: ReadonlySet<string> = new Set(['main', 'master', 'trunk'])

export const check: Check = {
  name: 'badge/branch',
  summary: 'A badge that shows the default branch shows it under the name that it has now.',
  *check({ document, images, project }) {
    const { defaultBranch } = project
    if (defaultBranch === undefined || !usual.has(defaultBranch)) return
    for (const badge of images) {
      const { image, link, url } = badge
      const found = recognise(url)
      if (!found || !namesOwn(found.parts, project)) continue
      const branch = branchOf(found, url)
      if (branch === undefined || branch === defaultBranch || !usual.has(branch)) continue
      const to = {
        image: onBranch(found, url, defaultBranch),
        link: link && withBranch(link.url, branch, defaultBranch),
      }
      yield {
        at: image.urlAt,
        message: `This badge shows the branch ${branch}: the default branch is ${defaultBranch}`,
        fix: { safe: true, edits: addressEdits(document, badge, to) },
      }
    }
  },
}

function branchOf({ parts }: Recognised, url: URL): string | undefined {
  return parts.branch ?? url.searchParams.get('branch') ?? undefined
}

function onBranch(found: Recognised, url: URL, branch: string): string {
  if (found.parts.branch !== undefined) return found.replace({ branch })
  return url.origin + url.pathname + url.search.replace(/([?&]branch=)[^&]*/, (_, name) => name + branch) + url.hash
}

/** Where a link names the branch in the way that links do. */
function withBranch(url: string, from: string, to: string): string | undefined {
  const named = new RegExp(`((?:[?&]branch=|branch(?:%3A|:)|/(?:tree|branch|blob)/))${from}(?=$|[/&?#+])`)
  return named.test(url) ? url.replace(named, (_, before) => before + to) : undefined
}
