import { factsFrom, type Host } from '../host.ts'
import { githubList } from '../sanitizers/github.ts'
import { htmlList } from '../sanitizers/html-list.ts'

const reported = (source: string, date = '2026-08-21') => ({ source, date, certainty: 'reported' }) as const

const page = 'npm/documentation, about-package-readme-files.mdx'

export const host: Host = {
  name: 'npm',
  title: 'npm',
  aliases: ['npmjs', 'npmjs.com'],
  kind: 'registry',
  ecosystem: 'npm',
  html: {
    does: 'filtered',
    note: 'what GitHub keeps, whose API renders READMEs, as the documentation says; the code of the site is closed',
    ...reported(`${page}; npm/documentation#1734`, '2026-11-26'),
    // "npm strips <source>" (vinikjkkj/zapo#164), "npm respects <picture>" (lacymorrow), both of 2026.
    allows: htmlList({ disputed: 'picture source' }, githubList),
  },
  ...factsFrom(reported('npm/documentation, contributing-packages-to-the-registry; npm/marky-markdown#449'), {
    relativeLink: 'needs-repository',
    relativeImage: 'needs-repository',
    relativeSrcset: 'unknown',
  }),
  anchors: {
    does: 'github',
    ...reported(page),
    anyCase: true,
    prefix: { heading: 'user-content-', written: 'user-content-', link: 'user-content-' },
  },
  markup: { emojiInHtml: true, ...reported(page) },
  features: {
    ...factsFrom(reported(page), {
      mermaid: 'literal',
      math: 'unknown',
      'emoji-shortcode': 'kept',
      comment: 'dropped',
      'gh-mode-fragment': 'broken',
    }),
    alert: { does: 'literal', ...reported('expressjs/multer#1435; npm/documentation#1240', '2026-11-26') },
    footnote: { does: 'kept', ...reported('npm/documentation#1735 (2025-10)', '2026-11-26') },
    'task-list': {
      does: 'kept',
      ...reported(`${page} (GitHub Flavored Markdown); GitHub Flavored Markdown 0.29, section 5.3`, '2026-11-26'),
      certainty: 'documented',
    },
  },
  limit: { does: 'cut', size: 65_536, unit: 'characters', ...reported('npmx-dev/npmx.dev#1458') },
}
