import { presentRepository } from '@frontdoor/kit/forge/present-repository'
import type { Manifest, Project } from '@frontdoor/kit/project'
import { isAwesome } from '@frontdoor/kit/project/awesome'
import { isProfilePage } from '@frontdoor/kit/project/profile-page'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { writeShieldsText } from '../address/shields-text.ts'
import { namedAddress } from '../named-address.ts'
import { pageOf } from '../page-of.ts'
import { registryBadges } from '../registry/badges.ts'
import { shownWorkflow, workflowsOf } from '../workflows.ts'
import { dockerBadge } from './docker.ts'
import { type Proposal, propose } from './proposal.ts'
import { isLibrary, isPublished } from './published.ts'

/** The badges that the facts of a project speak for, in the order of a row. A package that is not there has none. */
export function proposalsFor(
  found: Project,
  document: MarkdownDocument,
  isThere: (manifest: Manifest) => boolean = () => true,
): Proposal[] {
  // A list that calls itself awesome shows neither its build nor its licence (sindresorhus/awesome, pull_request_template.md, read 2026-11).
  if (isAwesome(found) || isProfilePage(found)) return []
  const repository = presentRepository(document, found)
  const project = repository === found.repository ? found : { ...found, repository }
  const published = project.manifests.filter((one) => isThere(one) && isPublished(one, project, document))
  const packages = published.flatMap((manifest) => {
    const all = registryBadges(manifest)
    return isLibrary(manifest, project) ? all : all.filter(({ kind }) => kind !== 'documentation')
  })
  const ofKind = (kind: Proposal['kind']): Proposal[] => packages.filter((proposal) => proposal.kind === kind)
  return [
    ...build(project),
    ...ofKind('version'),
    ...dockerBadge(project, document),
    ...license(project),
    ...coverage(project),
    ...ofKind('documentation'),
    ...documentation(project),
    ...ofKind('downloads'),
    ...social(project, document),
  ]
}

function build(project: Project): Proposal[] {
  const { repository, files } = project
  if (repository?.forge === 'gitlab' && files.kind('.gitlab-ci.yml') === 'file') {
    const branch = project.defaultBranch ?? 'main'
    const image = `${repository.url}/badges/${encodeURIComponent(branch)}/pipeline.svg`
    return [propose('gitlab-pipeline', { image, href: `${repository.url}/-/pipelines` })]
  }
  const workflow = shownWorkflow(workflowsOf(project))
  if (repository?.forge !== 'github' || !workflow) return []
  const page = `${repository.url}/actions/workflows/${encodeURIComponent(workflow.file)}`
  const alt = workflow.title === undefined ? {} : { alt: `${workflow.title} status` }
  return [propose('github-workflow', { image: `${page}/badge.svg`, href: page, ...alt })]
}

/** A static badge says what the manifest says and asks nobody for it. */
function license(project: Project): Proposal[] {
  const { spdx, path } = project.license ?? {}
  // What would fill the row by itself, as the two licences of Perl do, is better read in the file.
  if (spdx === undefined || path === undefined || spdx.length > 36) return []
  const image = `https://img.shields.io/badge/license-${writeShieldsText(spdx)}-blue`
  return [propose('license', { image, href: pageOf(project, path), alt: `${spdx} license` })]
}

function coverage({ repository, files, workflows }: Project): Proposal[] {
  if (repository?.forge !== 'github') return []
  const used = (text: string): boolean => workflows.some((path) => (files.text(path) ?? '').includes(text))
  const name = `${repository.owner}/${repository.name}`
  const codecov = ['codecov.yml', '.codecov.yml', '.github/codecov.yml'].some((path) => files.kind(path) === 'file')
  if (codecov || used('codecov/codecov-action')) {
    const href = `https://codecov.io/gh/${name}`
    return [propose('codecov', { image: `${href}/graph/badge.svg`, href })]
  }
  if (!used('coverallsapp/github-action')) return []
  const image = `https://coveralls.io/repos/github/${name}/badge.svg`
  return [propose('coveralls', { image, href: `https://coveralls.io/github/${name}` })]
}

function documentation({ documentation: site, files }: Project): Proposal[] {
  const [, slug] = /^https:\/\/([\w-]+)\.readthedocs\.io(?:\/|$)/.exec(site ?? '') ?? []
  const configured = ['.readthedocs.yaml', '.readthedocs.yml'].some((path) => files.kind(path) === 'file')
  if (site === undefined || slug === undefined || !configured) return []
  const image = `https://app.readthedocs.org/projects/${slug}/badge/?version=latest`
  return [propose('readthedocs', { image, href: site })]
}

/** Addresses of such places, and the badges that show them. */
const places: readonly (readonly [link: RegExp, badge: string, image: string])[] = [
  [
    /^https:\/\/(?:discord\.gg|discord\.com\/invite)\/[\w-]+$/,
    'discord-invite',
    'https://img.shields.io/badge/chat-discord-5865F2',
  ],
  [/^https:\/\/bsky\.app\/profile\/([\w.-]+)$/, 'bluesky', 'https://img.shields.io/bluesky/followers/$1'],
  [
    /^https:\/\/(?:mastodon\.\w+|fosstodon\.org|hachyderm\.io|mas\.to)\/@\w+$/,
    'mastodon-link',
    'https://img.shields.io/badge/follow-mastodon-6364FF',
  ],
]

/** Places that the project names, if it names one of a kind. */
function social(project: Project, { links }: MarkdownDocument): Proposal[] {
  return places.flatMap(([form, badge, image]) => {
    const href = namedAddress(form, links, project)
    return href === undefined ? [] : [propose(badge, { image: href.replace(form, image), href })]
  })
}
