import { factsFrom, type Host } from '../host.ts'
import { githubList } from '../sanitizers/github.ts'

const docs = (source: string) => ({ source, date: '2026-11-22', certainty: 'documented' }) as const

const lists = docs('syntax-tree/hast-util-sanitize, lib/schema.js 5.0.2; gjtorikian/html-pipeline 2.14.3 and 3.2.4')

export const host: Host = {
  name: 'github',
  title: 'GitHub',
  kind: 'forge',
  forge: 'github',
  html: { does: 'filtered', ...lists, allows: githubList },
  ...factsFrom(docs('GitHub blog 1395, Relative links in markup files'), {
    relativeLink: 'kept',
    relativeImage: 'kept',
    relativeSrcset: 'kept',
  }),
  anchors: {
    does: 'github',
    ...docs('GitHub docs, Basic writing and formatting syntax (section links, custom anchors)'),
    anyCase: true,
    prefix: { heading: 'user-content-', written: 'user-content-', link: 'user-content-' },
  },
  features: {
    ...factsFrom(
      docs('GitHub docs, Basic writing and formatting syntax; Creating diagrams; Writing mathematical expressions'),
      {
        alert: 'kept',
        footnote: 'kept',
        'task-list': 'kept',
        mermaid: 'kept',
        math: 'kept',
        'emoji-shortcode': 'kept',
        comment: 'dropped',
        'gh-mode-fragment': 'kept',
      },
    ),
    'gh-mode-fragment': {
      does: 'kept',
      source: 'GitHub changelog 2021-11-24; GitHub docs name only <picture> now',
      date: '2026-11-22',
      certainty: 'reported',
    },
  },
  markup: { footnoteTitle: true, ...docs('GitHub docs, Basic writing and formatting syntax (footnotes)') },
  rst: { does: 'kept', ...docs('github/markup, README.md') },
  limit: {
    does: 'cut',
    size: 512_000,
    unit: 'bytes',
    ...docs('GitHub docs, About READMEs (500 KiB); isaacs/github#1610'),
  },
}
