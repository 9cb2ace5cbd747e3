import type { Migration } from '../migration.ts'

/** Services that live on under another name or another address. */
export const migrations: readonly Migration[] = [
  {
    status: 'dead',
    because: 'Code Climate was switched off in July 2025 and became Qlty',
    source: 'https://github.com/badges/shields/issues/11192',
    from: [
      'codeclimate.com/github/:owner/:repo/badges/:what',
      'codeclimate.com/github/:owner/:repo',
      'img.shields.io/codeclimate/[:what(coverage|coverage-letter|c|c-letter|coverage-percentage|maintainability|maintainability-percentage|maintainability-letter|tech-debt|issues)/][github/]:owner/:repo',
    ],
    to: 'https://qlty.sh/gh/:owner/projects/:repo/maintainability.svg',
    keep: [],
    link: 'https://qlty.sh/gh/:owner/projects/:repo',
    suggest: true,
    example: {
      from: 'https://codeclimate.com/github/tea/larder/badges/gpa.svg',
      to: 'https://qlty.sh/gh/tea/projects/larder/maintainability.svg',
    },
  },
  {
    status: 'dead',
    because: 'Code Climate was switched off in July 2025 and became Qlty',
    source: 'https://github.com/badges/shields/issues/11192',
    from: ['api.codeclimate.com/v1/badges/:id/:what(maintainability|test_coverage)'],
    suggest: true,
    example: { from: 'https://api.codeclimate.com/v1/badges/0123abcd/maintainability' },
  },
  {
    status: 'legacy',
    because: 'the badge of standard was served from a CDN that is gone',
    from: ['cdn.rawgit.com/feross/standard/master/badge', 'cdn.jsdelivr.net/gh/feross/standard@master/badge'],
    to: 'https://img.shields.io/badge/code_style-standard-brightgreen',
    keep: [],
    link: 'https://standardjs.com',
    example: {
      from: 'https://cdn.rawgit.com/feross/standard/master/badge.svg',
      to: 'https://img.shields.io/badge/code_style-standard-brightgreen',
    },
  },
  {
    status: 'dead',
    because: 'RawGit ended in October 2018',
    from: [
      'rawgit.com/:owner/:repo/:ref/:file+.:extension(svg|png)',
      'cdn.rawgit.com/:owner/:repo/:ref/:file+.:extension(svg|png)',
    ],
    to: 'https://cdn.jsdelivr.net/gh/:owner/:repo@:ref/:file.:extension',
    keep: [],
    example: {
      from: 'https://cdn.rawgit.com/tea/larder/v1.0.0/badge.png',
      to: 'https://cdn.jsdelivr.net/gh/tea/larder@v1.0.0/badge.png',
    },
  },
  {
    status: 'redirected',
    because: 'the badge programme moved to bestpractices.dev',
    source: 'https://github.com/confidential-containers/confidential-containers/pull/272',
    from: ['bestpractices.coreinfrastructure.org/:project+/badge'],
    to: 'https://www.bestpractices.dev/:project/badge',
    link: 'https://www.bestpractices.dev/:project',
    example: {
      from: 'https://bestpractices.coreinfrastructure.org/projects/42/badge',
      to: 'https://www.bestpractices.dev/projects/42/badge',
    },
  },
  {
    status: 'stale',
    because: 'api.securityscorecards.dev lags a week behind api.scorecard.dev',
    source: 'https://github.com/badges/shields/issues/12117',
    from: ['api.securityscorecards.dev/projects/github.com/:owner/:repo/badge'],
    to: 'https://api.scorecard.dev/projects/github.com/:owner/:repo/badge',
    link: 'https://scorecard.dev/viewer/?uri=github.com/:owner/:repo',
    example: {
      from: 'https://api.securityscorecards.dev/projects/github.com/tea/larder/badge',
      to: 'https://api.scorecard.dev/projects/github.com/tea/larder/badge',
    },
  },
  {
    status: 'dead',
    because: 'dcbadge left vercel.app in 2024, which answers 404',
    source: 'https://github.com/genlayerlabs/genlayer-js/pull/204',
    from: ['dcbadge.vercel.app/:path+'],
    to: 'https://dcbadge.limes.pink/:path',
    example: {
      from: 'https://dcbadge.vercel.app/api/server/larder?style=flat',
      to: 'https://dcbadge.limes.pink/api/server/larder?style=flat',
    },
  },
  {
    status: 'redirected',
    because: 'FOSSA moved to fossa.com',
    from: ['app.fossa.io/api/projects/:project.svg'],
    to: 'https://app.fossa.com/api/projects/:project.svg',
    suggest: true,
    example: {
      from: 'https://app.fossa.io/api/projects/git%2Bgithub.com%2Ftea%2Flarder.svg?type=shield',
      to: 'https://app.fossa.com/api/projects/git%2Bgithub.com%2Ftea%2Flarder.svg?type=shield',
    },
  },
  {
    status: 'redirected',
    because: 'repl.it became replit.com',
    from: ['repl.it/badge/:path+'],
    to: 'https://replit.com/badge/:path',
    example: { from: 'https://repl.it/badge/github/tea/larder', to: 'https://replit.com/badge/github/tea/larder' },
  },
  {
    status: 'redirected',
    because: 'Codacy serves its badges from app.codacy.com',
    from: ['api.codacy.com/project/badge/:path+'],
    to: 'https://app.codacy.com/project/badge/:path',
    suggest: true,
    example: {
      from: 'https://api.codacy.com/project/badge/Grade/5821a0',
      to: 'https://app.codacy.com/project/badge/Grade/5821a0',
    },
  },
  {
    status: 'redirected',
    because: 'Read the Docs serves its badges from app.readthedocs.org',
    from: ['readthedocs.org/projects/:project/badge'],
    to: 'https://app.readthedocs.org/projects/:project/badge/',
    suggest: true,
    example: {
      from: 'https://readthedocs.org/projects/larder/badge/?version=latest',
      to: 'https://app.readthedocs.org/projects/larder/badge/?version=latest',
    },
  },
  {
    status: 'legacy',
    because: 'Codecov documents a shorter address',
    from: [
      'codecov.io/github/:owner/:repo/coverage.svg',
      'codecov.io/github/:owner/:repo/[branch/:branch+/]:what(graph|graphs)/badge.svg',
    ],
    to: 'https://codecov.io/gh/:owner/:repo[/branch/:branch]/graph/badge.svg',
    link: 'https://codecov.io/gh/:owner/:repo',
    example: {
      from: 'https://codecov.io/github/tea/larder/coverage.svg?branch=main',
      to: 'https://codecov.io/gh/tea/larder/graph/badge.svg?branch=main',
    },
  },
  {
    status: 'legacy',
    because: 'Coveralls documents an address that names the forge',
    from: ['coveralls.io/repos/:owner/:repo/badge'],
    to: 'https://coveralls.io/repos/github/:owner/:repo/badge.svg',
    example: {
      from: 'https://coveralls.io/repos/tea/larder/badge.svg?branch=main',
      to: 'https://coveralls.io/repos/github/tea/larder/badge.svg?branch=main',
    },
  },
  {
    status: 'legacy',
    because: 'Gitter moved to Matrix',
    source: 'https://github.com/badges/shields/issues/9714',
    from: ['badges.gitter.im/:owner/:repo'],
    to: 'https://img.shields.io/gitter/room/:owner/:repo',
    keep: [],
    suggest: true,
    example: { from: 'https://badges.gitter.im/tea/larder.svg', to: 'https://img.shields.io/gitter/room/tea/larder' },
  },
  {
    status: 'legacy',
    because: 'Gitter moved to Matrix',
    source: 'https://github.com/badges/shields/issues/9714',
    // `Join Chat.svg` names no room, nor does that of a whole community name one that shields knows.
    from: ['badges.gitter.im/:name'],
    to: 'https://img.shields.io/badge/gitter-join%20chat-1dce73',
    keep: [],
    suggest: true,
    example: {
      from: 'https://badges.gitter.im/Join%20Chat.svg',
      to: 'https://img.shields.io/badge/gitter-join%20chat-1dce73',
    },
  },
]
