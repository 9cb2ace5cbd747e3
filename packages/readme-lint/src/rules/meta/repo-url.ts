import { type ForgeUrl, inRepository, readForgeUrl, sameRepository } from '@frontdoor/kit/forge'
import { presentRepository } from '@frontdoor/kit/forge/present-repository'
import type { Project, Repository } from '@frontdoor/kit/project'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { covers, type Range } from '@frontdoor/markdown/edit'
import type { Finding } from '@frontdoor/markdown/finding'
import { wholeText } from '../../readme/per-document.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { codeOf } from '../../snippet/code.ts'
import { isPlaceholder } from '../../snippet/placeholder.ts'
import { andMore } from '../../wording.ts'

export const rule: Rule = defineRule({
  name: 'meta/repo-url',
  summary: 'Links to the repository name its present owner.',
  why: 'A forge redirects the old address of a repository that moved, until somebody takes the old name: then every link, clone command and download in the README leads to a stranger.',
  severity: 'warning',
  rst: true,
  *check({ document, project }) {
    const repository = named(project)
    if (!repository) return
    yield* oldManifest(document, project)
    const old = distinct([...linked(document, project, repository), ...cloned(document, project, repository)])
    const [first] = old
    if (!first || forks.test(wholeText(document))) return
    yield {
      at: first.at,
      message: `This leads to ${first.name}, but the repository is ${repository.owner}/${repository.name}${andMore(old)}`,
      fix: {
        safe: false,
        edits: old.map(({ at }) => ({ ...at, text: `${repository.owner}/${repository.name}` })),
      },
    }
  },
})

/** The repository that a manifest names: a clone may be that of a fork, or older than the move. */
function named({ manifests, repository }: Project): Repository | undefined {
  const isNamed = manifests.some(
    (manifest) => manifest.repository && repository && sameRepository(manifest.repository, repository),
  )
  return isNamed && repository?.forge !== 'unknown' ? repository : undefined
}

/** What a README says that leads to another repository of this name on purpose. */
const forks = /\bfork(?:ed)?\s+(?:of|from)\b|\bupstream\b|\boriginal (?:project|repo|author)/i

/** Where the README and the clone agree on another repository than the manifest, registries follow an address that is old. */
function* oldManifest(document: MarkdownDocument, project: Project): Generator<Finding> {
  const { manifests, repository } = project
  const present = presentRepository(document, project)
  if (!repository || !present || sameRepository(repository, present)) return
  const link = document.links.find(({ url, image }) => !image && inRepository(url, present))
  const manifest = manifests.find((one) => one.repository && sameRepository(one.repository, repository))
  if (!link) return
  // A move to another forge keeps the name.
  const isElsewhere = present.host !== repository.host
  const [here, there] = [present, repository].map(({ owner, name, url }) => (isElsewhere ? url : `${owner}/${name}`))
  yield {
    at: link.urlAt,
    message: `The README and the git remote name ${here}, but ${manifest?.path} still names ${there}`,
  }
}

/** An old name of the repository, and where it stands. */
interface Old {
  readonly at: Range
  readonly name: string
}

/** Two references have the address of one definition. */
function distinct(old: readonly Old[]): Old[] {
  return [...new Map(old.map((one) => [one.at.start, one])).values()]
}

/** Links that mean this project for certain: to a file that it has, or to where its users meet. Badges have a rule of their own. */
function linked(document: MarkdownDocument, project: Project, repository: Repository): Old[] {
  const path = `/${repository.name}`.toLowerCase()
  const links = document.links.filter(({ url }) => url.toLowerCase().includes(path))
  const images = document.links.filter(({ image }) => image)
  return links.flatMap((link) => {
    const found = link.image ? undefined : readForgeUrl(link.url)
    if (!found || !isMoved(found.repository, repository, project) || !isOurs(found, link.url, project)) return []
    if (images.some((image) => covers(link, image))) return []
    return nameIn(document, link.urlAt, found.repository)
  })
}

function isOurs({ path, view, repository: { url } }: ForgeUrl, link: string, { files }: Project): boolean {
  // A single issue or release may be one of another project, as a reference.
  if (view === 'other')
    return /^\/(?:issues|discussions|releases|wiki|pulls)?\/?(?:[?#].*)?$/.test(link.slice(url.length))
  return path !== undefined && path !== '' && files.kind(path) !== undefined
}

const clone = /\bgit clone\s+(?:-\S+\s+)*(?<url>https:\/\/[^\s"'<>]+)/

const action = /\buses: *["']?(?<name>[\w-]+\/[\w.-]+)[@/]/

function cloned(document: MarkdownDocument, project: Project, repository: Repository): Old[] {
  return codeOf(document).flatMap(({ lines }) =>
    lines.flatMap((line) => {
      const name = action.exec(line.text)?.groups?.name
      const url = name === undefined ? clone.exec(line.text)?.groups?.url : `https://github.com/${name}`
      const found = url === undefined ? undefined : readForgeUrl(url)?.repository
      return found && isMoved(found, repository, project) && !isPlaceholder(found.owner)
        ? nameIn(document, line, found)
        : []
    }),
  )
}

/** The same name under another owner, on the same host. */
function isMoved(found: Repository, own: Repository, { remote }: Project): boolean {
  const same = found.host === own.host && found.name.toLowerCase() === own.name.toLowerCase()
  // Where the README and the clone agree, it is the manifest that is old.
  return same && !sameRepository(found, own) && !(remote && sameRepository(found, remote))
}

function nameIn({ source }: MarkdownDocument, { start, end }: Range, { owner, name }: Repository): Old[] {
  const full = `${owner}/${name}`
  const index = source.slice(start, end).toLowerCase().indexOf(full.toLowerCase())
  return index === -1 ? [] : [{ at: { start: start + index, end: start + index + full.length }, name: full }]
}
