import { factsFrom, type Host } from '../host.ts'
import { htmlList } from '../sanitizers/html-list.ts'
import { tagfilter } from '../sanitizers/tagfilter.ts'

const code = (path: string) =>
  ({ source: `pypa/readme_renderer, ${path}`, date: '2026-08-03', certainty: 'source' }) as const

const camo = {
  source: 'pypa/readme_renderer, readme_renderer/clean.py; pypi/warehouse, warehouse/filters.py (camoify)',
  date: '2026-08-21',
  certainty: 'source',
} as const

export const host: Host = {
  name: 'pypi',
  title: 'PyPI',
  kind: 'registry',
  ecosystem: 'pypi',
  namedOnly: true,
  html: {
    does: 'filtered',
    ...code('readme_renderer/clean.py'),
    allows: htmlList({
      tags: `
        a abbr acronym aside b blockquote br caption cite code col colgroup dd del details div dl dt em figcaption
        figure h1 h2 h3 h4 h5 h6 hr i img input kbd li nav ol p picture pre section span strong sub summary sup
        table tbody td th thead tr tt ul var
      `,
      attributes: {
        '*': 'id',
        a: 'href title',
        'abbr acronym': 'title',
        'aside code dd dl dt figure hr nav span ul': 'class',
        'div p th': 'align class',
        'h1 h2 h3 h4 h5 h6': 'align',
        img: 'align alt class height src width',
        input: 'checked disabled type',
        ol: 'start',
        pre: 'class lang',
        td: 'align colspan rowspan',
      },
      schemes: { href: 'http https mailto', src: 'http https mailto' },
      emptied: 'math script style svg',
      escaped: tagfilter,
    }),
  },
  ...factsFrom(camo, { relativeLink: 'broken', relativeImage: 'broken', relativeSrcset: 'dropped' }),
  anchors: {
    does: 'comrak',
    note: 'links find the anchors of headings only',
    noTop: true,
    ...code('readme_renderer/markdown.py'),
    markdownOnly: true,
    prefix: { heading: 'user-content-', written: '', link: 'user-content-' },
  },
  markup: {
    alerts: 'admonition',
    alertSyntax: 'comrak',
    codeLanguage: 'lang',
    frontMatter: 'markdown',
    bareLinks: 'comrak',
    ...code('readme_renderer/markdown.py (AlertStyle.Semantic, _highlight)'),
  },
  rst: {
    does: 'kept',
    note: 'nothing of it where docutils warns of something',
    slugs: 'docutils',
    levelsByDepth: true,
    strict: true,
    ...code('readme_renderer/rst.py (halt_level, doctitle_xform)'),
  },
  features: factsFrom(code('readme_renderer/markdown.py (comrak, since 45.0 of 2026-06-09)'), {
    alert: 'kept',
    footnote: 'kept',
    'task-list': 'kept',
    mermaid: 'literal',
    math: 'literal',
    'emoji-shortcode': 'kept',
    comment: 'dropped',
    'gh-mode-fragment': 'broken',
  }),
}
