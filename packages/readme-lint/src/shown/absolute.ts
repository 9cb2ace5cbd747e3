import { fileUrl, folderUrl, rawUrl } from '@frontdoor/kit/forge'
import type { Project, Repository } from '@frontdoor/kit/project'
import type { Link } from '@frontdoor/markdown/links'
import { leavesRepository, type RelativeAddress } from '../readme/address.ts'

interface Use {
  readonly link: Pick<Link, 'image'>
  readonly address: RelativeAddress
}

/**
 * Where the repository has what is at a relative address; undefined where that is not known. `HEAD` follows the default branch, whatever
 * it is called now or later.
 */
export function absoluteUrl({ link, address }: Use, { repository, files }: Project): string | undefined {
  const kind = files.kind(address.path)
  if (!repository) return undefined
  if (leavesRepository(address)) return repository.forge === 'github' ? forgePage(repository, address) : undefined
  if (link.image) return append(rawUrl(repository, 'HEAD', address.inRoot), withoutRaw(address.suffix))
  const page = kind === 'directory' ? folderUrl : fileUrl
  return append(page(repository, 'HEAD', address.inRoot), address.suffix)
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
