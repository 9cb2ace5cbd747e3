import type { Badge } from '../badge.ts'

/** Services that build and test, beside GitHub Actions. Addresses as they were documented on 2026-11-22. */
export const badges: readonly Badge[] = [
  {
    name: 'travis',
    kind: 'ci',
    title: 'Build status',
    images: [
      'travis-ci.org/:owner/:repo',
      'secure.travis-ci.org/:owner/:repo',
      'travis-ci.com/:owner/:repo',
      'app.travis-ci.com/:owner/:repo',
      'api.travis-ci.com/:owner/:repo',
      'img.shields.io/travis/[com/]:owner/:repo[/:branch+]',
    ],
  },
  {
    name: 'circleci',
    kind: 'ci',
    title: 'Build status',
    images: [
      'circleci.com/:vcs(gh|bb)/:owner/:repo[/tree/:branch+]',
      'dl.circleci.com/status-badge/img/:vcs(gh|bb)/:owner/:repo/tree/:branch+',
      'img.shields.io/circleci/build/:vcs(gh|github|bb|bitbucket)/:owner/:repo[/:branch+]',
      'img.shields.io/circleci/project/[:vcs(gh|github|bb|bitbucket)/]:owner/:repo[/:branch+]',
    ],
  },
  {
    name: 'appveyor',
    kind: 'ci',
    title: 'Build status',
    images: [
      'ci.appveyor.com/api/projects/status/:rest+',
      'img.shields.io/appveyor/:what(build|ci|tests)/:account/:project[/:branch+]',
    ],
  },
  {
    name: 'azure-pipelines',
    kind: 'ci',
    title: 'Build status',
    images: ['dev.azure.com/:org/:project/_apis/build/status/:definition+', 'img.shields.io/azure-devops/:rest+'],
  },
  {
    name: 'gitlab-pipeline',
    kind: 'ci',
    title: 'Pipeline status',
    images: [
      'gitlab.com/:group+/badges/:branch/pipeline.svg',
      'img.shields.io/gitlab/:what(pipeline-status|pipeline)/:rest+',
    ],
  },
  {
    name: 'drone',
    kind: 'ci',
    title: 'Build status',
    images: ['img.shields.io/drone/build/:owner/:repo[/:branch+]'],
  },
  {
    name: 'cirrus',
    kind: 'ci',
    title: 'Build status',
    images: ['api.cirrus-ci.com/github/:owner/:repo'],
    link: 'https://cirrus-ci.com/github/:owner/:repo',
  },
  {
    name: 'buildkite',
    kind: 'ci',
    title: 'Build status',
    images: ['badge.buildkite.com/:id', 'img.shields.io/buildkite/:rest+'],
  },
  {
    name: 'netlify',
    kind: 'ci',
    title: 'Netlify status',
    images: ['api.netlify.com/api/v1/badges/:id/deploy-status', 'img.shields.io/netlify/:id'],
  },
  { name: 'jenkins', kind: 'ci', title: 'Build status', images: ['img.shields.io/jenkins/:rest+'] },
]
