import type { Migration } from '../migration.ts'

/** Pages behind badges that moved. */
export const migrations: readonly Migration[] = [
  {
    status: 'dead',
    because: 'travis-ci.org was shut down in June 2021',
    source: 'https://github.com/badges/shields/issues/9171',
    from: ['travis-ci.org/:owner/:repo[/:rest+]', 'secure.travis-ci.org/:owner/:repo[/:rest+]'],
    to: 'https://github.com/:owner/:repo/actions/workflows/:workflow',
    keep: [],
    example: {
      from: 'https://travis-ci.org/tea/larder',
      to: 'https://github.com/tea/larder/actions/workflows/ci.yml',
      parts: { workflow: 'ci.yml' },
    },
  },
  {
    status: 'redirected',
    because: 'npmjs.org became npmjs.com',
    // Whatever else has several segments leads nowhere, by any name.
    from: ['npmjs.org/package/:npm((?:@[^/]+/)?[^/]+?)'],
    to: 'https://www.npmjs.com/package/:npm',
    example: {
      from: 'https://www.npmjs.org/package/@tea/larder',
      to: 'https://www.npmjs.com/package/@tea/larder',
    },
  },
  {
    status: 'redirected',
    because: 'npm.im only leads on to npmjs.com',
    from: ['npm.im/:npm((?:@[^/]+/)?[^/]+?)'],
    to: 'https://www.npmjs.com/package/:npm',
    example: { from: 'https://npm.im/larder', to: 'https://www.npmjs.com/package/larder' },
  },
  {
    status: 'redirected',
    because: 'PyPI moved to pypi.org/project',
    from: ['pypi.python.org/pypi/:pypi[/:version]', 'pypi.org/pypi/:pypi[/:version]'],
    to: 'https://pypi.org/project/:pypi/',
    keep: [],
    example: { from: 'https://pypi.python.org/pypi/larder/1.0', to: 'https://pypi.org/project/larder/' },
  },
  {
    status: 'redirected',
    because: 'search.maven.org became central.sonatype.com',
    from: ['search.maven.org/artifact/:group/:artifact[/:rest+]'],
    to: 'https://central.sonatype.com/artifact/:group/:artifact',
    keep: [],
    example: {
      from: 'https://search.maven.org/artifact/town.larder/larder/1.0/jar',
      to: 'https://central.sonatype.com/artifact/town.larder/larder',
    },
  },
  {
    status: 'redirected',
    because: 'godoc.org became pkg.go.dev',
    from: ['godoc.org/:module+'],
    to: 'https://pkg.go.dev/:module',
    keep: [],
    example: { from: 'https://godoc.org/github.com/tea/larder', to: 'https://pkg.go.dev/github.com/tea/larder' },
  },
  {
    status: 'redirected',
    because: 'the badge programme moved to bestpractices.dev',
    from: ['bestpractices.coreinfrastructure.org/[:language(en)/]projects/:id'],
    to: 'https://www.bestpractices.dev/projects/:id',
    example: {
      from: 'https://bestpractices.coreinfrastructure.org/projects/42',
      to: 'https://www.bestpractices.dev/projects/42',
    },
  },
  {
    status: 'redirected',
    because: 'the packagephobia site has a domain of its own',
    from: ['packagephobia.now.sh/result'],
    to: 'https://packagephobia.com/result',
    example: { from: 'https://packagephobia.now.sh/result?p=larder', to: 'https://packagephobia.com/result?p=larder' },
  },
  {
    status: 'redirected',
    because: 'OpenSSF Scorecard moved to scorecard.dev',
    source: 'https://github.com/badges/shields/issues/12117',
    from: ['api.securityscorecards.dev/projects/github.com/:owner/:repo'],
    to: 'https://scorecard.dev/viewer/?uri=github.com/:owner/:repo',
    keep: [],
    example: {
      from: 'https://api.securityscorecards.dev/projects/github.com/tea/larder',
      to: 'https://scorecard.dev/viewer/?uri=github.com/tea/larder',
    },
  },
  {
    status: 'redirected',
    because: 'OpenSSF Scorecard moved to scorecard.dev',
    source: 'https://github.com/badges/shields/issues/12117',
    from: ['securityscorecards.dev/viewer'],
    to: 'https://scorecard.dev/viewer/',
    example: {
      from: 'https://securityscorecards.dev/viewer/?uri=github.com/tea/larder',
      to: 'https://scorecard.dev/viewer/?uri=github.com/tea/larder',
    },
  },
]
