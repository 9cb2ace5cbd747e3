import type { Finding } from '@frontdoor/markdown/finding'
import { addressEdits } from '../address/edits.ts'
import { knownParts } from '../address/known-parts.ts'
import { renewParameters } from '../address/shields-parameters.ts'
import type { BadgeImage } from '../badge-images.ts'
import { recognise } from '../badges.ts'
import type { Check, CheckContext } from '../check.ts'
import { findOutdated, type Outdated, renew, renewLink, sayOutdated } from '../migrations.ts'
import { leavesHollow, removals } from '../removal.ts'

export const check: Check = {
  name: 'badge/outdated',
  summary: 'The address of a badge is neither dead nor retired, redirected or of an old form.',
  *check(context) {
    const shown = new Set(context.images.flatMap(({ url }) => (findOutdated(url) ? [] : workflowShown(url, context))))
    for (const image of context.images) {
      const outdated = findOutdated(image.url)
      if (outdated) {
        yield describe(image, outdated, { ...context, shown })
        continue
      }
      const single = withOneQuestionMark(image.url)
      const renewed = renewParameters(single ?? image.url) ?? single?.href
      const what = single ? 'A second question mark hides the first parameter of this badge' : oldNames
      if (renewed !== undefined) yield describeParameters(image, { what, renewed }, context)
    }
  },
}

interface OutdatedContext extends CheckContext {
  /** Workflows that other badges show; one that is found here is added. */
  readonly shown: Set<string>
}

function describe(image: BadgeImage, outdated: Outdated, context: OutdatedContext): Finding {
  const { migration } = outdated
  const found = { at: image.image.urlAt, message: sayOutdated(outdated) }
  if (migration.to === undefined) return withRemoval(found, image, outdated, context)
  const { known, guessed } = knownParts(outdated.parts, context.project)
  const renewed = renew(image.url, outdated, known)
  const target = renewed && (renewParameters(new URL(renewed)) ?? renewed)
  if (target === undefined) return { ...found, message: `${found.message}; ${missing(migration.to)}` }
  if (isShownAlready(target, outdated, context)) {
    const message = `${found.message}; another badge shows the workflow that does it now`
    return withRemoval({ ...found, message }, image, outdated, context)
  }
  const to = { image: target, link: newLink(image, renewLink(outdated, known)) }
  const edits = addressEdits(context.document, image, to)
  const safe = !migration.suggest && !guessed
  return { ...found, message: `${found.message}; write ${target}`, fix: { safe, edits } }
}

const oldNames = 'Parameters of this badge have other names today'

/** The address of a badge that was written with `??`. */
function withOneQuestionMark(url: URL): URL | undefined {
  return url.search.startsWith('??') && recognise(url) ? new URL(url.href.replace(/\?{2,}/, '?')) : undefined
}

function describeParameters(
  badge: BadgeImage,
  { what, renewed }: { readonly what: string; readonly renewed: string },
  { document }: CheckContext,
): Finding {
  return {
    at: badge.image.urlAt,
    message: `${what}; write ${renewed}`,
    fix: { safe: true, edits: addressEdits(document, badge, { image: renewed }) },
  }
}

function withRemoval(
  found: Finding,
  badge: BadgeImage,
  { migration }: Outdated,
  { document, images }: CheckContext,
): Finding {
  const { source } = document
  // Badges that share a definition have one address: they go together, or it is found again.
  const uses = images.filter(({ image }) => image.urlAt.start === badge.image.urlAt.start).map(({ whole }) => whole)
  const safe = !migration.suggest && !uses.some((use) => leavesHollow(source, use))
  return { ...found, message: `${found.message}; remove it`, fix: { safe, edits: removals(source, uses) } }
}

/** A service that was given up, and a workflow beside it that has a badge: the new address would be a second one. */
function isShownAlready(
  target: string,
  { migration: { to = '', suggest }, parts }: Outdated,
  { shown, ...context }: OutdatedContext,
): boolean {
  // Who names a workflow by its title means that one, and may show it as often as they like.
  if (!to.includes(':workflow') || parts.name !== undefined) return false
  const [workflow] = workflowShown(new URL(target), context)
  if (workflow === undefined) return false
  if (shown.has(workflow)) return true
  // What is only proposed may not come.
  if (!suggest) shown.add(workflow)
  return false
}

/** The workflow of a badge, with the branch where that is not the one that is shown anyway. */
function workflowShown(url: URL, { project }: CheckContext): string[] {
  const { owner, repo, workflow } = recognise(url)?.parts ?? {}
  if (workflow === undefined) return []
  const branch = url.searchParams.get('branch') ?? ''
  const isUsual = ['main', 'master', project.defaultBranch].includes(branch)
  return [`${owner}/${repo}/${workflow} ${isUsual ? '' : branch}`.toLowerCase()]
}

function missing(template: string): string {
  return template.includes(':workflow')
    ? 'write …/actions/workflows/FILE/badge.svg with the file of its workflow, which cannot be told from here'
    : 'what the new address needs is not known'
}

/** Where the link of a badge is to lead: one that leads where the old image came from is as old. */
function newLink({ link, url }: BadgeImage, target: string | undefined): string | undefined {
  if (!link || target === undefined || !URL.canParse(link.url)) return undefined
  const host = new URL(link.url).hostname
  if (site(host) !== site(url.hostname) && !/^(?:secure\.)?travis-ci\.org$/.test(host)) return undefined
  // On a forge the address may well be a better one.
  if (host === 'github.com') return undefined
  // On the same site the query still says which branch is meant.
  const query = host === new URL(target).hostname && !target.includes('?') ? new URL(link.url).search : ''
  return target + query
}

function site(host: string): string {
  return host.split('.').slice(-2).join('.')
}
