import { factsFrom, type Host } from '../host.ts'
import { ammoniaList } from '../sanitizers/ammonia.ts'
import { htmlList } from '../sanitizers/html-list.ts'
import { tagfilter } from '../sanitizers/tagfilter.ts'

const markdown = {
  source: 'rust-lang/crates.io, crates/crates_io_markdown/src/lib.rs; svelte/src/lib/components/RenderedHtml.svelte',
  date: '2026-08-21',
  certainty: 'source',
} as const

const forges = ['github', 'gitlab', 'bitbucket'] as const

export const host: Host = {
  name: 'crates',
  title: 'crates.io',
  kind: 'registry',
  ecosystem: 'crates',
  html: {
    does: 'filtered',
    ...markdown,
    allows: htmlList(
      {
        tags: 'input picture section source',
        attributes: {
          '*': 'align',
          a: 'aria-label id target',
          'h1 h2 h3 h4 h5 h6 li': 'id',
          input: 'checked disabled type',
          source: 'media srcset',
          'code section div p': 'class',
        },
        values: {
          'code class': /^language-/,
          'section class': /^footnotes$/,
          'div class': /^markdown-alert/,
          'p class': /^markdown-alert-title$/,
        },
        escaped: tagfilter,
      },
      ammoniaList,
    ),
  },
  markup: {
    codeLanguage: 'before-comma',
    frontMatter: 'markdown',
    bareLinks: 'comrak',
    alertSyntax: 'comrak',
    ...markdown,
  },
  relativeLink: { does: 'needs-repository', forges, leaves: 'nothing', raw: 'media', ...markdown },
  relativeImage: { does: 'needs-repository', forges, leaves: 'nothing', raw: 'media', ...markdown },
  rst: { does: 'literal', ...markdown },
  relativeSrcset: { does: 'broken', ...markdown },
  anchors: {
    does: 'comrak',
    note: 'no link within a page works there (rust-lang/crates.io#14754)',
    ...markdown,
    markdownOnly: true,
    prefix: { heading: 'user-content-', written: 'user-content-', link: '' },
  },
  features: factsFrom(markdown, {
    alert: 'kept',
    footnote: 'kept',
    'task-list': 'kept',
    mermaid: 'kept',
    math: 'literal',
    'emoji-shortcode': 'literal',
    comment: 'dropped',
    'gh-mode-fragment': 'broken',
  }),
  limit: {
    does: 'refused',
    size: 1_048_576,
    unit: 'bytes',
    note: 'the metadata of a release, of which the README is a part',
    source: 'rust-lang/crates.io, src/controllers/krate/publish.rs (MAX_JSON_LENGTH)',
    date: '2026-08-21',
    certainty: 'source',
  },
}
