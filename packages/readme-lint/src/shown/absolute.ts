import { fileUrl, folderUrl, rawUrl } from '@frontdoor/kit/forge'
import type { Repository } from '@frontdoor/kit/project'
import { leavesRepository, type RelativeAddress } from '../readme/address.ts'
import type { Addressed, Placed, RelativeUse } from './relative.ts'

/** `HEAD` follows the default branch, whatever it is called now or later. */
export const head = 'HEAD'

/** Where the repository has what a relative address leads to, at a tag, branch or commit; undefined where that is not known. */
export function absoluteUrl(
  { link, address }: Pick<RelativeUse, 'address'> & { readonly link: Addressed },
  { project }: Placed,
  ref: string = head,
): string | undefined {
  const { repository, files } = project
  const kind = files.kind(address.path)
  if (!repository) return undefined
  if (leavesRepository(address)) return repository.forge === 'github' ? forgePage(repository, address) : undefined
  if (link.image) return append(atRef(rawUrl(repository, ref, address.inRoot), repository), withoutRaw(address.suffix))
  const page = kind === 'directory' ? folderUrl : fileUrl
  return append(atRef(page(repository, ref, address.inRoot), repository), address.suffix)
}

/** Gitea's addresses say that a name is a branch; those that do not say it lead to tags, too. */
export function atRef(url: string | undefined, { forge }: Repository): string | undefined {
  return forge === 'gitea' ? url?.replace(/\/(src|raw)\/branch\/(?!HEAD\/)/, '/$1/') : url
}

/** A page of a repository on GitHub, seen from its files at `blob/HEAD`: `../../issues`. */
function forgePage({ url }: Repository, { inRoot, suffix }: RelativeAddress): string | undefined {
  const page = /^\.\.\/\.\.\/(?!\.\.)(.+)$/.exec(inRoot)?.[1]
  return page && `${url}/${page}${suffix}`
}

function append(url: string | undefined, suffix: string): string | undefined {
  return url === undefined ? undefined : url + suffix
}

/** `?raw=true` asks a forge's page for the bytes, which the absolute address already leads to. */
function withoutRaw(suffix: string): string {
  return suffix.replace(/^\?raw=(?:true|1)(?=$|#)/, '')
}
