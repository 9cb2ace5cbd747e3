/** The parts of the page. */
export interface Assets {
  /** What stands in the body. */
  readonly html: string
  readonly css: string
  /** The style of what stands in frames. */
  readonly frameCss: string
  readonly script: string
}

/**
 * Puts the parts together from the files in `client/`. In the bundle stands what this returns instead of this module
 * (scripts/build/preview-assets.ts).
 */
export async function loadAssets(): Promise<Assets> {
  const [{ build }, { join }] = await Promise.all([import('esbuild'), import('node:path')])
  const folder = join(import.meta.dirname, 'client')
  const { outputFiles } = await build({
    entryPoints: ['main.ts', 'page.css', 'frame.css', 'page.html'].map((name) => join(folder, name)),
    outdir: folder,
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['chrome112', 'firefox117', 'safari17'],
    loader: { '.html': 'copy' },
    // It stands in a page whose policy knows it by its digest.
    charset: 'utf8',
    legalComments: 'none',
  })
  const text = (name: string) => outputFiles.find(({ path }) => path.endsWith(name))?.text ?? ''
  return { html: text('.html'), css: text('page.css'), frameCss: text('frame.css'), script: text('.js') }
}
