import { dirname } from 'node:path'
import type { Plugin } from 'esbuild'

/**
 * Takes of undici what sends requests, through a proxy or not. Its module brings `fetch`, WebSockets, mocks and caches along, which
 * are two thirds of it, and a bundler cannot tell that nobody asks for them. Of its two parsers of HTTP, in WebAssembly, it takes the one
 * that runs everywhere; the other one would be 50 kB of every download, for machines on which it is faster.
 */
export const onlyRequests: Plugin = {
  name: 'only-requests',
  setup(build) {
    build.onLoad({ filter: /[\\/]undici[\\/]index\.js$/ }, ({ path }) => ({ contents, resolveDir: dirname(path) }))
    // undici has the other one where this one does not load.
    build.onLoad({ filter: /[\\/]llhttp_simd-wasm\.js$/ }, () => ({ contents: `throw new Error('not bundled')` }))
  },
}

const contents = `
Object.assign(require('./lib/dispatcher/dispatcher').prototype, require('./lib/api'))
exports.EnvHttpProxyAgent = require('./lib/dispatcher/env-http-proxy-agent')
`
