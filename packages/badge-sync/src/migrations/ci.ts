import type { Migration } from '../migration.ts'

const shieldsNine = 'https://github.com/badges/shields/issues/9171'
const workflow = 'https://github.com/:owner/:repo/actions/workflows/:workflow/badge.svg'
const runs = 'https://github.com/:owner/:repo/actions/workflows/:workflow'

/** Services that build and test. `:workflow` is the project's own workflow that does it now. */
export const migrations: readonly Migration[] = [
  {
    status: 'dead',
    because: 'travis-ci.org was shut down in June 2021',
    source: shieldsNine,
    from: ['travis-ci.org/:owner/:repo', 'secure.travis-ci.org/:owner/:repo', 'api.travis-ci.org/:owner/:repo'],
    to: workflow,
    keep: ['branch'],
    link: runs,
    example: {
      from: 'https://secure.travis-ci.org/tea/larder.png?branch=main',
      to: 'https://github.com/tea/larder/actions/workflows/ci.yml/badge.svg?branch=main',
      parts: { workflow: 'ci.yml' },
    },
  },
  {
    status: 'retired',
    because: 'shields retired its badges of travis-ci.org in June 2023',
    source: shieldsNine,
    from: ['img.shields.io/travis/:owner/:repo[/:branch+]'],
    except: ['img.shields.io/travis/:other(com|php-v)/:rest+'],
    to: workflow,
    keep: ['branch'],
    set: { branch: ':branch' },
    link: runs,
    example: {
      from: 'https://img.shields.io/travis/tea/larder/main.svg',
      to: 'https://github.com/tea/larder/actions/workflows/ci.yml/badge.svg?branch=main',
      parts: { workflow: 'ci.yml' },
    },
  },
  {
    status: 'redirected',
    because: 'the images of travis-ci.com moved to app.travis-ci.com',
    source: 'https://github.com/maxbechtold/golden-master/issues/23',
    from: ['travis-ci.com/:owner/:repo', 'secure.travis-ci.com/:owner/:repo'],
    to: 'https://app.travis-ci.com/:owner/:repo.svg',
    link: 'https://app.travis-ci.com/github/:owner/:repo',
    example: {
      from: 'https://travis-ci.com/tea/larder.svg?branch=main',
      to: 'https://app.travis-ci.com/tea/larder.svg?branch=main',
    },
  },
  {
    status: 'retired',
    because: 'shields retired this route in December 2022; the new one names the file of the workflow',
    source: 'https://github.com/badges/shields/issues/8671',
    from: ['img.shields.io/github/workflow/status/:owner/:repo/:name[/:branch+]'],
    to: 'https://img.shields.io/github/actions/workflow/status/:owner/:repo/:workflow',
    set: { branch: ':branch' },
    link: runs,
    example: {
      from: 'https://img.shields.io/github/workflow/status/tea/larder/CI/main?style=flat-square',
      to: 'https://img.shields.io/github/actions/workflow/status/tea/larder/ci.yml?style=flat-square&branch=main',
      parts: { workflow: 'ci.yml' },
    },
  },
  {
    status: 'stale',
    because: 'this address names the workflow by its title and is no longer documented; the new one names its file',
    source: 'https://docs.github.com/actions/how-tos/monitor-workflows/add-a-status-badge',
    from: ['github.com/:owner/:repo/workflows/:name+/badge.svg'],
    to: workflow,
    keep: ['branch', 'event'],
    link: runs,
    example: {
      from: 'https://github.com/tea/larder/workflows/Node%20CI/badge.svg?branch=main',
      to: 'https://github.com/tea/larder/actions/workflows/ci.yml/badge.svg?branch=main',
      parts: { workflow: 'ci.yml' },
    },
  },
  {
    status: 'legacy',
    because: 'GitHub has a badge of its own for each workflow',
    from: ['badgen.net/github/checks/:owner/:repo[/:branch]'],
    to: workflow,
    keep: [],
    set: { branch: ':branch' },
    link: runs,
    suggest: true,
    example: {
      from: 'https://badgen.net/github/checks/tea/larder/main',
      to: 'https://github.com/tea/larder/actions/workflows/ci.yml/badge.svg?branch=main',
      parts: { workflow: 'ci.yml' },
    },
  },
  {
    status: 'redirected',
    because: 'shields renamed this route',
    from: ['img.shields.io/circleci/project/[:vcs(github|gh|bitbucket|bb)/]:owner/:repo[/:branch+]'],
    to: 'https://img.shields.io/circleci/build/:vcs/:owner/:repo[/:branch]',
    defaults: { vcs: 'gh' },
    example: {
      from: 'https://img.shields.io/circleci/project/github/tea/larder/main.svg',
      to: 'https://img.shields.io/circleci/build/github/tea/larder/main',
    },
  },
  {
    status: 'retired',
    because: 'shields renamed this route; the token is a parameter now',
    from: ['img.shields.io/circleci/token/:token/project/[:vcs(github|bitbucket)/]:owner/:repo[/:branch+]'],
    to: 'https://img.shields.io/circleci/build/:vcs/:owner/:repo[/:branch]',
    set: { token: ':token' },
    defaults: { vcs: 'github' },
    example: {
      from: 'https://img.shields.io/circleci/token/T/project/github/tea/larder/main',
      to: 'https://img.shields.io/circleci/build/github/tea/larder/main?token=T',
    },
  },
  {
    status: 'legacy',
    because: 'CircleCI serves its badges from dl.circleci.com',
    from: ['circleci.com/:vcs(gh|bb)/:owner/:repo/tree/:branch+.svg'],
    to: 'https://dl.circleci.com/status-badge/img/:vcs/:owner/:repo/tree/:branch.svg',
    link: 'https://dl.circleci.com/status-badge/redirect/:vcs/:owner/:repo/tree/:branch',
    suggest: true,
    example: {
      from: 'https://circleci.com/gh/tea/larder/tree/main.svg?style=svg',
      to: 'https://dl.circleci.com/status-badge/img/gh/tea/larder/tree/main.svg?style=svg',
    },
  },
  {
    status: 'redirected',
    because: 'shields renamed this route',
    from: ['img.shields.io/appveyor/ci/:owner/:repo[/:branch+]'],
    to: 'https://img.shields.io/appveyor/build/:owner/:repo[/:branch]',
    example: {
      from: 'https://img.shields.io/appveyor/ci/tea/larder.svg?label=windows',
      to: 'https://img.shields.io/appveyor/build/tea/larder?label=windows',
    },
  },
  {
    status: 'redirected',
    because: 'shields renamed this route',
    from: ['img.shields.io/vso/build/:org/:project/:definition[/:branch+]'],
    to: 'https://img.shields.io/azure-devops/build/:org/:project/:definition[/:branch]',
    example: {
      from: 'https://img.shields.io/vso/build/tea/larder/7/main.svg',
      to: 'https://img.shields.io/azure-devops/build/tea/larder/7/main',
    },
  },
  {
    status: 'retired',
    because: 'shields renamed this route',
    from: ['img.shields.io/vso/release/:org/:project/:definition/:environment'],
    to: 'https://img.shields.io/azure-devops/release/:org/:project/:definition/:environment',
    example: {
      from: 'https://img.shields.io/vso/release/tea/larder/7/1.svg',
      to: 'https://img.shields.io/azure-devops/release/tea/larder/7/1',
    },
  },
  {
    status: 'redirected',
    because: 'Azure DevOps moved to dev.azure.com',
    from: [':org.visualstudio.com/:project/_apis/build/status/:definition'],
    to: 'https://dev.azure.com/:org/:project/_apis/build/status/:definition',
    example: {
      from: 'https://tea.visualstudio.com/Larder/_apis/build/status/CI?branchName=main',
      to: 'https://dev.azure.com/tea/Larder/_apis/build/status/CI?branchName=main',
    },
  },
  {
    status: 'redirected',
    because: 'shields takes the job as a parameter now',
    from: ['img.shields.io/:service(jenkins|jenkins-ci)/:what(s|build)/:scheme(https|http)/:job+'],
    to: 'https://img.shields.io/jenkins/build',
    set: { jobUrl: ':scheme://:job' },
    example: {
      from: 'https://img.shields.io/jenkins/s/https/ci.larder.town/job/tea.svg',
      to: 'https://img.shields.io/jenkins/build?jobUrl=https%3A%2F%2Fci.larder.town%2Fjob%2Ftea',
    },
  },
  {
    status: 'retired',
    because: 'shields takes the job as a parameter now',
    from: ['img.shields.io/jenkins/:what(t|tests)/:scheme(https|http)/:job+'],
    to: 'https://img.shields.io/jenkins/tests',
    set: { jobUrl: ':scheme://:job' },
    example: {
      from: 'https://img.shields.io/jenkins/t/https/ci.larder.town/job/tea.svg',
      to: 'https://img.shields.io/jenkins/tests?jobUrl=https%3A%2F%2Fci.larder.town%2Fjob%2Ftea',
    },
  },
  {
    status: 'retired',
    because: 'shields takes the job as a parameter now',
    from: [
      'img.shields.io/jenkins/:what(j|c)/:scheme(https|http)/:job+',
      'img.shields.io/jenkins/coverage/:what(jacoco|cobertura|api)/:scheme(https|http)/:job+',
    ],
    to: 'https://img.shields.io/jenkins/coverage',
    set: { jobUrl: ':scheme://:job' },
    example: {
      from: 'https://img.shields.io/jenkins/j/https/ci.larder.town/job/tea.svg',
      to: 'https://img.shields.io/jenkins/coverage?jobUrl=https%3A%2F%2Fci.larder.town%2Fjob%2Ftea',
    },
  },
  {
    status: 'retired',
    because: 'shields takes the server as a parameter now',
    from: ['img.shields.io/teamcity/codebetter/:id'],
    to: 'https://img.shields.io/teamcity/build/s/:id',
    set: { server: 'https://teamcity.jetbrains.com' },
    example: {
      from: 'https://img.shields.io/teamcity/codebetter/bt428.svg',
      to: 'https://img.shields.io/teamcity/build/s/bt428?server=https%3A%2F%2Fteamcity.jetbrains.com',
    },
  },
  {
    status: 'redirected',
    because: 'shields takes the server as a parameter now',
    from: ['img.shields.io/teamcity/:scheme(https|http)/:server+/:what(s|e)/:id'],
    to: 'https://img.shields.io/teamcity/build/:what/:id',
    set: { server: ':scheme://:server' },
    example: {
      from: 'https://img.shields.io/teamcity/https/ci.larder.town/s/bt428.svg',
      to: 'https://img.shields.io/teamcity/build/s/bt428?server=https%3A%2F%2Fci.larder.town',
    },
  },
]
