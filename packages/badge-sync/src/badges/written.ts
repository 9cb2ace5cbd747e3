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
    name: 'chat-link',
    kind: 'chat',
    title: 'Chat',
    images: [
      'img.shields.io/badge/:label([Cc]hat|[Dd]iscord|[Gg]itter|[Tt]elegram)-:rest+',
      // A matrix is also what tests run in.
      'img.shields.io/badge/:label([Mm]atrix)-:room((?:[Cc]hat|[Jj]oin|[Rr]oom|[Ss]pace|[Cc]ommunity|%23)[^/]*)',
      'img.shields.io/badge/:label([Jj]oin(?:_|%20)[Uu]s|[Jj]oin(?:_|%20)[Cc]hat|[Jj]oin(?:_|%20)the(?:_|%20)[Cc]hat)-:rest+',
    ],
  },
  {
    name: 'documentation-link',
    kind: 'documentation',
    title: 'Documentation',
    images: [
      'img.shields.io/badge/:label([Dd]ocs|DOCS|[Dd]ocumentation|docs.rs|[Gg]o[Dd]oc|go.dev|pkg.go.dev)-:rest+',
      'img.shields.io/badge/:label([Hh]ex(?:_|%20)?[Dd]ocs|(?:api|API)(?:_|%20)[Dd]ocs|(?:api|API)(?:_|%20)[Rr]eference)-:rest+',
    ],
  },
  {
    name: 'coverage-text',
    kind: 'coverage',
    title: 'Coverage',
    images: ['img.shields.io/badge/:label([Cc]overage|[Cc]ode(?:_|%20)[Cc]overage)-:rest+'],
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
