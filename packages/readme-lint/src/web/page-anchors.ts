import type { Answer } from '@frontdoor/kit/http/client'
import { decode } from '@frontdoor/kit/text/percent'

/** What is kept of a page: the anchors in it. */
interface Anchors {
  /** True where headings or sections of the page have anchors in its HTML, so that no script has to make them. */
  readonly own: boolean
  readonly ids: readonly string[]
}

/** The part of an address that names a place on its page; undefined where it names none, or is read by a script. */
export function checkedFragment(url: string): string | undefined {
  const { hash, hostname, pathname } = new URL(url)
  const fragment = decode(hash.slice(1))
  // Routes of applications, text fragments, media fragments; lines of a file; the top of the page.
  if (fragment === '' || /[/=!]|:~:/.test(fragment) || /^(?:L\d.*|top)$/i.test(fragment)) return undefined
  return hostname === 'github.com' && !isGithubDocument(pathname, fragment) ? undefined : fragment
}

/** Pages of GitHub that show a document; the others load what their anchors lead to. */
function isGithubDocument(path: string, fragment: string): boolean {
  if (/^readme$|-ov-file$/i.test(fragment)) return false
  return /^\/[^/]+\/[^/]+\/?$|^\/[^/]+\/[^/]+\/(?:blob|tree|wiki)\//.test(path)
}

/** Reads the anchors of a page, also of HTML that it carries inside of scripts, with its quotes escaped. */
export function anchorsOf(html: string, headers: Answer['headers']): string {
  if (!/\bhtml\b/i.test(headers['content-type'] ?? '')) return ''
  const ids = [...html.matchAll(/[\s"](?:id|name)\\?"?\s*[=:]\s*(?:\\?["'])?([^\s"'<>\\]+)/gi)].map(
    ([, id]) => id ?? '',
  )
  const own = /<(?:h[1-6]|section|dt)\b[^>]*?\sid=|<a\b[^>]*?\sname=/i.test(html)
  const anchors: Anchors = { own, ids: [...new Set(ids)] }
  return JSON.stringify(anchors)
}

/** True where a page has anchors of its own, and this is none of them. In doubt it is there. */
export function lacksAnchor({ body, url }: Answer, fragment: string): boolean {
  if (body === '') return false
  const { own, ids } = JSON.parse(body) as Anchors
  const isGithub = new URL(url).hostname === 'github.com'
  const prefix = 'user-content-'
  if (isGithub ? !ids.some((id) => id.startsWith(prefix)) : !own) return false
  const wanted = fragment.toLowerCase().replace(prefix, '')
  return !ids.some((id) => decode(id).toLowerCase().replace(prefix, '') === wanted)
}
