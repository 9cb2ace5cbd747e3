import type { Plugin } from 'esbuild'

/** commander can start commands that are executables of their own. No tool has one, and Node takes 2 ms to make ready for it. */
export const noExecutables: Plugin = {
  name: 'no-executables',
  setup(build) {
    build.onResolve({ filter: /^node:child_process$/ }, ({ importer, path }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path, namespace: 'no-executables' } : { path, external: true },
    )
    build.onLoad({ filter: /.*/, namespace: 'no-executables' }, () => ({ contents: 'export default {}' }))
  },
}
