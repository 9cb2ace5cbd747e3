import type { Plugin } from 'esbuild'

/** What `loadAssets` of readme-lint puts together, in its place: a bundle has neither the files nor esbuild beside it. */
export const previewAssets: Plugin = {
  name: 'preview-assets',
  setup(build) {
    build.onLoad({ filter: /[\\/]preview[\\/]assets\.ts$/ }, async ({ path }) => {
      const { loadAssets } = (await import(path)) as { loadAssets: () => Promise<object> }
      return { contents: `export const loadAssets = async () => (${JSON.stringify(await loadAssets())})`, loader: 'js' }
    })
  },
}
