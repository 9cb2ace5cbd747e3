import { bluemondayList } from './bluemonday.ts'
import { type HtmlList, htmlList } from './html-list.ts'

const color = /^(?:\s*(?:background-)?color\s*:[^;]+;?)+$/

/** What both Gitea and Forgejo let through (modules/markup/sanitizer_default.go there, sanitizer.go here, 2026-11-26). */
export const giteaList: HtmlList = htmlList(
  {
    tags: 'input kbd label path svg video',
    attributes: {
      '*': `
        abbr accept accept-charset accesskey action align alt aria-describedby aria-hidden aria-label
        aria-labelledby axis border cellpadding cellspacing char charoff charset checked clear color cols
        colspan compact coords datetime dir disabled enctype for frame headers height hreflang hspace ismap
        itemprop label lang maxlength media method multiple name nohref noshade nowrap open prompt readonly rel rev
        rows rowspan rules scope selected shape size span start summary tabindex target title type usemap valign
        value vspace width
      `,
      path: 'd fill-rule',
      svg: 'aria-hidden height viewbox width',
      video: 'autoplay controls src',
      div: 'itemscope itemtype',
      img: 'loading',
      'span p th td': 'style',
      input: 'checked disabled type',
    },
    // Every scheme but those that run code, unless the server names some; these are such as READMEs have.
    schemes: { href: 'ftp git irc ircs magnet matrix sms ssh tel vscode xmpp' },
    values: {
      'input type': /^checkbox$/,
      'span style': color,
      'p style': color,
      'th style': color,
      'td style': color,
    },
  },
  bluemondayList,
)

/** How both make anchors; whether headings in HTML have some differs. */
export const giteaAnchors = {
  does: 'gitea',
  prefix: { heading: 'user-content-', written: 'user-content-', link: 'user-content-' },
} as const

/** How both write what they show. */
export const giteaMarkup = { alertSyntax: 'npmx', emojiInHtml: true, bareLinks: 'scheme' } as const

/** What the parser of both knows. */
export const giteaFeatures = { footnote: 'kept', 'task-list': 'kept', mermaid: 'kept', math: 'kept' } as const
