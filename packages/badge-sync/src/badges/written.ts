import type { Badge } from '../badge.ts'

/** Badges whose text stands in their address; they fit much, so they come last. Addresses as they were documented on 2026-11-22. */
export const badges: readonly Badge[] = [
  { name: 'discord-invite', kind: 'chat', title: 'Discord chat', images: ['img.shields.io/badge/chat-discord-:color'] },
  {
    name: 'mastodon-link',
    kind: 'social',
    title: 'Follow on Mastodon',
    images: ['img.shields.io/badge/follow-mastodon-:color'],
  },
  {
    name: 'license',
    kind: 'license',
    title: 'License',
    images: ['img.shields.io/badge/:label([Ll]icen[sc]e|LICEN[SC]E)-:license((?:[^-/]|--)+)-:color'],
  },
  {
    name: 'version',
    kind: 'version',
    title: 'Version',
    images: ['img.shields.io/badge/:label([Vv]ersion|[Rr]elease)-:version((?:[^-/]|--)+)-:color'],
  },
  {
    name: 'code-style',
    kind: 'style',
    title: 'Code style',
    images: ['img.shields.io/badge/:label([Cc]ode(?:_|%20|--)[Ss]tyle)-:rest+'],
  },
  {
    name: 'conventional-commits',
    kind: 'style',
    title: 'Conventional Commits',
    images: ['img.shields.io/badge/:label([Cc]onventional(?:_|%20)[Cc]ommits)-:rest+'],
    link: 'https://www.conventionalcommits.org',
  },
  {
    name: 'semantic-release',
    kind: 'style',
    title: 'semantic-release',
    images: [
      'img.shields.io/badge/semantic--release-:rest+',
      'img.shields.io/badge/%20%20%F0%9F%93%A6%F0%9F%9A%80-semantic--release-:rest+',
    ],
    link: 'https://github.com/semantic-release/semantic-release',
  },
  {
    name: 'prs-welcome',
    kind: 'issues',
    title: 'PRs welcome',
    images: [
      'img.shields.io/badge/PRs-:rest+',
      'img.shields.io/badge/prs-:rest+',
      'img.shields.io/badge/pull%20requests-:rest+',
    ],
  },
  {
    name: 'awesome',
    kind: 'other',
    title: 'Awesome',
    images: ['awesome.re/badge', 'awesome.re/:what(badge-flat|badge-flat2|mentioned-badge)'],
    link: 'https://awesome.re',
  },
  {
    name: 'dynamic',
    kind: 'other',
    title: 'Badge',
    images: [
      'img.shields.io/badge/dynamic/:format(json|toml|yaml|xml|regex)',
      'img.shields.io/endpoint',
      'badgen.net/https/:rest+',
    ],
  },
  {
    name: 'static',
    kind: 'other',
    title: 'Badge',
    images: [
      'img.shields.io/badge/:content+',
      'img.shields.io/static/v1',
      'badgen.net/badge/:content+',
      'img.badgen.net/badge/:content+',
    ],
  },
]
