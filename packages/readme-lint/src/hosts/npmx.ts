import { factsFrom, type Host } from '../host.ts'
import { htmlList } from '../sanitizers/html-list.ts'

const site = {
  source: 'npmx-dev/npmx.dev, server/utils/readme.ts',
  date: '2026-03-29',
  certainty: 'source',
} as const

// The filter lets `mailto:` through, but what comes before it takes such an address for a path in the repository.
const schemes = 'http https'

export const host: Host = {
  name: 'npmx',
  title: 'npmx',
  aliases: ['npmx.dev'],
  kind: 'registry',
  ecosystem: 'npm',
  // It shows every package of npm, and who opens it there cannot be told from a project.
  onRequest: true,
  html: {
    does: 'filtered',
    ...site,
    allows: htmlList({
      tags: `
        a blockquote br button code del details div em h1 h2 h3 h4 h5 h6 hr img kbd li mark ol p picture pre s source span
        strong sub summary sup table tbody td th thead tr ul
      `,
      attributes: {
        '*': 'id',
        a: 'href rel target title',
        blockquote: 'data-callout',
        button: 'aria-label class data-copy title type',
        code: 'class',
        details: 'open',
        div: 'align class style',
        'h1 h2 h3 h4 h5 h6 p': 'align',
        img: 'align alt height src title width',
        'pre span': 'class style',
        source: 'media src srcset type',
        'td th': 'align colspan rowspan valign width',
      },
      schemes: { href: schemes, src: schemes },
      // What sanitize-html 2.17 takes out with its text.
      emptied: 'option script style textarea',
    }),
  },
  ...factsFrom(site, {
    relativeLink: 'needs-repository',
    relativeImage: 'needs-repository',
    relativeSrcset: 'needs-repository',
  }),
  rootedAddress: {
    does: 'broken',
    note: 'what starts with a slash leads to a page of the site itself',
    ...site,
    source: 'npmx-dev/npmx.dev, server/utils/readme.ts (resolveUrl)',
  },
  markup: {
    demoted: 2,
    noLevelLeftOut: true,
    bytesOfPages: 'images',
    alertSyntax: 'npmx',
    emojiInHtml: 'everywhere',
    ...site,
    source:
      'npmx-dev/npmx.dev, server/utils/readme.ts (calculateSemanticDepth, resolveImageUrl), run with marked 17.0.6',
  },
  anchors: {
    does: 'npmx',
    note: 'links get a prefix there that an anchor of your own has only on a div, a p or a span',
    ...site,
    prefix: { heading: 'user-content-', written: '', link: 'user-content-' },
  },
  features: factsFrom(site, {
    alert: 'kept',
    footnote: 'literal',
    'task-list': 'dropped',
    mermaid: 'literal',
    math: 'literal',
    'emoji-shortcode': 'kept',
    comment: 'dropped',
    'gh-mode-fragment': 'broken',
  }),
}
