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
    build.onLoad({ filter: /[\\/]undici[\\/]lib[\\/]web[\\/]fetch[\\/]body\.js$/ }, () => ({ contents: noForms }))
    // undici has the other one where this one does not load.
    build.onLoad({ filter: /[\\/]llhttp_simd-wasm\.js$/ }, () => ({ contents: `throw new Error('not bundled')` }))
  },
}

const contents = `
const { prototype } = require('./lib/dispatcher/dispatcher')
prototype.request = require('./lib/api/api-request')
// A proxy is asked for a tunnel with it.
prototype.connect = require('./lib/api/api-connect')
exports.EnvHttpProxyAgent = require('./lib/dispatcher/env-http-proxy-agent')
`

/** Asked only where a body is a form or a blob, which takes half of the rest. */
const noForms = `exports.extractBody = () => { throw new TypeError('a body is text or bytes') }`
