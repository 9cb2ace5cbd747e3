import { factsFrom, type Host } from '../host.ts'
import { giteaAnchors, giteaFeatures, giteaList, giteaMarkup } from '../sanitizers/gitea.ts'
import { htmlList } from '../sanitizers/html-list.ts'

const markup = (path: string) =>
  ({
    source: `forgejo/forgejo, read in creator-signal/fork-forgejo-forgejo, modules/markup/${path}`,
    date: '2026-11-26',
    certainty: 'source',
  }) as const

export const host: Host = {
  name: 'forgejo',
  title: 'Forgejo',
  aliases: ['codeberg', 'codeberg.org'],
  kind: 'forge',
  forge: 'gitea',
  servers: /^codeberg\.|\bforgejo\b/,
  html: {
    does: 'filtered',
    ...markup('sanitizer.go; microcosm-cc/bluemonday, policies.go'),
    allows: htmlList(
      { tags: 'button', attributes: { button: 'title type' }, values: { 'button type': /^button$/ } },
      giteaList,
    ),
  },
  ...factsFrom(markup('html.go'), { relativeLink: 'kept', relativeImage: 'kept' }),
  relativeSrcset: { does: 'dropped', ...markup('sanitizer.go') },
  anchors: { ...giteaAnchors, ...markup('markdown/goldmark.go and html.go'), markdownOnly: true },
  markup: { ...giteaMarkup, ...markup('markdown/callout/github.go; html.go') },
  features: {
    ...factsFrom(markup('markdown/markdown.go'), giteaFeatures),
    alert: { does: 'kept', ...markup('markdown/callout/github.go') },
    'emoji-shortcode': { does: 'kept', ...markup('html.go') },
    comment: { does: 'dropped', ...markup('sanitizer.go') },
    'gh-mode-fragment': {
      does: 'kept',
      source: 'forgejo/forgejo, read in creator-signal/fork-forgejo-forgejo, web_src/css/markup/dark.css and light.css',
      date: '2026-11-27',
      certainty: 'source',
    },
  },
}
