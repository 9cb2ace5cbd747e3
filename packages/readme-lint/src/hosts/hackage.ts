import { factsFrom, type Host } from '../host.ts'

const page = {
  source: 'haskell/hackage-server, src/Distribution/Server/Pages/PackageFromTemplate.hs and Util/Markdown.hs',
  date: '2026-11-28',
  certainty: 'source',
} as const

const markdown = {
  source:
    'haskell/hackage-server, src/Distribution/Server/Util/Markdown.hs; jgm/commonmark-hs, commonmark-extensions/src',
  date: '2026-11-28',
  certainty: 'source',
} as const

export const host: Host = {
  name: 'hackage',
  title: 'Hackage',
  kind: 'registry',
  ecosystem: 'hackage',
  // It shows what lies in the archive, where only lies what the manifest lists.
  namedOnly: true,
  html: { does: 'unknown', note: 'xss-sanitize filters it, in a version that is not told', ...page },
  // What would lead into the archive is written and not called.
  ...factsFrom(page, { relativeLink: 'broken', relativeImage: 'broken', relativeSrcset: 'broken' }),
  anchors: {
    does: 'github',
    ...markdown,
    markdownOnly: true,
    prefix: { heading: '', written: '', link: '' },
  },
  features: factsFrom(markdown, {
    alert: 'literal',
    footnote: 'kept',
    'task-list': 'kept',
    mermaid: 'literal',
    math: 'kept',
    'emoji-shortcode': 'kept',
    comment: 'kept',
    'gh-mode-fragment': 'kept',
  }),
  markup: { frontMatter: 'markdown', ...markdown },
}
