import { factsFrom, type Host } from '../host.ts'

const reported = (source: string) => ({ source, date: '2026-11-22', certainty: 'reported' }) as const

export const host: Host = {
  name: 'docker-hub',
  title: 'Docker Hub',
  kind: 'registry',
  onRequest: true,
  html: {
    does: 'unknown',
    note: 'long shown as text, said to be mended in 2025-07, and in 2026-08 to be taken out',
    ...reported('docker/hub-feedback#742; projectsend/projectsend#1656'),
    date: '2026-11-26',
  },
  ...factsFrom(reported('docker/roadmap#234'), {
    relativeLink: 'broken',
    relativeImage: 'broken',
    relativeSrcset: 'unknown',
  }),
  anchors: {
    does: 'none',
    note: 'headings have no anchors there',
    ...reported('ppodgorsek/docker-robot-framework#474'),
    prefix: { heading: '', written: '', link: '' },
  },
  features: factsFrom(reported('docker/hub-feedback#742; docker/roadmap#234'), {
    alert: 'unknown',
    footnote: 'unknown',
    'task-list': 'unknown',
    mermaid: 'unknown',
    math: 'unknown',
    'emoji-shortcode': 'literal',
    comment: 'unknown',
    'gh-mode-fragment': 'unknown',
  }),
  limit: {
    does: 'refused',
    size: 25_000,
    unit: 'bytes',
    source:
      'docker/docs, content/manuals/docker-hub/repos/manage/information.md; peter-evans/dockerhub-description, README.md',
    date: '2026-07-01',
    certainty: 'documented',
  },
}
