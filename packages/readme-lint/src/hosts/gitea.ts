import { factsFrom, type Host } from '../host.ts'
import { giteaAnchors, giteaFeatures, giteaList, giteaMarkup } from '../sanitizers/gitea.ts'
import { htmlList } from '../sanitizers/html-list.ts'

const markup = (path: string) =>
  ({ source: `go-gitea/gitea, modules/markup/${path}`, date: '2026-11-26', certainty: 'source' }) as const

const color = /^(?:\s*(?:background-)?color\s*:[^;]+;?)+$/

export const host: Host = {
  name: 'gitea',
  title: 'Gitea',
  kind: 'forge',
  forge: 'gitea',
  html: {
    does: 'filtered',
    ...markup('sanitizer_default.go; microcosm-cc/bluemonday, policies.go'),
    allows: htmlList(
      {
        tags: 'center picture source',
        attributes: {
          '*': 'itemscope itemtype',
          source: 'media srcset',
          video: 'loop muted playsinline',
          'div tr': 'style',
        },
        values: { 'div style': color, 'tr style': color },
      },
      giteaList,
    ),
  },
  ...factsFrom(markup('html_node.go and html_link.go'), {
    relativeLink: 'kept',
    relativeImage: 'kept',
    relativeSrcset: 'broken',
  }),
  anchors: {
    ...giteaAnchors,
    ...markup('markdown/prefixed_id.go and html_node.go; web_src/js/markup/anchors.ts'),
  },
  markup: { ...giteaMarkup, ...markup('markdown/transform_blockquote.go; html_emoji.go; html_link.go') },
  features: {
    ...factsFrom(markup('markdown/markdown.go'), giteaFeatures),
    alert: { does: 'kept', ...markup('markdown/transform_blockquote.go') },
    'emoji-shortcode': { does: 'kept', ...markup('html_emoji.go') },
    comment: { does: 'dropped', ...markup('sanitizer_default.go') },
    'gh-mode-fragment': {
      does: 'kept',
      source: 'go-gitea/gitea, pull request 36922 (merged 2026-03)',
      date: '2026-11-27',
      certainty: 'documented',
    },
  },
}
