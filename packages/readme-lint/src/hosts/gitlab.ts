import { factsFrom, type Host } from '../host.ts'
import { globalAttributes } from '../sanitizers/github.ts'
import { htmlList } from '../sanitizers/html-list.ts'

const banzai = (path: string) =>
  ({ source: `gitlabhq/gitlabhq, lib/banzai/${path}`, date: '2026-11-26', certainty: 'source' }) as const

const engine = banzai('filter/markdown_engines/glfm_markdown.rb')

export const host: Host = {
  name: 'gitlab',
  title: 'GitLab',
  kind: 'forge',
  forge: 'gitlab',
  html: {
    does: 'filtered',
    ...banzai(
      'filter/base_sanitization_filter.rb and sanitization_filter.rb; gjtorikian/html-pipeline 2.14.3, sanitization_filter.rb, whose list they extend',
    ),
    allows: htmlList({
      tags: `
        a abbr b bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5
        h6 h7 h8 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strike strong sub summary
        sup table tbody td tfoot th thead time tr tt ul var wbr
      `,
      attributes: {
        '*': globalAttributes,
        a: 'class data-footnote-backref data-footnote-backref-idx data-footnote-ref href id name rel',
        'blockquote del ins q': 'cite',
        div: 'class',
        'h1 h2 h3 h4 h5 h6': 'id',
        img: 'data-diagram data-diagram-src longdesc src',
        li: 'class id',
        'ol ul p': 'class',
        pre: 'data-canonical-lang data-kroki-style data-lang-params data-math-style data-mermaid-style',
        'code span': 'data-math-style',
        section: 'data-footnotes',
        'td th': 'style',
      },
      values: {
        'a class': /^anchor$/,
        'a id': /^fnref-/,
        'a rel': /^license$/,
        'div class': /^markdown-alert markdown-alert-(?:note|tip|important|warning|caution)$/,
        ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`h${level} id`, /^user-content-/])),
        'li class': /^(?:inapplicable )?task-list-item$/,
        'li id': /^fn-/,
        'ol class': /^task-list$/,
        'p class': /^markdown-alert-title$/,
        'td style': /^text-align: (?:center|left|right);?$/,
        'th style': /^text-align: (?:center|left|right);?$/,
        'ul class': /^task-list$/,
      },
      schemes: {
        // Every scheme but those that run code; these are such as READMEs have.
        href: 'ftp git http https irc ircs magnet mailto matrix sms ssh tel vscode xmpp',
        src: 'http https',
        cite: 'http https',
        longdesc: 'http https',
      },
      emptied: 'script',
    }),
  },
  ...factsFrom(banzai('filter/repository_link_filter.rb and base_relative_link_filter.rb'), {
    relativeLink: 'kept',
    relativeImage: 'kept',
  }),
  relativeSrcset: { does: 'dropped', ...banzai('filter/sanitization_filter.rb') },
  anchors: {
    does: 'gitlab',
    ...engine,
    source: `${engine.source} (header_ids); doc/user/markdown.md (heading IDs); app/assets/javascripts/lib/utils/common_utils.js (handleLocationHash)`,
    markdownOnly: true,
    alsoAsWritten: true,
    prefix: { heading: 'user-content-', written: '', link: 'user-content-', footnote: '' },
  },
  markup: {
    alertSyntax: 'comrak',
    emojiInHtml: true,
    frontMatter: 'code',
    wikiLinks: true,
    ...engine,
    source: `${engine.source} (wikilinks_title_before_pipe); lib/banzai/filter/emoji_filter.rb; lib/banzai/filter/front_matter_filter.rb`,
  },
  features: {
    ...factsFrom(engine, { alert: 'kept', footnote: 'kept', 'task-list': 'kept', math: 'kept' }),
    mermaid: { does: 'kept', ...banzai('pipeline/gfm_pipeline.rb; spec/lib/banzai/filter/mermaid_filter_spec.rb') },
    'emoji-shortcode': { does: 'kept', ...banzai('filter/emoji_filter.rb') },
    comment: { does: 'dropped', ...banzai('filter/sanitization_filter.rb (allow_comments)') },
    'gh-mode-fragment': {
      does: 'broken',
      note: 'no rule for it in its style sheet, of which only an old version could be read',
      source: 'gitlabhq/gitlabhq, app/assets/stylesheets/framework/typography.scss',
      date: '2026-11-27',
      certainty: 'reported',
    },
  },
}
