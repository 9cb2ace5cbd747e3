import { factsFrom, type Host } from '../host.ts'
import { htmlList } from '../sanitizers/html-list.ts'

const sanitizer = {
  source: 'golang/pkgsite, internal/sanitizer/sanitizer.go',
  date: '2026-08-19',
  certainty: 'source',
} as const

const markdown = {
  source: 'golang/pkgsite, internal/frontend/markdown.go and readme_test.go',
  date: '2026-08-19',
  certainty: 'source',
} as const

const align = /^(?:middle|center|justify|left|right)?;? ?$/i
const number = /^[0-9]+%?$/
const oneWord = /^\s*[^\s]*\s*$/
const text = /^[\p{L}\p{N}\s\-_',[\]!./\\()]*$/u

export const host: Host = {
  name: 'pkg-go-dev',
  title: 'pkg.go.dev',
  kind: 'registry',
  ecosystem: 'go',
  repositoryLink: {
    source: 'golang/pkgsite, static/frontend/unit/main/_meta.tmpl',
    date: '2026-11-26',
    certainty: 'source',
  },
  html: {
    does: 'filtered',
    ...sanitizer,
    allows: htmlList({
      tags: `
        a abbr article aside b bdi bdo blockquote br caption cite code col colgroup dd del details div dl dt em
        figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins li mark ol p picture pre q rp rt ruby s samp section
        small source span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr
      `,
      attributes: {
        '*': 'dir id lang title',
        a: 'href',
        'bdi bdo': 'dir',
        'blockquote q': 'cite',
        'col colgroup': 'align height span valign width',
        'del ins': 'cite datetime',
        details: 'open',
        div: 'align aria-level role width',
        'h1 h2 h3 h4 h5 h6': 'class',
        img: 'align alt height src usemap width',
        li: 'type value',
        map: 'name',
        'ol ul': 'type',
        p: 'align width',
        source: 'media srcset',
        table: 'height summary width',
        'tbody tfoot thead tr': 'align valign',
        'td th': 'abbr align colspan headers height nowrap rowspan scope valign width',
        time: 'datetime',
      },
      values: {
        '* dir': /^(?:rtl|ltr)$/i,
        '* id': /^#?[a-zA-Z0-9:\-_.]+$/,
        '* lang': /^[a-zA-Z-]{2,20}$/,
        '* title': text,
        'div align': align,
        'div width': number,
        'img align': /^(?:left|right|top|texttop|middle|absmiddle|baseline|bottom|absbottom|center)?;?$/i,
        'img alt': text,
        'img height': number,
        'img width': /^ *[0-9.,]*(?:%|[a-z]+)?;?\/? *$/,
        'p align': align,
        'p width': /^[0-9]+%?(?:px)?$/,
        'a href': oneWord,
        'img src': oneWord,
        // Checked as one address, so a list with descriptors (`a.png 1x, b.png 2x`) is refused.
        'source srcset': oneWord,
        'td width': number,
        'th width': number,
      },
      schemes: { href: 'http https mailto', src: 'http https mailto', cite: 'http https mailto' },
      emptied: 'frame frameset iframe noembed noframes noscript nostyle object script style title svg math',
    }),
  },
  relativeLink: { does: 'rewritten', ...markdown },
  relativeHtmlLink: { does: 'broken', note: 'links are rewritten in Markdown only', ...markdown },
  relativeImage: { does: 'rewritten', raw: 'forge', ...markdown },
  relativeSrcset: { does: 'rewritten', raw: 'forge', note: 'a list with descriptors is dropped', ...markdown },
  relativeInsideImage: {
    does: 'broken',
    note: 'tags are looked at line by line in HTML blocks, and elsewhere in no link and no emphasis',
    ...markdown,
    date: '2026-11-26',
    source:
      'golang/pkgsite, internal/frontend/markdown.go (rewriteImgSrc, rewriteHtmlInline) and overview.go (translateHTML)',
  },
  markup: {
    firstLevel: 3,
    bytesOfPages: true,
    frontMatter: 'markdown',
    ...markdown,
    source: 'golang/pkgsite, internal/frontend/markdown.go and overview.go (translateLink)',
  },
  rst: { does: 'literal', ...markdown },
  anchors: {
    does: 'pkg-go-dev',
    note: 'anchors of headings hold only a to z and digits, and links find no others',
    ...markdown,
    markdownOnly: true,
    // Links in HTML are left as they are.
    htmlLink: '',
    noTop: true,
    prefix: { heading: 'readme-', written: '', link: 'readme-' },
  },
  features: factsFrom(markdown, {
    alert: 'literal',
    footnote: 'literal',
    'task-list': 'dropped',
    mermaid: 'literal',
    math: 'literal',
    'emoji-shortcode': 'kept',
    comment: 'dropped',
    'gh-mode-fragment': 'broken',
  }),
  limit: { does: 'cut', size: 45_000_000, unit: 'bytes', ...markdown, certainty: 'reported' },
}
