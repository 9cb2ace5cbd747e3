import { join } from 'node:path'
import type { Plugin } from 'esbuild'
import { root } from '../workspace.ts'

/** parse5 8.1 brings a version of `entities` of its own, with another table of the same names, which is a fortieth of a package; here it takes ours. */
export const sharedEntities: Plugin = {
  name: 'shared-entities',
  setup(build) {
    build.onResolve({ filter: /^entities\/decode$/ }, ({ importer }) =>
      /[\\/]parse5[\\/]dist[\\/]/.test(importer) ? { path: 'entities-of-parse5', namespace: 'shared' } : undefined,
    )
    build.onLoad({ filter: /^entities-of-parse5$/, namespace: 'shared' }, () => ({
      contents: decoder,
      loader: 'js',
      resolveDir: join(root, 'packages', 'markdown'),
    }))
  },
}

/** The decoder of version 9 is that of version 8 with its table. */
const decoder = `import { EntityDecoder, htmlDecodeTree } from 'entities/decode'
export { DecodingMode } from 'entities/decode'
export class HtmlEntityDecoder extends EntityDecoder {
  constructor(emitCodePoint, errors) {
    super(htmlDecodeTree, emitCodePoint, errors)
  }
}`
