import { type HtmlList, htmlList } from './html-list.ts'
import { tagfilter } from './tagfilter.ts'

/** Attributes that any tag may have, in all versions of the list that GitHub and GitLab started from. */
export const globalAttributes = `
  abbr accept accept-charset accesskey action align alt aria-describedby aria-hidden aria-label aria-labelledby
  axis border cellpadding cellspacing char charoff charset checked clear color cols colspan compact coords
  datetime dir disabled enctype for frame headers height hreflang hspace ismap itemprop label lang maxlength
  media method multiple nohref noshade nowrap open progress prompt readonly rel rev role rows rowspan rules
  scope selected shape size span start summary tabindex target title type usemap valign value vspace width
`

/**
 * What GitHub lets through. Its filter is closed; this is what at least one of three published lists has that follow it: hast-util-sanitize
 * 5.0.2 (lib/schema.js), html-pipeline 2.14.3 and 3.2.4 (sanitization_filter.rb), all read on 2026-11-22.
 */
export const githubList: HtmlList = htmlList({
  tags: `
    a abbr b bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5
    h6 hr i img input ins kbd li mark ol p picture pre q rp rt ruby s samp section small source span strike strong
    sub summary sup table tbody td tfoot th thead time tr tt ul var wbr
  `,
  attributes: {
    '*': `${globalAttributes} id name`,
    a: 'class data-footnote-backref data-footnote-ref href',
    'blockquote del ins q': 'cite',
    'code h2 li ol ul': 'class',
    div: 'itemscope itemtype',
    img: 'longdesc src',
    section: 'class data-footnotes',
    source: 'srcset',
  },
  values: {
    'a class': /^data-footnote-backref$/,
    'code class': /^language-./,
    'h2 class': /^sr-only$/,
    'li class': /^task-list-item$/,
    'ol class': /^contains-task-list$/,
    'section class': /^footnotes$/,
    'ul class': /^contains-task-list$/,
  },
  schemes: {
    href: 'http https mailto xmpp irc ircs github-windows github-mac',
    src: 'http https',
    cite: 'http https',
    longdesc: 'http https',
  },
  emptied: 'script style',
  escaped: tagfilter,
  // Videos that were uploaded to GitHub are shown, and others are not.
  disputed: 'video',
})
