import { type HtmlList, htmlList } from './html-list.ts'

/** What bluemonday's UGCPolicy lets through (microcosm-cc/bluemonday, policies.go and helpers.go, 2026-11-25). */
export const bluemondayList: HtmlList = htmlList({
  tags: `
    a abbr acronym area article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn
    div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hgroup hr i img ins li map mark meter ol p pre progress q rp
    rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul
    var wbr
  `,
  attributes: {
    '*': 'dir id lang title',
    details: 'open',
    'blockquote q': 'cite',
    a: 'href',
    area: 'alt coords href rel shape',
    time: 'datetime',
    'del ins': 'cite datetime',
    'ol ul': 'type',
    li: 'type value',
    table: 'height summary width',
    'col colgroup': 'align height span valign width',
    'thead tbody tfoot tr': 'align valign',
    'td th': 'abbr align colspan headers height nowrap rowspan scope valign width',
    meter: 'high low max min optimum value',
    progress: 'max value',
    img: 'align alt height src usemap width',
    map: 'name',
  },
  schemes: { href: 'http https mailto', src: 'http https', cite: 'http https' },
  emptied: 'frame frameset iframe noembed noframes noscript nostyle object script style title',
})
