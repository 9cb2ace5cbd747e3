import { factsFrom, type Host } from '../host.ts'
import { htmlList } from '../sanitizers/html-list.ts'

const updater = {
  source: 'composer/packagist, src/Package/Updater.php (prepareReadme)',
  date: '2026-08-07',
  certainty: 'source',
} as const

/** Of a package on GitHub, which most are, GitHub makes the HTML that the filter gets. */
const viaGithub = (page: string) =>
  ({
    source: `composer/packagist, src/Package/Updater.php (Accept: application/vnd.github.html+json); GitHub docs, ${page}`,
    date: '2026-11-27',
    certainty: 'documented',
  }) as const

export const host: Host = {
  name: 'packagist',
  title: 'Packagist',
  kind: 'registry',
  ecosystem: 'packagist',
  repositoryLink: {
    source: 'composer/packagist, templates/package/view_package.html.twig (Canonical Repository URL)',
    date: '2026-11-26',
    certainty: 'source',
  },
  html: {
    does: 'filtered',
    ...updater,
    allows: htmlList({
      tags: `
        a abbr b blockquote br cite code dd del details dl dt em h1 h2 h3 h4 h5 h6 i img ins kbd li ol p pre q
        samp small span strike strong sub summary sup table tbody td th thead tr ul
      `,
      attributes: {
        '*': 'class',
        a: 'href id target',
        details: 'open',
        'h1 h2 h3 h4 h5 h6 p': 'align',
        img: 'alt height src title width',
        'td th': 'align colspan rowspan',
      },
      schemes: { href: 'https http mailto', src: 'https http' },
      emptied: 'script style',
    }),
  },
  ...factsFrom(updater, { relativeLink: 'rewritten', relativeImage: 'rewritten', relativeSrcset: 'dropped' }),
  anchors: {
    does: 'github',
    source: 'composer/packagist, src/HtmlSanitizer/ReadmeLinkSanitizer.php',
    date: '2026-08-07',
    certainty: 'source',
    noTop: true,
    prefix: { heading: 'user-content-', written: 'user-content-', link: 'user-content-' },
  },
  markup: { alerts: 'unboxed', noFirstHeading: true, footnoteTitle: true, emojiInHtml: true, ...updater },
  features: {
    ...factsFrom(viaGithub('Basic writing and formatting syntax'), {
      alert: 'kept',
      footnote: 'kept',
      'emoji-shortcode': 'kept',
      comment: 'dropped',
    }),
    ...factsFrom(
      { ...updater, certainty: 'reported' },
      {
        mermaid: 'literal',
        math: 'unknown',
      },
    ),
    'task-list': { does: 'dropped', note: 'the boxes', ...updater },
    'gh-mode-fragment': {
      does: 'broken',
      source: 'composer/packagist, whose style sheets have no rule for it',
      date: '2026-11-27',
      certainty: 'source',
    },
  },
  limit: { does: 'cut', size: 10_000_000, unit: 'characters', ...updater },
}
