import { factsFrom, type Host } from '../host.ts'

const markdown = {
  source: 'rust-lang/docs.rs, crates/bin/docs_rs_web/src/utils/markdown.rs',
  date: '2026-08-21',
  certainty: 'source',
} as const

export const host: Host = {
  name: 'docs-rs',
  title: 'docs.rs',
  kind: 'registry',
  ecosystem: 'crates',
  // The page of a crate there shows the README only behind its documentation, which is what people read.
  onRequest: true,
  html: { does: 'dropped', ...markdown },
  markup: { frontMatter: 'markdown', bareLinks: 'comrak', ...markdown },
  ...factsFrom(markdown, { relativeLink: 'broken', relativeImage: 'broken', relativeSrcset: 'dropped' }),
  anchors: {
    does: 'none',
    note: 'headings have no anchors there',
    ...markdown,
    prefix: { heading: '', written: '', link: '' },
  },
  features: factsFrom(markdown, {
    alert: 'literal',
    footnote: 'literal',
    'task-list': 'kept',
    mermaid: 'literal',
    math: 'literal',
    'emoji-shortcode': 'literal',
    comment: 'dropped',
    'gh-mode-fragment': 'broken',
  }),
}
