import { dirname } from 'node:path'
import type { Plugin } from 'esbuild'

/**
 * Takes of undici what sends requests, through a proxy or not. Its module brings `fetch`, WebSockets, mocks and caches along, which
 * are two thirds of it, and a bundler cannot tell that nobody asks for them.
 */
export const onlyRequests: Plugin = {
  name: 'only-requests',
  setup(build) {
    build.onLoad({ filter: /[\\/]undici[\\/]index\.js$/ }, ({ path }) => ({ contents, resolveDir: dirname(path) }))
  },
}

const contents = `
Object.assign(require('./lib/dispatcher/dispatcher').prototype, require('./lib/api'))
exports.EnvHttpProxyAgent = require('./lib/dispatcher/env-http-proxy-agent')
`
