import { posix } from 'node:path'
import { groupBy } from '@frontdoor/kit/group-by'
import type { Project } from '@frontdoor/kit/project'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Finding, Fix } from '@frontdoor/markdown/finding'
import type { Link } from '@frontdoor/markdown/links'
import { percentEncoded } from '@frontdoor/markdown/percent'
import { leavesRepository, mayBeThere, type RelativeAddress, relativeAddress } from '../../readme/address.ts'
import { nearestFile } from '../../readme/nearest-file.ts'
import { ownAddress } from '../../readme/own-file.ts'
import { squeeze } from '../../readme/squeeze.ts'
import { defineRule, type Rule, type RuleContext } from '../../rule.ts'

export const rule: Rule = defineRule({
  name: 'link/dead-file',
  summary: 'A link or image that leads into the repository leads to a file that exists.',
  why: 'Files move and READMEs stay. The forge answers with a 404, and on a registry, where the page of a version never changes, the link stays dead until the next release. Letters matter: `docs/api.md` is not `docs/API.md`, except on the machine of the author.',
  severity: 'error',
  rst: true,
  *check(context) {
    const { document, project, path } = context
    let submodules: readonly string[] | undefined
    const dead: DeadLink[] = []
    for (const link of document.links) {
      // A forge loads no script: whatever its address, readers see nothing of it.
      if (link.kind === 'reference' || link.tag?.name === 'script') continue
      const page = pageMeant(link.url, project)
      if (page) {
        const message = `GitHub has no such page; did you mean ${page}?`
        yield { at: link.urlAt, message, fix: { safe: true, edits: [{ ...link.urlAt, text: page }] } }
        continue
      }
      const address = ownAddress(link.url, path, project)
      if (!address || leavesRepository(address) || mayBeThere(address, project)) continue
      submodules ??= readSubmodules(project)
      // What a submodule holds may not be checked out.
      if (submodules.some((one) => `${address.inRoot}/`.startsWith(`${one}/`))) continue
      dead.push({ link, address, meant: describe(link, address, context) })
    }
    yield* told(dead, project)
  },
})

interface DeadLink {
  readonly link: Link
  readonly address: RelativeAddress
  /** What it means instead; absent where nothing is like it. */
  readonly meant: Finding | undefined
}

/** Links to one file. */
type Group = readonly [DeadLink, ...DeadLink[]]

/** From so many files of a folder that is not there, the folder is the mistake. */
const many = 4

function* told(dead: readonly DeadLink[], project: Project): Generator<Finding> {
  const alike = groupBy(dead, ({ address, meant }) => meant?.message ?? address.inRoot)
  const lost = groupBy([...alike.values()], ([{ address, meant }]) =>
    meant ? undefined : lostFolder(address, project),
  )
  for (const [folder, groups] of lost) {
    if (folder !== undefined && groups.length >= many) yield noFolder(folder, groups, project)
    else for (const group of groups) yield together(group)
  }
}

/** The first folder on the way to a file that is not there either. */
function lostFolder({ path }: RelativeAddress, { files }: Project): string | undefined {
  const parts = path.split('/')
  const folders = parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'))
  return folders.find((folder) => files.kind(folder) === undefined)
}

function noFolder(folder: string, groups: readonly [Group, ...Group[]], { directory }: Project): Finding {
  const [[{ link }]] = groups
  const what = `No folder ${posix.join(directory, folder)} in the repository`
  return { at: link.urlAt, message: `${what}, which ${groups.flat().length} addresses name: correct or remove them` }
}

/** They are told at once: it is one mistake. */
function together(group: Group): Finding {
  const [{ link, address, meant }] = group
  const places = group.length > 1 ? ` (${group.length} links)` : ''
  const message = `${missing(link, address)} in the repository: correct the path or remove the link`
  if (!meant) return { at: link.urlAt, message: message + places }
  const fixes = group.flatMap((one) => one.meant?.fix ?? [])
  const fix = { safe: fixes.every(({ safe }) => safe), edits: fixes.flatMap(({ edits }) => edits) }
  return { at: meant.at, message: meant.message + places, ...(fixes.length > 0 && { fix }) }
}

/** `No file docs/api.md`, as the README writes it. */
function missing({ image, url }: Link, { inRoot }: RelativeAddress): string {
  return `No ${image ? 'image' : 'file'} ${/^https?:/i.test(url) ? inRoot : url.replace(/[?#].*$/s, '')}`
}

/** `…/octo-org/larder/main/LICENSE` lacks the `blob` in front of the branch. */
function pageMeant(url: string, project: Project): string | undefined {
  const { repository, defaultBranch, files } = project
  if (repository?.forge !== 'github' || !url.toLowerCase().startsWith(`${repository.url.toLowerCase()}/`)) return
  const [, branch, path = ''] = /^([^/]+)\/([^?#]+)$/.exec(url.slice(repository.url.length + 1)) ?? []
  if (branch === undefined || !['main', 'master', defaultBranch].includes(branch)) return
  const kind = files.kind(posix.relative(project.directory, path) || '.')
  return kind && `${repository.url}/${kind === 'file' ? 'blob' : 'tree'}/HEAD/${path}`
}

/** Paths of submodules, relative to the root. */
function readSubmodules(project: Project): string[] {
  const text = project.files.text(posix.relative(project.directory, '.gitmodules')) ?? ''
  return [...text.matchAll(/^\s*path\s*=\s*(.+?)\s*$/gm)].map(([, path]) => path as string)
}

/** What a link means that leads nowhere, if anything is like it. */
function describe(link: Link, address: RelativeAddress, { document, project, path }: RuleContext): Finding | undefined {
  const at = link.urlAt
  const absolute = /^https?:/i.test(link.url)
  const meant = absolute ? undefined : (addressMeant(link.url) ?? addressDefined(link.url, document))
  if (meant) {
    const message = `No ${link.image ? 'image' : 'file'} ${link.url} in the repository; did you mean ${meant}?`
    return { at, message, fix: { safe: false, edits: [{ ...at, text: meant }] } }
  }
  const lost = missing(link, address)
  const what = `${lost} in the repository`
  const anchor = link.image || absolute ? undefined : anchorFor(link.url, address, document)
  if (anchor) {
    const fix = { safe: anchor === address.path.toLowerCase(), edits: [{ ...at, text: `#${anchor}` }] }
    return { at, message: `${what}; the section is "#${anchor}"`, fix }
  }
  const fromRoot = absolute ? undefined : addressFromRoot(link.url, path, project)
  if (fromRoot) {
    const fix = { safe: false, edits: [{ ...at, text: fromRoot }] }
    return { at, message: `${lost} from where this README stands; did you mean ${fromRoot}?`, fix }
  }
  const page = absolute ? undefined : rustdocPage(address, project)
  if (page) return { at, message: `${what}: write ${page}`, fix: { safe: false, edits: [{ ...at, text: page }] } }
  const near = nearestFile(address, project)
  if (!near) return undefined
  const message = `${what}; did you mean ${posix.join(project.directory, near)}?`
  return absolute ? { at, message } : { at, message, fix: correction({ link, address, near }, { project, path }) }
}

/** An address in brackets too many, that of a whole link in the place of one, or one without its `https://`. */
function addressMeant(url: string): string | undefined {
  const inBrackets = /^[[(]+((?:https?:\/\/|#)[^\s()[\]]+)(?:[\])].*)?$/.exec(url)?.[1]
  const inLink = /^\[[^[\]]*\]\(((?:https?:\/\/|#)[^\s()[\]]+)\)?$/.exec(url)?.[1]
  const written = inBrackets ?? inLink
  if (written) return written
  const isHost =
    /^(?:www\.[\w-]+\.[a-z]+|(?:[\w-]+\.)+(?:com|org|net|io|dev|app|ai|edu|gov|info|tech|xyz))(?:\/[^\s()<>"]*)?$/i.test(
      url,
    )
  return isHost ? `https://${url}` : undefined
}

/** `[the code of conduct](coc)` means `[the code of conduct][coc]`. */
function addressDefined(label: string, { links }: MarkdownDocument): string | undefined {
  return links.find(({ kind, text, url }) => kind === 'definition' && text === label && url !== label)?.url
}

/** What a file without an ending is called, as `LICENSE`; the section of that name most often is where it is linked. */
const fileName = /^(?:[A-Z][A-Z_-]+|licen[cs]e|copying|changelog|history|contributing|security|authors|notice)$/

/** `[DiskCache](diskcache)` lacks its `#`, and may have signs that an anchor has not. */
function anchorFor(url: string, { path, suffix }: RelativeAddress, { sections }: MarkdownDocument): string | undefined {
  const isPath = /\/|\.\w+$/.test(url.replaceAll(/\([^()]*\)/g, ''))
  const wanted = squeeze(path)
  if (suffix !== '' || isPath || fileName.test(path) || wanted === '') return undefined
  return sections.find(({ slug }) => squeeze(slug) === wanted)?.slug
}

/** The page on docs.rs of a crate that a path among the pages of rustdoc leads to: a README often is the documentation of the crate, too. */
function rustdocPage({ path, suffix }: RelativeAddress, { manifests }: Project): string | undefined {
  const crate = manifests.find(({ ecosystem, private: hidden }) => ecosystem === 'crates' && !hidden)?.name
  if (
    !crate ||
    !/^(?:[a-z]\w*\/)*(?:(?:struct|enum|union|trait|fn|macro|type|constant|static|derive|attr)\.\w+|\w+\/index)\.html$/.test(
      path,
    )
  )
    return undefined
  return `https://docs.rs/${crate}/latest/${crate.replaceAll('-', '_')}/${path}${suffix}`
}

/** The address of what a path leads to from the root of the repository, where it is written as if the README stood there. */
function addressFromRoot(url: string, from: string, project: Project): string | undefined {
  const address = relativeAddress(url, posix.basename(from), { ...project, directory: '' })
  if (!address || address.rooted || leavesRepository(address) || isTranslated(address, from)) return undefined
  const path = posix.relative(project.directory, address.inRoot)
  if (project.files.kind(path) === undefined) return undefined
  return encode(posix.relative(posix.dirname(from), path)) + address.suffix
}

/** True for what stands for the README of a folder in another language: that of the root is another one. */
function isTranslated({ path }: RelativeAddress, from: string): boolean {
  return /^readme\b/i.test(path) && /^readme\.\w+$/i.test(posix.basename(from))
}

interface Correction {
  readonly link: Link
  readonly address: RelativeAddress
  /** Path of the file that was meant, relative to the project's folder. */
  readonly near: string
}

/** Safe where only the case of letters differs. */
function correction(
  { link, address, near }: Correction,
  { project, path }: Pick<RuleContext, 'project' | 'path'>,
): Fix {
  const text = address.rooted ? `/${posix.join(project.directory, near)}` : posix.relative(posix.dirname(path), near)
  const safe = near.toLowerCase() === address.path.toLowerCase()
  return { safe, edits: [{ ...link.urlAt, text: encode(text) + address.suffix }] }
}

/** Signs that end a destination in Markdown or an attribute in HTML. */
function encode(path: string): string {
  return path.replaceAll(/[\s()<>"'%]/g, (sign) => encodeURIComponent(sign).replace(/^[()']$/, percentEncoded))
}
