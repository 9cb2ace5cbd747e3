import type { RequestListener } from 'node:http'
import { serve, type TestServer } from '@frontdoor/kit/testing-server'

const page = '<!doctype html><h1 id="tea">Tea</h1><h2 id="user-content-green">Green</h2><a name="Black"></a>'

/** What a path gets: a status, or where it leads. Everything else is a page with the anchors `tea`, `green` and `Black`. */
const paths: readonly (readonly [RegExp, number])[] = [
  [/^\/gone/, 404],
  [/^\/closed/, 410],
  [/^\/wall/, 403],
  [/^\/robots/, 999],
  [/^\/busy/, 429],
  [/^\/broken/, 500],
  [/^\/moved\//, 301],
  [/^\/moved-too\//, 308],
  [/^\/away\//, 302],
]

const answer: RequestListener = ({ url = '', method, headers: asked }, response) => {
  // A proxy is asked with the whole address.
  const { pathname, host, search } = new URL(url, `http://${asked.host}`)
  if (pathname.startsWith('/no-head') && method === 'HEAD') return response.writeHead(404).end()
  const [, status = 200] = paths.find(([path]) => path.test(pathname)) ?? []
  const rest = pathname.replace(/^\/[^/]+/, '') + search
  // A renamed repository leads to its new name on the same host; a domain that was given up, to another one.
  const location = rest.startsWith('/to/') ? `http://${rest.slice('/to/'.length)}` : `http://${host}${rest}`
  const headers = status > 300 && status < 400 ? { location } : { 'content-type': 'text/html; charset=utf-8' }
  return response.writeHead(status, headers).end(status === 200 ? page : '')
}

/** A little web on loopback. As `HTTP_PROXY` it stands for every host, so that no name has to be resolved. */
export function serveWeb(): Promise<TestServer> {
  return serve(answer)
}
