import type { Badge } from '../badge.ts'

/** Coverage, quality and security. Addresses as they were documented on 2026-11-22. */
export const badges: readonly Badge[] = [
  {
    name: 'codecov',
    kind: 'coverage',
    title: 'Code coverage',
    images: [
      'codecov.io/:vcs(gh|github)/:owner/:repo[/branch/:branch+]/graph/badge.svg',
      'codecov.io/:vcs(gh|github)/:owner/:repo/:rest+',
      'codecov.io/:vcs(gh|github)/:owner/:repo',
      'img.shields.io/codecov/c/:vcs(gh|github)/:owner/:repo[/:branch+]',
      'badgen.net/codecov/c/github/:owner/:repo[/:branch]',
    ],
    link: 'https://codecov.io/gh/:owner/:repo',
  },
  {
    name: 'coveralls',
    kind: 'coverage',
    title: 'Coverage status',
    images: [
      'coveralls.io/repos/github/:owner/:repo/badge',
      'coveralls.io/repos/:owner/:repo/badge',
      'img.shields.io/coverallsCoverage/github/:owner/:repo',
      'img.shields.io/coveralls/[github/]:owner/:repo[/:branch+]',
    ],
    link: 'https://coveralls.io/github/:owner/:repo',
  },
  {
    name: 'codacy',
    kind: 'quality',
    title: 'Codacy grade',
    images: [
      'app.codacy.com/project/badge/:what/:id',
      'api.codacy.com/project/badge/:what/:id',
      'img.shields.io/codacy/:rest+',
    ],
  },
  {
    name: 'code-climate',
    kind: 'quality',
    title: 'Maintainability',
    images: [
      'codeclimate.com/github/:owner/:repo/badges/:what',
      'api.codeclimate.com/v1/badges/:id/:what',
      'qlty.sh/gh/:owner/projects/:repo/:what',
    ],
  },
  {
    name: 'sonar',
    kind: 'quality',
    title: 'SonarCloud status',
    images: ['sonarcloud.io/api/project_badges/:what', 'img.shields.io/sonar/:rest+'],
  },
  {
    name: 'scorecard',
    kind: 'security',
    title: 'OpenSSF Scorecard',
    images: [
      'api.scorecard.dev/projects/github.com/:owner/:repo/badge',
      'api.securityscorecards.dev/projects/github.com/:owner/:repo/badge',
      'img.shields.io/ossf-scorecard/github.com/:owner/:repo',
    ],
    link: 'https://scorecard.dev/viewer/?uri=github.com/:owner/:repo',
  },
  {
    name: 'best-practices',
    kind: 'security',
    title: 'OpenSSF Best Practices',
    images: ['bestpractices.dev/projects/:id/badge', 'bestpractices.coreinfrastructure.org/projects/:id/badge'],
    link: 'https://www.bestpractices.dev/projects/:id',
  },
  {
    name: 'fossa',
    kind: 'license',
    title: 'FOSSA status',
    images: ['app.fossa.com/api/projects/:id', 'app.fossa.io/api/projects/:id'],
  },
  {
    name: 'snyk',
    kind: 'security',
    title: 'Known vulnerabilities',
    images: ['snyk.io/test/:rest+/badge.svg', 'img.shields.io/snyk/:rest+'],
  },
  {
    name: 'scrutinizer',
    kind: 'quality',
    title: 'Scrutinizer score',
    images: ['scrutinizer-ci.com/g/:owner/:repo/badges/:rest+', 'img.shields.io/scrutinizer/:rest+'],
    link: 'https://scrutinizer-ci.com/g/:owner/:repo',
  },
]
