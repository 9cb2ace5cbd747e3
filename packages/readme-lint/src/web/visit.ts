import type { Answer, Http } from '@frontdoor/kit/http/client'
import { HttpFailure } from '@frontdoor/kit/http/failure'
import type { Hop } from '@frontdoor/kit/http/follow'
import { askAgainIfMissing, isMissing } from '@frontdoor/kit/http/missing'
import { anchorsOf, checkedFragment, lacksAnchor } from './page-anchors.ts'

/** What is found at an address. */
export type Visit =
  | { readonly state: 'alive'; readonly url: string; readonly hops: readonly Hop[] }
  /** The page is there, but the place on it that the fragment names is not. */
  | { readonly state: 'no-anchor'; readonly fragment: string }
  /** The host says that nothing is there. */
  | { readonly state: 'dead'; readonly status: number }
  /** The host itself does not exist, or this machine has no network. */
  | { readonly state: 'no-host'; readonly host: string }
  /** Refused, asked too often, out of order: it may well be there for a reader. */
  | { readonly state: 'unknown'; readonly why: string }

/** Some servers send nothing to whoever does not ask for a page (crates.io, read 2026-11). */
const headers = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

/** Looks whether an address leads somewhere. Never throws for what a host does. */
export async function visit(http: Http, url: string): Promise<Visit> {
  try {
    const fragment = checkedFragment(url)
    return fragment === undefined ? judge(await knock(http, url)) : await visitPage(http, url, fragment)
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error
    if (error.kind === 'no-host') return { state: 'no-host', host: new URL(url).host }
    return { state: 'unknown', why: error.message }
  }
}

async function visitPage(http: Http, url: string, fragment: string): Promise<Visit> {
  const page = await get(http, url)
  const found = judge(page)
  return found.state === 'alive' && lacksAnchor(page, fragment) ? { state: 'no-anchor', fragment } : found
}

/** The page with its anchors; of one that is too large, whether it is there. */
async function get(http: Http, url: string): Promise<Answer> {
  try {
    return await askAgainIfMissing(http, { url, headers, digest: anchorsOf })
  } catch (error) {
    if (error instanceof HttpFailure && error.kind === 'too-large') return { ...(await knock(http, url)), body: '' }
    throw error
  }
}

/** Asks for the status alone. What HEAD does not find is asked for with GET, because many servers do not know HEAD. */
async function knock(http: Http, url: string): Promise<Answer> {
  try {
    const answer = await http.ask({ url, method: 'HEAD', headers })
    if (answer.status < 400) return answer
  } catch (error) {
    if (!(error instanceof HttpFailure && ['connection', 'server', 'redirects'].includes(error.kind))) throw error
  }
  return askAgainIfMissing(http, { url, headers, statusOnly: true })
}

function judge(answer: Answer): Visit {
  const { status, url, hops } = answer
  if (status < 400) return { state: 'alive', url, hops }
  if (isMissing(answer)) return { state: 'dead', status }
  // 401, 403, 405, 999 and the like: walls against programs, behind which a reader finds a page.
  return { state: 'unknown', why: `${new URL(url).host} answers with status ${status}` }
}
