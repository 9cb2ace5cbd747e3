import type { Badge } from '../badge.ts'

/** Places to talk, to follow and to give. Addresses as they were documented on 2026-11-22. */
export const badges: readonly Badge[] = [
  {
    name: 'discord',
    kind: 'chat',
    title: 'Discord chat',
    images: [
      'img.shields.io/discord/:server',
      'badgen.net/discord/:what(members|online-members)/:server',
      'discord.com/api/guilds/:server/widget.png',
      'discordapp.com/api/guilds/:server/widget.png',
      'dcbadge.limes.pink/api/server/:server',
      'dcbadge.vercel.app/api/server/:server',
    ],
  },
  {
    name: 'gitter',
    kind: 'chat',
    title: 'Gitter chat',
    images: [
      'badges.gitter.im/:rest+',
      // A room keeps its name where the repository gets another.
      'img.shields.io/gitter/room/:rest+',
    ],
  },
  { name: 'discourse', kind: 'chat', title: 'Forum', images: ['img.shields.io/discourse/:rest+'] },
  { name: 'matrix', kind: 'chat', title: 'Matrix chat', images: ['img.shields.io/matrix/:room'] },
  {
    name: 'zulip',
    kind: 'chat',
    title: 'Zulip chat',
    images: ['img.shields.io/badge/zulip-:rest+', 'img.shields.io/badge/Zulip-:rest+'],
  },
  {
    name: 'slack',
    kind: 'chat',
    title: 'Slack chat',
    images: ['img.shields.io/badge/slack-:rest+', 'img.shields.io/badge/Slack-:rest+'],
  },
  {
    name: 'mastodon',
    kind: 'social',
    title: 'Follow on Mastodon',
    images: ['img.shields.io/mastodon/follow/:id', 'badgen.net/mastodon/follow/:id'],
  },
  {
    name: 'bluesky',
    kind: 'social',
    title: 'Follow on Bluesky',
    images: ['img.shields.io/bluesky/followers/:handle'],
    link: 'https://bsky.app/profile/:handle',
  },
  {
    name: 'twitter',
    kind: 'social',
    title: 'Follow on X',
    images: ['img.shields.io/twitter/follow/:user'],
  },
  { name: 'twitter-share', kind: 'social', title: 'Share on X', images: ['img.shields.io/twitter/url[/:rest+]'] },
  {
    name: 'reddit',
    kind: 'social',
    title: 'Reddit',
    images: ['img.shields.io/reddit/subreddit-subscribers/:subreddit'],
    link: 'https://www.reddit.com/r/:subreddit',
  },
  { name: 'youtube', kind: 'social', title: 'YouTube', images: ['img.shields.io/youtube/:rest+'] },
  {
    name: 'open-collective',
    kind: 'funding',
    title: 'Open Collective',
    images: [
      'opencollective.com/:collective/:what(backers|sponsors|all|total)/badge.svg',
      'opencollective.com/:collective/tiers/:tier/badge.svg',
      'img.shields.io/opencollective/:what(all|backers|sponsors)/:collective',
    ],
    link: 'https://opencollective.com/:collective',
  },
  {
    name: 'liberapay',
    kind: 'funding',
    title: 'Liberapay',
    images: [
      'img.shields.io/liberapay/:what(patrons|receives|gives|goal)/:account',
      'badgen.net/liberapay/:what(patrons|receives|gives)/:account',
    ],
    link: 'https://liberapay.com/:account',
  },
  {
    name: 'patreon',
    kind: 'funding',
    title: 'Patreon',
    images: [
      'img.shields.io/badge/patreon-:rest+',
      'img.shields.io/badge/Patreon-:rest+',
      'img.shields.io/patreon/:rest+',
    ],
  },
  {
    name: 'codetriage',
    kind: 'contributors',
    title: 'Open source helpers',
    images: ['codetriage.com/:owner/:repo/badges/users'],
    link: 'https://www.codetriage.com/:owner/:repo',
  },
  {
    name: 'doi',
    kind: 'documentation',
    title: 'DOI',
    images: ['zenodo.org/badge/:id+', 'joss.theoj.org/papers/:id+/status'],
  },
  { name: 'repostatus', kind: 'activity', title: 'Project status', images: ['repostatus.org/badges/:version/:status'] },
]
