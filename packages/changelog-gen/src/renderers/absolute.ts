import { fileUrl, rawUrl } from '@frontdoor/kit/forge'
import type { Repository } from '@frontdoor/kit/project'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { applyEdits, type Edit } from '@frontdoor/markdown/edit'

/** Where relative addresses lead. */
export interface Origin {
  readonly repository: Repository | undefined
  /** Tag or branch. */
  readonly ref: string
  /** Folder of the changelog in the repository; empty for its root. */
  readonly folder: string
}

/** Markdown that stands elsewhere than its file: relative addresses become those of the forge. */
export function absoluteLinks(document: MarkdownDocument, origin: Origin): string {
  const edits = document.links.flatMap((link): Edit[] => {
    // The address of a reference is that of its definition.
    if (link.kind === 'reference' || !isRelative(link.url)) return []
    const url = absolute(link.url, link.image, origin)
    return url === undefined ? [] : [{ ...link.urlAt, text: url }]
  })
  return applyEdits(document.source, edits)
}

function isRelative(url: string): boolean {
  return url !== '' && !/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(url)
}

function absolute(url: string, image: boolean, { repository, ref, folder }: Origin): string | undefined {
  if (!repository) return undefined
  const [, path = '', behind = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? []
  const resolved = new URL(path, `https://x/${path.startsWith('/') ? '' : `${folder}/`.replace(/^\//, '')}`)
  const target = decodeURIComponent(resolved.pathname).replace(/^\//, '')
  const page = image ? rawUrl(repository, ref, target) : fileUrl(repository, ref, target)
  return page === undefined ? undefined : page + behind
}
