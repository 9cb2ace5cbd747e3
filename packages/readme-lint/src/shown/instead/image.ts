import { rawUrl, readForgeUrl } from '@frontdoor/kit/forge'
import type { Edit } from '@frontdoor/markdown/edit'
import type { Link } from '@frontdoor/markdown/links'

/** The page of a file, or its address on github.com, as the server that is trusted. */
export function rawInstead({ url, urlAt }: Link): Edit[] {
  const found = readForgeUrl(url)
  if (found?.repository.host !== 'github.com' || !found.path || !found.ref) return []
  if (found.view !== 'file' && found.view !== 'raw') return []
  const raw = rawUrl(found.repository, found.ref, found.path)
  return raw && raw !== url ? [{ ...urlAt, text: raw }] : []
}
