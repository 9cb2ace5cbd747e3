import { factsFrom, type Host } from '../host.ts'

const reported = (source: string) => ({ source, date: '2026-11-25', certainty: 'reported' }) as const

export const host: Host = {
  name: 'bitbucket',
  title: 'Bitbucket',
  kind: 'forge',
  forge: 'bitbucket',
  html: {
    does: 'unknown',
    note: 'on Bitbucket Cloud long shown as text, then supported in part; Data Center shows it as text, as its documentation says',
    ...reported('BCLOUD-6930; Bitbucket Data Center, Markdown syntax guide'),
    date: '2026-11-26',
  },
  ...factsFrom(reported('Bitbucket, tutorials/markdowndemo'), {
    relativeLink: 'kept',
    relativeImage: 'kept',
    relativeSrcset: 'unknown',
  }),
  anchors: {
    does: 'github',
    note: 'links need the prefix markdown-header-',
    ...reported('Bitbucket, cfce/viper, pull request 3'),
    prefix: { heading: 'markdown-header-', written: '', link: '' },
  },
  features: {
    ...factsFrom(reported('Bitbucket, tutorials/markdowndemo'), {
      alert: 'unknown',
      footnote: 'unknown',
      mermaid: 'unknown',
      math: 'unknown',
      'emoji-shortcode': 'kept',
      comment: 'unknown',
      'gh-mode-fragment': 'broken',
    }),
    'task-list': { does: 'literal', ...reported("BCLOUD-17960 (won't fix)"), date: '2026-11-27' },
  },
}
