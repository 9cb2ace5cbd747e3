import { factsFrom, type Host } from '../host.ts'
import { htmlList } from '../sanitizers/html-list.ts'

const markdown = {
  source: 'dart-lang/pub-dev, app/lib/shared/markdown.dart',
  date: '2026-08-20',
  certainty: 'source',
} as const

const forges = ['github', 'gitlab', 'bitbucket'] as const

export const host: Host = {
  name: 'pub',
  title: 'pub.dev',
  aliases: ['dart', 'flutter'],
  kind: 'registry',
  ecosystem: 'pub',
  html: {
    does: 'filtered',
    note: 'other tags go with all that stands in them',
    ...markdown,
    source: 'dart-lang/pub-dev, pkg/sanitize_html/lib/src/sane_html_validator.dart',
    allows: htmlList({
      tags: `
        a abbr b bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6
        h7 h8 hr i img ins kbd li mark ol p picture pre q rp rt ruby s samp small source span strike strong sub summary
        sup table tbody td tfoot th thead time tr tt ul var wbr
      `,
      attributes: {
        '*': `
          abbr accept accept-charset accesskey action align alt aria-describedby aria-hidden aria-label aria-labelledby
          axis border cellpadding cellspacing char charoff charset checked clear color cols colspan compact coords
          datetime dir disabled enctype for frame headers height hreflang hspace id ismap itemprop label lang maxlength
          media method multiple name nohref noshade nowrap open prompt readonly rel rev rows rowspan rules scope
          selected shape size span start summary tabindex target title type usemap valign value vspace width
        `,
        a: 'href',
        img: 'longdesc src',
        source: 'srcset',
        div: 'class itemscope itemtype',
        'p code': 'class',
        'blockquote del ins q': 'cite',
      },
      values: { 'div class': /^markdown-alert/, 'p class': /^markdown-alert-/, 'code class': /^language-/ },
      schemes: { href: 'http https mailto', src: 'http https' },
      emptied: `
        acronym address article aside audio big button center col colgroup font footer form header iframe main nav
        object section style script svg u video
      `,
    }),
  },
  relativeLink: { does: 'needs-repository', forges, leaves: 'text', ...markdown },
  relativeImage: { does: 'needs-repository', forges, raw: 'forge', leaves: 'text', ...markdown },
  relativeSrcset: { does: 'broken', ...markdown },
  anchors: {
    does: 'dart',
    note: 'anchors of headings hold only a to z, digits, hyphens and _ there',
    ...markdown,
    source: 'dart-lang/markdown, lib/src/block_syntaxes/block_syntax.dart and html_renderer.dart',
    date: '2026-11-26',
    markdownOnly: true,
    prefix: { heading: '', written: '', link: '' },
  },
  features: {
    ...factsFrom(
      { ...markdown, source: `${markdown.source} (ExtensionSet.gitHubWeb)` },
      {
        alert: 'kept',
        'task-list': 'kept',
        mermaid: 'literal',
        math: 'literal',
        'emoji-shortcode': 'kept',
        comment: 'dropped',
        'gh-mode-fragment': 'broken',
      },
    ),
    // Numbers stay; the texts stand in a <section>, which goes with all that is in it.
    footnote: {
      does: 'dropped',
      source:
        'dart-lang/markdown, lib/src/document.dart (footnotes stand in <section>); dart-lang/pub-dev, pkg/sanitize_html',
      date: '2026-11-28',
      certainty: 'source',
    },
  },
}
