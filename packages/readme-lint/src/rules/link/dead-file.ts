import { posix } from 'node:path'
import type { Project } from '@frontdoor/kit/project'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Finding } from '@frontdoor/markdown/finding'
import type { Link } from '@frontdoor/markdown/links'
import { distance } from 'fastest-levenshtein'
import { folderInRoot, leavesRepository, type RelativeAddress, relativeAddress } from '../../address.ts'
import { defineRule, type Rule, type RuleContext } from '../../rule.ts'

export const rule: Rule = defineRule({
  name: 'link/dead-file',
  summary: 'A relative link or image leads to a file that exists.',
  why: 'Files move and READMEs stay. The forge answers with a 404, and on a registry, where the page of a version never changes, the link stays dead until the next release. Letters matter: `docs/api.md` is not `docs/API.md`, except on the machine of the author.',
  severity: 'error',
  rst: true,
  *check(context) {
    const { document, project, path } = context
    for (const link of document.links) {
      if (link.kind === 'reference') continue
      const address = relativeAddress(link.url, path, project)
      if (address && isDead(address, project)) yield describe(link, address, context)
    }
  },
})

function isDead(address: RelativeAddress, project: Project): boolean {
  if (leavesRepository(address) || project.files.kind(address.path) !== undefined) return false
  return !submodules(project).some((path) => address.inRoot === path || address.inRoot.startsWith(`${path}/`))
}

/** Paths of submodules, relative to the root: what they hold may not be checked out. */
function submodules(project: Project): string[] {
  const text = project.files.text(posix.relative(folderInRoot(project), '.gitmodules')) ?? ''
  return [...text.matchAll(/^\s*path\s*=\s*(.+?)\s*$/gm)].map(([, path]) => path as string)
}

function describe(link: Link, address: RelativeAddress, { document, project, path }: RuleContext): Finding {
  const at = link.urlAt
  const what = `No ${link.image ? 'image' : 'file'} ${link.url.replace(/[?#].*$/s, '')} in the repository`
  const anchor = link.image ? undefined : anchorFor(address, document)
  if (anchor) {
    return {
      at,
      message: `${what}; the section is "#${anchor}"`,
      fix: { safe: true, edits: [{ ...at, text: `#${anchor}` }] },
    }
  }
  const near = nearestFile(address, project)
  if (!near) return { at, message: `${what}: correct the path or remove the link` }
  const text = address.rooted
    ? `/${posix.join(folderInRoot(project), near)}`
    : posix.relative(posix.dirname(path), near)
  const safe = near.toLowerCase() === address.path.toLowerCase()
  const fix = { safe, edits: [{ ...at, text: encode(text) + address.suffix }] }
  return { at, message: `${what}; did you mean ${posix.join(folderInRoot(project), near)}?`, fix }
}

/** `[DiskCache](diskcache)` lacks its `#`. */
function anchorFor({ inRoot, suffix }: RelativeAddress, { sections }: MarkdownDocument): string | undefined {
  const wanted = inRoot.toLowerCase()
  return suffix === '' ? sections.find(({ slug }) => slug === wanted)?.slug : undefined
}

/** A file of the same folder whose name is so near that a slip explains the difference. */
function nearestFile({ path }: RelativeAddress, { files }: Project): string | undefined {
  const folder = posix.dirname(path)
  const name = posix.basename(path)
  const near = files
    .list(folder)
    .map((candidate) => ({ candidate, away: distance(candidate.toLowerCase(), name.toLowerCase()) }))
    .filter(({ candidate, away }) => away <= Math.min(3, Math.floor(Math.max(candidate.length, name.length) / 4)))
    .sort((a, b) => a.away - b.away)[0]
  return near && posix.join(folder, near.candidate)
}

/** Signs that end a destination in Markdown or an attribute in HTML. */
function encode(path: string): string {
  return path.replaceAll(/[\s()<>"'%]/g, (sign) =>
    encodeURIComponent(sign).replace(/^[()']$/, (one) => `%${one.charCodeAt(0).toString(16)}`),
  )
}
