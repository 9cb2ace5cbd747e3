import { factsFrom, type Host } from '../host.ts'
import { githubList } from '../sanitizers/github.ts'
import { htmlList } from '../shown/html-list.ts'

const docs = { source: 'GitLab docs, GitLab Flavored Markdown', date: '2026-11-25', certainty: 'reported' } as const

export const host: Host = {
  name: 'gitlab',
  title: 'GitLab',
  kind: 'forge',
  forge: 'gitlab',
  html: {
    does: 'filtered',
    source: 'gitlabhq/gitlabhq, lib/banzai/filter/base_sanitization_filter.rb',
    date: '2026-11-22',
    certainty: 'source',
    allows: htmlList(
      {
        attributes: {
          a: 'name',
          span: 'data-math-style data-escaped-chars',
          code: 'data-math-style',
          pre: 'data-canonical-lang data-lang-params data-math-style data-mermaid-style data-kroki-style',
          img: 'data-diagram data-diagram-src',
        },
        // In the list of html-pipeline 2.14.3, which GitLab extends, they are not; the filters around it were not read.
        disputed: 'picture source section input video audio',
      },
      githubList,
    ),
  },
  ...factsFrom(docs, { relativeLink: 'kept', relativeImage: 'kept', relativeSrcset: 'unknown' }),
  anchors: {
    does: 'gitlab',
    ...docs,
    anyCase: true,
    prefix: { heading: 'user-content-', written: 'user-content-', link: 'user-content-' },
  },
  features: factsFrom(docs, {
    alert: 'kept',
    footnote: 'kept',
    'task-list': 'kept',
    mermaid: 'kept',
    math: 'kept',
    'emoji-shortcode': 'kept',
    comment: 'dropped',
    'gh-mode-fragment': 'unknown',
  }),
}
