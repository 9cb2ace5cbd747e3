import { factsFrom, type Host } from '../host.ts'
import { htmlList } from '../sanitizers/html-list.ts'

const readme = (path: string) =>
  ({ source: `hexpm/hexpm, lib/hexpm_web/readme/${path}`, date: '2026-08-21', certainty: 'source' }) as const

const gfm = {
  source: 'hexpm/hexpm, lib/hexpm_web/readme/renderer.ex; leandrocp/mdex_gfm 0.2.0, lib/mdex_gfm.ex',
  date: '2026-11-26',
  certainty: 'source',
} as const

export const host: Host = {
  name: 'hex',
  title: 'Hex',
  aliases: ['hex.pm'],
  kind: 'registry',
  ecosystem: 'hex',
  html: {
    does: 'filtered',
    ...readme('sanitizer.ex'),
    allows: htmlList({
      tags: `
        a abbr blockquote br code dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr img input ins kbd li ol p pre
        samp section span strong sub summary sup table tbody td th thead tr ul var
      `,
      attributes: {
        a: `
          aria-label class data-footnote-backref data-footnote-backref-idx data-footnote-ref href id title
        `,
        code: 'class tabindex translate',
        div: 'class data-line',
        'h1 h2 h3 h4 h5 h6 li': 'id',
        img: 'alt height src title width',
        input: 'checked disabled type',
        'pre span sup': 'class',
        section: 'class data-footnotes',
        'td th': 'align colspan rowspan',
      },
      values: {
        'a class': /^footnote-backref$/,
        'a id': /^fnref-/,
        'input type': /^checkbox$/i,
        'li id': /^fn-/,
      },
      schemes: { href: 'http https mailto', src: 'http https mailto' },
    }),
  },
  markup: { frontMatter: 'markdown', alertSyntax: 'comrak', scripts: 'both', ...gfm },
  ...factsFrom(readme('url_rewriter.ex'), {
    relativeLink: 'rewritten',
    relativeImage: 'rewritten',
    relativeSrcset: 'dropped',
  }),
  anchors: {
    does: 'hex',
    note: 'anchors of headings hold only a to z, digits and hyphens there',
    ...readme('renderer.ex; lib/hexpm_web/mdex_plugins/heading_anchors.ex'),
    markdownOnly: true,
    noTop: true,
    prefix: { heading: 'user-content-', written: 'user-content-', link: 'user-content-', footnote: '' },
  },
  rst: { does: 'literal', ...readme('renderer.ex') },
  features: {
    ...factsFrom(readme('renderer.ex'), {
      alert: 'kept',
      footnote: 'kept',
      'task-list': 'kept',
      mermaid: 'literal',
      math: 'literal',
      'emoji-shortcode': 'kept',
      comment: 'dropped',
      'gh-mode-fragment': 'kept',
    }),
    'emoji-shortcode': { does: 'kept', ...gfm },
  },
}
