import { factsFrom, type Host } from '../host.ts'
import { ammoniaList } from '../sanitizers/ammonia.ts'
import { htmlList } from '../sanitizers/html-list.ts'
import { tagfilter } from '../sanitizers/tagfilter.ts'

const docs = {
  source: 'jsr-io/jsr, api/src/docs.rs; denoland/deno_doc, src/html/comrak.rs',
  date: '2026-08-22',
  certainty: 'source',
} as const

export const host: Host = {
  name: 'jsr',
  title: 'JSR',
  kind: 'registry',
  ecosystem: 'jsr',
  html: {
    does: 'filtered',
    ...docs,
    allows: htmlList(
      {
        tags: 'button path rect svg video',
        attributes: {
          '*': 'align id',
          button: 'data-copy',
          svg: 'class fill height stroke stroke-linecap stroke-linejoin stroke-width viewbox width xmlns',
          path: 'clip-rule d fill fill-rule stroke stroke-linecap stroke-linejoin stroke-width',
          rect: 'fill height width x y',
          video: 'controls src',
        },
        escaped: tagfilter,
      },
      ammoniaList,
    ),
  },
  markup: { frontMatter: 'markdown', alertSyntax: 'jsr', scripts: 'raised', ...docs },
  ...factsFrom(docs, { relativeLink: 'rewritten', relativeImage: 'rewritten', relativeSrcset: 'dropped' }),
  anchors: { does: 'comrak', ...docs, markdownOnly: true, prefix: { heading: '', written: '', link: '' } },
  features: factsFrom(docs, {
    alert: 'kept',
    footnote: 'literal',
    'task-list': 'dropped',
    mermaid: 'literal',
    math: 'literal',
    'emoji-shortcode': 'literal',
    comment: 'dropped',
    'gh-mode-fragment': 'broken',
  }),
}
