import { factsFrom, type Host } from '../host.ts'
import { githubList } from '../sanitizers/github.ts'
import { htmlList } from '../shown/html-list.ts'

const reported = (source: string) => ({ source, date: '2026-08-21', certainty: 'reported' }) as const

export const host: Host = {
  name: 'npm',
  title: 'npm',
  aliases: ['npmjs', 'npmjs.com'],
  kind: 'registry',
  ecosystem: 'npm',
  html: {
    does: 'filtered',
    note: 'what GitHub keeps, as the documentation says; the code of the site is closed',
    ...reported('npm/documentation, about-package-readme-files.mdx'),
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
    ...reported('npm/documentation, about-package-readme-files.mdx'),
    anyCase: true,
    prefix: { heading: 'user-content-', written: 'user-content-', link: 'user-content-' },
  },
  markup: { emojiInHtml: true, ...reported('npm/documentation, about-package-readme-files.mdx') },
  features: factsFrom(reported('expressjs/multer#1435 (alerts); npm/documentation, about-package-readme-files.mdx'), {
    alert: 'literal',
    footnote: 'unknown',
    'task-list': 'kept',
    mermaid: 'literal',
    math: 'unknown',
    'emoji-shortcode': 'kept',
    comment: 'dropped',
    'gh-mode-fragment': 'broken',
  }),
  limit: { does: 'cut', size: 65_536, unit: 'characters', ...reported('npmx-dev/npmx.dev#1458') },
}
