import type { Migration } from '../migration.ts'

type Route = readonly [status: Migration['status'], from: string, to: string, more?: Partial<Migration>]

const prereleases: Partial<Migration> = { set: { include_prereleases: '' } }
const table = 'https://github.com/badges/shields/issues/11583'

/** Routes of shields.io that were renamed: from the table of its redirects, which are being retired. */
const routes: readonly Route[] = [
  ['redirected', 'github/release/:owner/:repo/all', 'github/v/release/:owner/:repo', prereleases],
  ['redirected', 'github/release/:owner/:repo', 'github/v/release/:owner/:repo'],
  ['redirected', 'github/release-pre/:owner/:repo', 'github/v/release/:owner/:repo', prereleases],
  ['redirected', 'github/tag/:owner/:repo', 'github/v/tag/:owner/:repo', { set: { sort: 'semver' } }],
  [
    'redirected',
    'github/tag-pre/:owner/:repo',
    'github/v/tag/:owner/:repo',
    { set: { sort: 'semver', include_prereleases: '' } },
  ],
  ['redirected', 'github/tag-date/:owner/:repo', 'github/v/tag/:owner/:repo'],
  ['retired', 'github/stars/gists/:id', 'github/gist/stars/:id'],
  ['redirected', 'github-gist/last-commit/:id', 'github/gist/last-commit/:id', { suggest: true }],
  ['retired', 'github/:what(issues|pulls)/detail/s/:owner/:repo/:n', 'github/:what/detail/state/:owner/:repo/:n'],
  ['retired', 'github/:what(issues|pulls)/detail/u/:owner/:repo/:n', 'github/:what/detail/author/:owner/:repo/:n'],
  [
    'redirected',
    'coveralls/[:vcs(github|bitbucket)/]:owner/:repo[/:branch+]',
    'coverallsCoverage/:vcs/:owner/:repo',
    { set: { branch: ':branch' }, defaults: { vcs: 'github' } },
  ],
  [
    'retired',
    'codecov/c/token/:token/:vcs(github|gh|bitbucket|bb|gl|gitlab)/:owner/:repo[/:branch+]',
    'codecov/c/:vcs/:owner/:repo[/:branch]',
    { set: { token: ':token' } },
  ],
  ['redirected', 'packagist/vpre/:vendor/:package', 'packagist/v/:vendor/:package', prereleases],
  ['redirected', 'bower/vpre/:package', 'bower/v/:package', prereleases],
  ['retired', 'pub/vpre/:package', 'pub/v/:package', prereleases],
  ['retired', 'clojars/vpre/:package', 'clojars/v/:package', prereleases],
  ['retired', 'chocolatey/vpre/:package', 'chocolatey/v/:package', prereleases],
  ['retired', 'powershellgallery/vpre/:package', 'powershellgallery/v/:package', prereleases],
  ['retired', 'amo/d/:addon', 'amo/dw/:addon'],
  ['retired', 'badge/endpoint', 'endpoint'],
  [
    'retired',
    'gitlab/coverage/:owner/:repo/:branch',
    'gitlab/pipeline-coverage/:owner%2F:repo',
    { set: { branch: ':branch' } },
  ],
  ['retired', 'gitlab/v/contributor/:project+', 'gitlab/contributors/:project'],
  ['retired', 'gitlab/v/license/:project+', 'gitlab/license/:project'],
  ['retired', 'offset-earth/:what(carbon|trees)/:user', 'ecologi/:what/:user'],
  [
    'retired',
    'swagger/valid/2.0/:scheme(https|http)/:spec+',
    'swagger/valid/3.0',
    { set: { specUrl: ':scheme://:spec' } },
  ],
  [
    'retired',
    'jira/issue/:scheme(https|http)/:server+/:key',
    'jira/issue/:key',
    { set: { baseUrl: ':scheme://:server' } },
  ],
  [
    'retired',
    'jira/sprint/:scheme(https|http)/:server+/:id',
    'jira/sprint/:id',
    { set: { baseUrl: ':scheme://:server' } },
  ],
  [
    'redirected',
    'discourse/:scheme(https|http)/:server+/:what(topics|posts|users|likes|status)',
    'discourse/:what',
    { set: { server: ':scheme://:server' } },
  ],
  [
    'redirected',
    'sonar/[:release([\\d.]+)/]:scheme(https|http)/:host/:component+/:metric',
    'sonar/:metric/:component',
    { set: { server: ':scheme://:host' } },
  ],
  ['redirected', 'website/:scheme(https|http)/:server+', 'website', { set: { url: ':scheme://:server' } }],
  ['redirected', 'twitter/url/:scheme(https|http)/:server+', 'twitter/url', { set: { url: ':scheme://:server' } }],
  [
    'redirected',
    'maven-metadata/v/:scheme(https|http)/:server+',
    'maven-metadata/v',
    { set: { metadataUrl: ':scheme://:server' } },
  ],
  ['redirected', 'scrutinizer/:what(g|b)/:owner/:repo[/:branch+]', 'scrutinizer/quality/:what/:owner/:repo[/:branch]'],
  ['redirected', 'chrome-web-store/d/:id', 'chrome-web-store/users/:id'],
  [
    'retired',
    'jitpack/v/:owner/:repo',
    'jitpack/version/com.github.:owner/:repo',
    { suggest: true, except: ['img.shields.io/jitpack/v/:forge(github|gitlab|bitbucket|gitee)/:repo'] },
  ],
  ['redirected', 'wordpress/v/:plugin', 'wordpress/plugin/tested/:plugin'],
  ['redirected', 'bitbucket/pipelines/:owner/:repo', 'bitbucket/pipelines/:owner/:repo/:defaultBranch'],
]

/** What the names in patterns stand for in the examples. */
const samples: Readonly<Record<string, string>> = {
  addon: 'larder',
  branch: 'main',
  component: 'tea:larder',
  defaultBranch: 'main',
  id: '42',
  host: 'sonar.larder.town',
  key: 'TEA-1',
  metric: 'coverage',
  n: '7',
  owner: 'tea',
  package: 'larder',
  plugin: 'larder',
  project: 'tea/larder',
  repo: 'larder',
  release: '4.2',
  server: 'larder.town',
  spec: 'larder.town/api.json',
  token: 'T',
  user: 'ada',
  vendor: 'tea',
}

export const migrations: readonly Migration[] = [
  ...routes.map(renamed),
  {
    status: 'legacy',
    because: 'shields has its static badges under /badge',
    source: 'https://shields.io/badges/static-badge',
    from: ['img.shields.io/::content+'],
    to: 'https://img.shields.io/badge/:content',
    example: {
      from: 'https://img.shields.io/:license-MIT-blue.svg',
      to: 'https://img.shields.io/badge/license-MIT-blue',
    },
  },
  {
    status: 'redirected',
    because: 'shields serves only SVG at img.shields.io, and redirects for PNG',
    source: 'https://github.com/badges/shields/pull/3659',
    from: ['img.shields.io/:path+.png'],
    to: 'https://img.shields.io/:path',
    example: { from: 'https://img.shields.io/badge/a-b-blue.png', to: 'https://img.shields.io/badge/a-b-blue' },
  },
  {
    // Whether the website redirects was said both ways.
    status: 'legacy',
    because: 'shields.io is its website; the badges are at img.shields.io',
    from: [
      'shields.io/:route(badge|npm|github|gitlab|pypi|static|endpoint|dynamic|crates|discord|codecov|circleci|docker|packagist|nuget|gem|maven-central|hexpm|pub|conda|open-vsx|jsdelivr|bundlephobia|librariesio|coveralls|twitter|mastodon|opencollective)/:path+',
    ],
    to: 'https://img.shields.io/:route/:path',
    example: { from: 'https://shields.io/badge/a-b-blue', to: 'https://img.shields.io/badge/a-b-blue' },
  },
  {
    status: 'stale',
    because: 'X no longer tells the number of followers, so this badge shows none',
    source: 'https://github.com/badges/shields/issues/9496',
    from: ['img.shields.io/twitter/follow/:user'],
    to: 'https://img.shields.io/badge/follow-%40:user-black',
    keep: ['style'],
    set: { logo: 'x' },
    link: 'https://x.com/:user',
    suggest: true,
    example: {
      from: 'https://img.shields.io/twitter/follow/ada?style=social',
      to: 'https://img.shields.io/badge/follow-%40ada-black?style=social&logo=x',
    },
  },
]

function renamed([status, from, to, more = {}]: Route): Migration {
  const because = status === 'retired' ? 'shields retired this route under its old name' : 'shields renamed this route'
  return {
    status,
    because,
    source: table,
    from: [`img.shields.io/${from}`],
    to: `https://img.shields.io/${to}`,
    ...more,
    example: exampleOf(from, to, more),
  }
}

/** An example with all parts of both addresses. */
function exampleOf(from: string, to: string, { set = {} }: Partial<Migration>): Migration['example'] {
  const wordOf = new Map([...from.matchAll(/:(\w+)\((\w+)/g)].map(([, name = '', word = '']) => [name, word]))
  const fill = (text: string): string =>
    text.replaceAll(/:([a-z]\w*)(?:\([^)]*\))?\+?/gi, (_, name: string) => wordOf.get(name) ?? samples[name] ?? '')
  const plain = (text: string): string => fill(text.replaceAll(/[[\]]/g, ''))
  const query = Object.entries(set).map(([name, value]) =>
    value ? `${name}=${encodeURIComponent(fill(value))}` : name,
  )
  return {
    from: `https://img.shields.io/${plain(from)}.svg`,
    to: `https://img.shields.io/${plain(to)}${query.length > 0 ? `?${query.join('&')}` : ''}`,
    ...(to.includes(':defaultBranch') && { parts: { defaultBranch: 'main' } }),
  }
}
