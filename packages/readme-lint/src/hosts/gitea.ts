import { factsFrom, type Host } from '../host.ts'
import { bluemondayList } from '../sanitizers/bluemonday.ts'
import { htmlList } from '../shown/html-list.ts'

const sanitizer = {
  source: 'go-gitea/gitea, modules/markup/sanitizer_default.go',
  date: '2026-11-26',
  certainty: 'source',
} as const

/** What Gitea says of itself; Forgejo, which Codeberg runs, was not read. */
const reported = { source: 'Gitea docs, Markdown', date: '2026-11-22', certainty: 'reported' } as const

const color = /^(?:\s*(?:background-)?color\s*:[^;]+;?)+$/

export const host: Host = {
  name: 'gitea',
  title: 'Gitea',
  aliases: ['codeberg', 'codeberg.org', 'forgejo'],
  kind: 'forge',
  forge: 'gitea',
  html: {
    does: 'filtered',
    ...sanitizer,
    allows: htmlList(
      {
        tags: 'center input kbd label path picture source svg video',
        attributes: {
          '*': `
            abbr accept accept-charset accesskey action align alt aria-describedby aria-hidden aria-label
            aria-labelledby axis border cellpadding cellspacing char charoff charset checked clear color cols
            colspan compact coords datetime dir disabled enctype for frame headers height hreflang hspace ismap
            itemprop itemscope itemtype label lang maxlength media method multiple name nohref noshade nowrap open
            prompt readonly rel rev rows rowspan rules scope selected shape size span start summary tabindex
            target title type usemap valign value vspace width
          `,
          path: 'd fill-rule',
          source: 'media srcset',
          svg: 'aria-hidden height viewbox width',
          video: 'autoplay controls loop muted playsinline src',
          img: 'loading',
          'div span p tr th td': 'style',
          input: 'checked disabled type',
        },
        // Every scheme but those that run code, unless the server names some; these are such as READMEs have.
        schemes: { href: 'ftp git irc ircs magnet matrix sms ssh tel xmpp' },
        values: {
          'input type': /^checkbox$/,
          'div style': color,
          'span style': color,
          'p style': color,
          'tr style': color,
          'th style': color,
          'td style': color,
        },
      },
      bluemondayList,
    ),
  },
  ...factsFrom(reported, { relativeLink: 'kept', relativeImage: 'kept', relativeSrcset: 'unknown' }),
  anchors: {
    does: 'gitea',
    source: 'go-gitea/gitea, modules/markup/markdown/prefixed_id.go',
    date: '2026-11-26',
    certainty: 'source',
    markdownOnly: true,
    prefix: { heading: 'user-content-', written: 'user-content-', link: 'user-content-' },
  },
  features: factsFrom(reported, {
    alert: 'kept',
    footnote: 'kept',
    'task-list': 'kept',
    mermaid: 'kept',
    math: 'kept',
    'emoji-shortcode': 'kept',
    comment: 'dropped',
    'gh-mode-fragment': 'unknown',
  }),
}
