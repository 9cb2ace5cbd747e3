import { factsFrom, type Host } from '../host.ts'

const myst = (path: string) =>
  ({ source: `executablebooks/MyST-Parser, myst_parser/${path}`, date: '2026-07-15', certainty: 'source' }) as const

/** A page includes the README, with neither `:relative-docs:` nor `:relative-images:`. */
const faq = {
  source: 'executablebooks/MyST-Parser, docs/faq/index.md',
  date: '2026-07-15',
  certainty: 'documented',
} as const

/** A page that includes a README, made with MyST-Parser 0.18.1 and Sphinx 5.3. */
const run = { date: '2026-11-26', certainty: 'source' } as const

export const host: Host = {
  name: 'read-the-docs',
  title: 'Read the Docs',
  aliases: ['myst', 'rtd', 'readthedocs', 'sphinx'],
  kind: 'site',
  onRequest: true,
  html: { does: 'kept', note: 'in HTML; PDF and EPUB lose it', ...myst('mdit_to_docutils/html_to_nodes.py') },
  ...factsFrom(faq, { relativeImage: 'broken', relativeSrcset: 'broken' }),
  relativeLink: { does: 'broken', leaves: 'text', ...faq, ...run },
  relativeHtmlLink: { does: 'broken', ...faq, ...run },
  anchors: {
    does: 'docutils',
    note: 'anchors of headings hold only a to z, digits and hyphens there, and Sphinx warns of links to them',
    ...myst('mdit_to_docutils/base.py; docutils, nodes.py (make_id)'),
    date: '2026-11-26',
    markdownOnly: true,
    prefix: { heading: '', written: '', link: '' },
  },
  markup: { noStrikethrough: true, bareLinks: 'none', levelsByDepth: true, ...myst('parsers/mdit.py'), ...run },
  rst: { does: 'kept', ...faq },
  features: factsFrom(myst('config/main.py, with no extension switched on'), {
    alert: 'literal',
    footnote: 'kept',
    'task-list': 'literal',
    mermaid: 'literal',
    math: 'literal',
    'emoji-shortcode': 'literal',
    comment: 'kept',
    'gh-mode-fragment': 'broken',
  }),
}
