import { factsFrom, type Host } from '../host.ts'
import { clobbering } from '../sanitizers/dompurify.ts'
import { htmlList, words } from '../sanitizers/html-list.ts'
import { vsceAddresses } from '../sanitizers/vsce.ts'

const vsce = { source: 'microsoft/vscode-vsce, src/package.ts', date: '2026-07-24', certainty: 'source' } as const

const editor = {
  source: 'microsoft/vscode, src/vs/workbench/contrib/markdown/browser/markdownDocumentRenderer.ts',
  date: '2026-11-22',
  certainty: 'source',
} as const

export const host: Host = {
  name: 'vscode-marketplace',
  title: 'VS Code Marketplace',
  aliases: ['vsce', 'vscode', 'vscode-editor'],
  kind: 'registry',
  ecosystem: 'vscode',
  html: {
    does: 'filtered',
    note: 'as the editor shows the page of an extension; the code of the website is closed',
    source:
      'microsoft/vscode, src/vs/base/browser/domSanitize.ts and markdownRenderer.ts; src/vs/workbench/contrib/extensions/browser/extensionEditor.ts',
    date: '2026-11-22',
    certainty: 'source',
    allows: htmlList({
      tags: `
        a abbr b bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption
        figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd label li mark ol p pre q rp rt ruby s samp small source
        span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var video wbr
      `,
      attributes: {
        '*': `
          align alt autoplay checked class colspan controls data-code data-href data-severity disabled draggable height
          href id loop muted name placeholder playsinline poster role rowspan src start tabindex target title type value
          width
        `,
        span: 'style',
      },
      values: {
        'span style':
          /^(?:color:(?:#[\da-f]+|var\(--vscode-[\da-z-]+\));)?(?:background-color:(?:#[\da-f]+|var\(--vscode-[\da-z-]+\));)?(?:border-radius:\d+px;)?$/i,
      },
      schemes: { href: 'http https mailto', src: 'http https' },
      emptied: 'math script style svg',
    }),
  },
  ...vsceAddresses,
  relativeSrcset: { does: 'dropped', ...vsce },
  // The issues: src/package.ts of vsce.
  markup: { frontMatter: 'markdown', vsceIssues: true, ...editor },
  anchors: {
    does: 'vscode',
    ...editor,
    source: 'microsoft/vscode, src/vs/workbench/contrib/markdown/browser/markedGfmHeadingIdPlugin.ts',
    date: '2026-11-26',
    note: 'headings in HTML have no anchors there, nor have those such as Links and Style',
    markdownOnly: true,
    refused: clobbering,
    prefix: { heading: '', written: '', link: '' },
  },
  features: factsFrom(editor, {
    alert: 'literal',
    footnote: 'literal',
    'task-list': 'kept',
    mermaid: 'literal',
    math: 'unknown',
    'emoji-shortcode': 'literal',
    comment: 'dropped',
    'gh-mode-fragment': 'broken',
  }),
  images: {
    http: { does: 'refused', ...vsce },
    svg: {
      ...vsce,
      servers: new Set(
        words(`
          api.travis-ci.com app.fossa.io badge.buildkite.com badge.fury.io badgen.net badges.frapsoft.com
          badges.gitter.im cdn.travis-ci.com ci.appveyor.com circleci.com cla.opensource.microsoft.com codacy.com
          codeclimate.com codecov.io coveralls.io david-dm.org deepscan.io dev.azure.com docs.rs flat.badgen.net
          gitlab.com godoc.org goreportcard.com img.shields.io isitmaintained.com marketplace.visualstudio.com
          nodesecurity.io opencollective.com snyk.io travis-ci.com visualstudio.com vsmarketplacebadges.dev
        `),
      ),
      addresses: /^https:\/\/github\.com\/[^/]+\/[^/]+\/(?:actions\/)?workflows\/.*badge\.svg/,
    },
  },
}
