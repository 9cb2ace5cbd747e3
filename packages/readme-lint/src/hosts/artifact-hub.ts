import { factsFrom, type Host } from '../host.ts'

const readme = {
  source: 'artifacthub/hub, web/src/layout/package/readme/Readme.tsx and index.tsx',
  date: '2026-05-12',
  certainty: 'source',
} as const

export const host: Host = {
  name: 'artifact-hub',
  title: 'Artifact Hub',
  kind: 'registry',
  ecosystem: 'helm',
  html: { does: 'dropped', ...readme },
  relativeLink: { does: 'broken', leaves: 'text', ...readme },
  relativeImage: { does: 'broken', leaves: 'text', ...readme },
  relativeSrcset: { does: 'dropped', ...readme },
  markup: { footnoteTitle: true, emojiInParagraphs: true, noTitles: true, frontMatter: 'markdown', ...readme },
  links: { schemes: new Set(['http', 'https']), leaves: 'text', ...readme },
  anchors: {
    does: 'artifact-hub',
    ...readme,
    source: 'artifacthub/hub, web/src/utils/getAnchorValue.ts and removeEmojis.ts',
    markdownOnly: true,
    prefix: { heading: '', written: '', link: '', footnote: 'user-content-' },
  },
  features: factsFrom(readme, {
    alert: 'kept',
    footnote: 'kept',
    'task-list': 'kept',
    mermaid: 'kept',
    math: 'literal',
    'emoji-shortcode': 'kept',
    comment: 'dropped',
    'gh-mode-fragment': 'broken',
  }),
}
