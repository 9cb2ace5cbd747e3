import { type ForgeUrl, readForgeUrl, sameRepository } from '@frontdoor/kit/forge'
import type { Project } from '@frontdoor/kit/project'
import type { Edit } from '@frontdoor/markdown/edit'
import type { Link } from '@frontdoor/markdown/links'
import { renamedFrom } from '../../badge/default-branch.ts'
import { defineRule, type Rule, type RuleContext } from '../../rule.ts'

/** Above so many, all are one finding. */
const few = 3

export const rule: Rule = defineRule({
  name: 'link/default-branch',
  summary: 'Links to files of this repository do not name a branch that is no longer the default.',
  why: 'After the default branch was renamed, addresses with the old name live from a redirect that ends when somebody makes a branch of that name, and raw files have none on every forge. `HEAD` is always the default branch.',
  severity: 'warning',
  rst: true,
  *check(context) {
    const found = staleLinks(context)
    const [first] = found
    if (!first) return
    const { defaultBranch } = context.project
    if (found.length <= few) {
      for (const { link, edit, ref } of found) {
        const message = `This address names the branch ${ref}, and the default branch is ${defaultBranch}: write HEAD`
        yield { at: link.urlAt, message, fix: { safe: true, edits: [edit] } }
      }
      return
    }
    const message = `${found.length} addresses name the branch ${first.ref}, and the default branch is ${defaultBranch}: write HEAD`
    yield { at: first.link.urlAt, message, fix: { safe: true, edits: found.map(({ edit }) => edit) } }
  },
})

interface StaleLink {
  readonly link: Link
  readonly ref: string
  readonly edit: Edit
}

function staleLinks({ document, project }: RuleContext): StaleLink[] {
  const ref = renamedFrom(project)
  if (ref === undefined) return []
  return document.links.flatMap((link) => {
    if (link.kind === 'reference' || !link.url.includes(`/${ref}`)) return []
    const found = ownUrl(link.url, project)
    if (found?.ref !== ref || found.view === 'other') return []
    const depth = found.repository.owner.split('/').length + 1
    const front = `^https?://[^/]+/(?:[^/]+/){${depth}}(?:-/)?(?:(?:blob|tree|raw)/)?(?:refs/heads/)?`
    const address = document.slice(link.urlAt)
    const before = new RegExp(`${front}(?=${ref}(?:[/?#]|$))`, 'i').exec(address)?.[0]
    if (before === undefined) return []
    const text = `${before}HEAD${address.slice(before.length + ref.length)}`
    return [{ link, ref, edit: { ...link.urlAt, text } }]
  })
}

/** A page or a file of this repository, on a forge whose addresses know `HEAD`. */
function ownUrl(url: string, { repository }: Project): ForgeUrl | undefined {
  if (repository?.forge !== 'github' && repository?.forge !== 'gitlab') return undefined
  const found = readForgeUrl(url, { forges: { [repository.host]: repository.forge } })
  return found && sameRepository(found.repository, repository) ? found : undefined
}
