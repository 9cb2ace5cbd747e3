import { type HtmlList, htmlList } from './html-list.ts'

const schemes =
  'bitcoin ftp ftps geo http https im irc ircs magnet mailto mms mx news nntp openpgp4fpr sip sms smsto ssh tel url webcal wtai xmpp'

/** What ammonia lets through when nothing is set (rust-ammonia/ammonia, src/lib.rs, 2026-01-26). */
export const ammoniaList: HtmlList = htmlList({
  tags: `
    a abbr acronym area article aside b bdi bdo blockquote br caption center cite code col colgroup data dd del
    details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li map mark
    nav ol p pre q rp rt rtc ruby s samp small span strike strong sub summary sup table tbody td th thead time tr
    tt u ul var wbr
  `,
  attributes: {
    '*': 'lang title',
    a: 'href hreflang',
    bdo: 'dir',
    'blockquote q': 'cite',
    'col colgroup': 'align char charoff span',
    'del ins': 'cite datetime',
    hr: 'align size width',
    img: 'align alt height src width',
    ol: 'start',
    table: 'align char charoff summary',
    'tbody tfoot thead tr': 'align char charoff',
    td: 'align char charoff colspan headers rowspan',
    th: 'align char charoff colspan headers rowspan scope',
  },
  schemes: { href: schemes, src: schemes, cite: schemes },
  // Of other kinds of XML only text that stands in `<svg>` itself is left.
  emptied: 'math script style svg',
})
