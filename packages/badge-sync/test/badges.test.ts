import { expect, test } from 'vitest'
import { badges } from '../src/badges.generated.ts'
import { recognise } from '../src/badges.ts'

test('a hundred badges are known, each by a name of its own', () => {
  expect(new Set(badges.map(({ name }) => name)).size).toBe(badges.length)
  expect(badges.length).toBeGreaterThan(100)
})

test.each<[string, string, Record<string, string>]>([
  [
    'https://github.com/tea/larder/actions/workflows/ci.yml/badge.svg?branch=main',
    'github-workflow',
    { workflow: 'ci.yml' },
  ],
  [
    'https://github.com/tea/larder/actions/workflows/github-code-scanning/codeql/badge.svg',
    'github-code-scanning',
    { tool: 'codeql' },
  ],
  ['https://img.shields.io/github/actions/workflow/status/tea/larder/ci.yml', 'github-workflow', { owner: 'tea' }],
  ['https://github.com/tea/larder/workflows/Node%20CI/badge.svg', 'github-workflow-title', { title: 'Node%20CI' }],
  ['https://img.shields.io/npm/v/@tea/larder.svg', 'npm-version', { npm: '@tea/larder' }],
  ['https://img.shields.io/npm/v/@tea/larder/next', 'npm-version', { npm: '@tea/larder', tag: 'next' }],
  ['https://img.shields.io/npm/v/%40tea%2Flarder', 'npm-version', { npm: '@tea/larder' }],
  ['https://img.shields.io/npm/v/%40tea/larder.svg', 'npm-version', { npm: '@tea/larder' }],
  ['https://img.shields.io/npm/v/%40tea/larder/next', 'npm-version', { npm: '@tea/larder', tag: 'next' }],
  ['https://flat.badgen.net/npm/v/larder', 'npm-version', { npm: 'larder' }],
  ['https://badge.fury.io/js/larder.svg', 'npm-version', { npm: 'larder' }],
  ['http://img.shields.io/npm/dm/lodash.merge.svg?style=flat', 'npm-downloads', { npm: 'lodash.merge' }],
  ['https://img.shields.io/node/v/larder.svg', 'node-version', { npm: 'larder' }],
  ['https://img.shields.io/pypi/v/larder.svg', 'pypi-version', { pypi: 'larder' }],
  ['https://img.shields.io/pypi/pyversions/larder', 'pypi-python', { pypi: 'larder' }],
  ['https://static.pepy.tech/badge/larder/month', 'pypi-downloads', { pypi: 'larder' }],
  ['https://readthedocs.org/projects/larder/badge/?version=latest', 'readthedocs', { docs: 'larder' }],
  ['https://img.shields.io/crates/v/larder.svg', 'crates-version', { crate: 'larder' }],
  ['https://docs.rs/larder/badge.svg', 'docs-rs', { crate: 'larder' }],
  ['https://pkg.go.dev/badge/github.com/tea/larder.svg', 'go-reference', { module: 'github.com/tea/larder' }],
  ['https://goreportcard.com/badge/github.com/tea/larder', 'go-report-card', { module: 'github.com/tea/larder' }],
  ['https://poser.pugx.org/tea/larder/v/stable.svg', 'packagist-version', { vendor: 'tea', package: 'larder' }],
  ['https://img.shields.io/packagist/dt/tea/larder', 'packagist-downloads', { vendor: 'tea' }],
  ['https://img.shields.io/gem/v/larder.svg', 'gem-version', { gem: 'larder' }],
  ['https://img.shields.io/nuget/v/Tea.Larder.svg', 'nuget-version', { nuget: 'Tea.Larder' }],
  ['https://img.shields.io/maven-central/v/town.larder/larder', 'maven-central', { artifact: 'larder' }],
  ['https://img.shields.io/hexpm/v/larder.svg', 'hex', { hex: 'larder' }],
  ['https://jsr.io/badges/@tea/larder', 'jsr', { jsr: '@tea/larder' }],
  ['https://img.shields.io/docker/pulls/tea/larder', 'docker-pulls', { image: 'tea', name: 'larder' }],
  ['https://img.shields.io/docker/v/tea/larder?sort=semver', 'docker-version', { image: 'tea', name: 'larder' }],
  ['https://img.shields.io/docker/image-size/tea/larder/latest', 'docker-size', { tag: 'latest' }],
  ['https://img.shields.io/github/issues-closed/tea/larder.svg', 'github-issues-closed', { repo: 'larder' }],
  ['https://img.shields.io/github/issues/tea/larder/bug', 'github-issues', { label: 'bug' }],
  ['https://img.shields.io/github/issues-pr-closed/tea/larder', 'github-pull-requests-closed', {}],
  ['https://img.shields.io/github/repo-size/tea/larder', 'github-size', {}],
  ['https://img.shields.io/github/workflow/status/tea/larder/CI/main', 'github-workflow-title', { branch: 'main' }],
  ['https://badge.fury.io/gh/tea%2Flarder.svg', 'github-release', { owner: 'tea', repo: 'larder' }],
  ['https://img.shields.io/hexpm/dt/larder', 'hex-downloads', { hex: 'larder' }],
  ['https://img.shields.io/pub/points/larder', 'pub-points', { pub: 'larder' }],
  ['https://img.shields.io/conda/dn/conda-forge/larder', 'conda-downloads', { conda: 'larder' }],
  ['https://anaconda.org/conda-forge/larder/badges/version.svg', 'conda', { channel: 'conda-forge' }],
  ['https://cranlogs.r-pkg.org/badges/grand-total/larder', 'cran-downloads', { cran: 'larder' }],
  ['https://www.r-pkg.org/badges/version/larder', 'cran', { cran: 'larder' }],
  ['https://img.shields.io/hackage/v/larder.svg?style=flat', 'hackage', { hackage: 'larder' }],
  ['https://badgen.net/opam/v/larder', 'opam', { opam: 'larder' }],
  ['https://img.shields.io/opam/v/larder.svg', 'opam', { opam: 'larder' }],
  ['https://img.shields.io/cpan/v/Tea-Larder', 'cpan', { cpan: 'Tea-Larder' }],
  ['https://img.shields.io/luarocks/v/tea/larder', 'luarocks', { user: 'tea', rock: 'larder' }],
  ['https://juliahub.com/docs/General/Larder/stable/version.svg', 'julia', { julia: 'Larder', version: 'stable' }],
  ['https://img.shields.io/elm-package/v/tea/larder.svg', 'elm', { elm: 'tea/larder' }],
  ['https://vsmarketplacebadge.apphb.com/rating-short/tea.larder.svg', 'vscode-marketplace-rating', {}],
  ['https://badgen.net/vs-marketplace/i/tea.larder', 'vscode-marketplace-downloads', { extension: 'tea.larder' }],
  ['https://jsr.io/badges/@tea/larder/score', 'jsr-score', { jsr: '@tea/larder' }],
  ['https://jsr.io/badges/@tea', 'jsr-scope', { scope: '@tea' }],
  ['https://godoc.org/github.com/tea/larder?status.svg', 'go-reference', { module: 'github.com/tea/larder' }],
  ['https://javadoc.io/badge2/town.larder/larder/javadoc.svg', 'javadoc', { artifact: 'larder' }],
  ['https://scrutinizer-ci.com/g/tea/larder/badges/coverage.png?b=main', 'scrutinizer-coverage', { repo: 'larder' }],
  ['https://api.codeclimate.com/v1/badges/0a1b/test_coverage', 'code-climate-coverage', { id: '0a1b' }],
  ['https://app.codacy.com/project/badge/Coverage/0a1b', 'codacy-coverage', {}],
  ['https://gitlab.com/tea/larder/badges/main/coverage.svg', 'gitlab-coverage', { branch: 'main' }],
  ['https://img.shields.io/twitter/url?style=social', 'twitter-share', {}],
  ['https://img.shields.io/badge/docs.rs-larder-66c2a5?style=flat-square', 'documentation-link', {}],
  ['https://img.shields.io/badge/Docs-RTD-black', 'documentation-link', {}],
  ['https://img.shields.io/badge/API%20reference-online-blue', 'documentation-link', {}],
  ['https://img.shields.io/badge/Discord-join-5865F2', 'chat-link', {}],
  ['https://img.shields.io/badge/matrix-%23larder-blue', 'chat-link', {}],
  ['https://img.shields.io/badge/coverage-97%25-green', 'coverage-text', {}],
  ['https://codecov.io/gh/tea/larder/branch/main/graph/badge.svg?token=T', 'codecov', { branch: 'main' }],
  ['https://codecov.io/gh/tea/larder/graph/badge.svg', 'codecov', { owner: 'tea', repo: 'larder' }],
  ['https://codecov.io/github/tea/larder/coverage.svg?branch=main', 'codecov', { repo: 'larder' }],
  ['https://coveralls.io/repos/github/tea/larder/badge.svg?branch=main', 'coveralls', { owner: 'tea' }],
  ['https://api.scorecard.dev/projects/github.com/tea/larder/badge', 'scorecard', { owner: 'tea' }],
  ['https://www.bestpractices.dev/projects/42/badge', 'best-practices', { id: '42' }],
  ['https://travis-ci.org/tea/larder.svg?branch=main', 'travis', { owner: 'tea', repo: 'larder' }],
  ['https://circleci.com/gh/tea/larder/tree/main.svg?style=svg', 'circleci', { branch: 'main' }],
  ['https://ci.appveyor.com/api/projects/status/abc/branch/main?svg=true', 'appveyor', {}],
  ['https://img.shields.io/discord/123.svg?logo=discord', 'discord', { server: '123' }],
  ['https://opencollective.com/larder/backers/badge.svg', 'open-collective', { collective: 'larder' }],
  ['https://img.shields.io/badge/license-Apache--2.0-blue.svg', 'license', { license: 'Apache--2.0' }],
  ['https://img.shields.io/badge/version-1.2.3-blue', 'version', { version: '1.2.3' }],
  ['https://img.shields.io/badge/code%20style-black-000000.svg', 'code-style', {}],
  ['https://img.shields.io/badge/a-b-blue', 'static', {}],
  ['https://img.shields.io/endpoint?url=https://example.com', 'dynamic', {}],
])('%s is %s', (url, name, parts) => {
  const found = recognise(new URL(url))
  expect(found?.badge.name).toBe(name)
  expect(found?.parts).toMatchObject(parts)
})

test.each([
  'https://example.com/badge.svg',
  'https://github.com/tea/larder/raw/main/badge.svg',
  'https://img.shields.io/',
  'https://opencollective.com/larder/sponsor/0/avatar.svg',
])('%s is no badge', (url) => {
  expect(recognise(new URL(url))).toBeUndefined()
})

test.each(badges.flatMap(({ name, images }) => images.map((image) => [image, name] as const)))(
  'an address made from %s is recognised',
  (image, name) => {
    const plain = image
      .replaceAll(/\[[^\]]*\](?![\w^])/g, '')
      .replaceAll(/:\w+\(@\[\^\/\]\+.*?\)(?=\/|$|\[)/g, 'larder')
    // Patterns with expressions in them have their examples above.
    if (/[()[\]]/.test(plain)) return
    const found = recognise(new URL(`https://${plain.replaceAll(/:\w+\+?/g, 'larder').replace('*', 'x')}`))
    expect(found, name).toBeDefined()
  },
)

test('the matrix that tests run in is no place to talk', () => {
  expect(recognise(new URL('https://img.shields.io/badge/matrix-test-e53994.svg'))?.badge.kind).not.toBe('chat')
})
