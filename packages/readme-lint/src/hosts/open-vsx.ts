import { factsFrom, type Host } from '../host.ts'
import { clobbering, dompurifyList } from '../sanitizers/dompurify.ts'
import { vsceAddresses } from '../sanitizers/vsce.ts'

const web = {
  source: 'eclipse-openvsx/openvsx, webui/src/components/sanitized-markdown.tsx',
  date: '2026-04-27',
  certainty: 'source',
} as const

export const host: Host = {
  name: 'open-vsx',
  title: 'Open VSX',
  aliases: ['ovsx'],
  kind: 'registry',
  ecosystem: 'vscode',
  // An extension for VS Code may be published there, too, but nothing in it says so.
  onRequest: true,
  html: { does: 'filtered', ...web, allows: dompurifyList },
  // Its tool packages with vsce.
  ...vsceAddresses,
  relativeSrcset: { does: 'broken', ...web },
  markup: { frontMatter: 'markdown', vsceIssues: true, ...web },
  anchors: {
    does: 'markdown-it',
    note: 'anchors of headings keep their punctuation there, and those such as Links and Style have none',
    ...web,
    markdownOnly: true,
    refused: clobbering,
    prefix: { heading: '', written: '', link: '' },
  },
  features: factsFrom(web, {
    alert: 'kept',
    footnote: 'literal',
    'task-list': 'literal',
    mermaid: 'literal',
    math: 'literal',
    'emoji-shortcode': 'literal',
    comment: 'dropped',
    'gh-mode-fragment': 'broken',
  }),
}
