import { posix } from 'node:path'
import { fullName } from '@frontdoor/kit/forge'
import type { Project } from '@frontdoor/kit/project'
import { decode } from '@frontdoor/kit/text/percent'

/** A service whose images are never shown again. */
export interface DefunctBadge {
  /** As messages name it, with what became of it; of several services, made of the address and the groups of `path`. */
  readonly what: string | ((url: URL, groups: Groups) => string)
  readonly host: RegExp
  readonly path: RegExp
  /** Where it is written that it is gone; each was read on 2026-11-22. */
  readonly source: string
  /** What to do instead, where that needs a choice. */
  readonly instead?: string
  /** True where another address shows what it showed; `to` makes it of the groups of `path`, or cannot. */
  readonly to?: (groups: Groups, project: Project) => string | undefined
  /** Where a link to the service leads from now on. */
  readonly page?: (groups: Groups) => string
  /** True where nothing shows it any more, so that the badge can go. */
  readonly remove?: true
}

type Groups = Readonly<Record<string, string | undefined>>

const shields = /^(?:(?:img|raster|flat)\.)?shields\.io$/

/** Tried in order. badge-sync has the whole table of what moved; these are the ones that readers see broken. */
export const defunctBadges: readonly DefunctBadge[] = [
  {
    what: 'travis-ci.org was shut down in June 2021',
    host: /^(?:www\.|secure\.|api\.)?travis-ci\.org$/,
    path: /./,
    source: 'https://github.com/badges/shields/issues/9171',
    instead: 'show the badge of what runs the tests now',
  },
  {
    what: "shields.io's Travis badge is retired since June 2023",
    host: shields,
    path: /^\/travis\/(?!com\/|php-v\/)/,
    source: 'https://github.com/badges/shields/issues/9171',
    instead: 'show the badge of what runs the tests now',
  },
  {
    what: "shields.io's badge by the name of a workflow is gone since December 2022",
    host: shields,
    path: /^\/github\/workflow\/status\/(?<owner>[^/]+)\/(?<repo>[^/]+)\/(?<name>[^/]+?)(?:\/(?<branch>.+?))?(?:\.svg)?$/,
    source: 'https://github.com/badges/shields/issues/8671',
    instead: 'name the file of the workflow',
    to: workflowBadge,
  },
  {
    what: 'david-dm.org is gone since 2022',
    host: /^(?:www\.)?david-dm\.org$/,
    path: /./,
    source: 'https://github.com/milligram/milligram/issues/350',
    remove: true,
  },
  {
    what: 'AppHarbor, where vsmarketplacebadge.apphb.com was, ended in 2022',
    host: /^vsmarketplacebadge\.apphb\.com$/,
    path: /^\/(?<metric>[\w-]+)\/(?<id>[\w.-]+?)(?:\.svg)?$/,
    source: 'https://github.com/NilsJPWerner/autoDocstring/pull/279',
    to: ({ metric, id }) => `https://vsmarketplacebadges.dev/${metric}/${id}.svg`,
  },
  {
    what: 'dcbadge left vercel.app in 2024, which answers 404',
    host: /^dcbadge\.vercel\.app$/,
    path: /^(?<path>\/api\/.+)$/,
    source: 'https://github.com/genlayerlabs/genlayer-js/pull/204',
    to: ({ path }) => `https://dcbadge.limes.pink${path}`,
  },
  {
    what: 'buildstats.info was shut down in 2024',
    host: /^buildstats\.info$/,
    path: /^\/nuget\/(?<name>[\w.-]+)\/?$/,
    source: 'https://github.com/microsoft/kiota-dotnet/pull/417',
    to: ({ name }) => `https://img.shields.io/nuget/v/${name}`,
  },
  {
    what: 'Bountysource went offline in November 2023',
    host: /^(?:www\.|api\.)?bountysource\.com$/,
    path: /^\/badge\//,
    source: 'https://github.com/openhab/openhab-core/pull/3872',
    remove: true,
  },
  {
    what: 'Greenkeeper was shut down in June 2020',
    host: /^badges\.greenkeeper\.io$/,
    path: /./,
    source: 'https://www.npmjs.com/package/remark-remove-greenkeeper-badge',
    remove: true,
  },
  {
    what: 'Gemnasium was shut down in May 2018',
    host: /^(?:www\.|badges\.)?gemnasium\.com$/,
    path: /./,
    source: 'https://github.com/badges/shields/pull/1524',
    remove: true,
  },
  {
    what: 'LGTM was shut down in December 2022',
    host: /^(?:www\.)?lgtm\.com$/,
    path: /./,
    source: 'https://github.com/badges/shields/pull/8771',
    remove: true,
  },
  {
    what: 'Dependabot Preview ended in August 2021',
    host: /^api\.dependabot\.com$/,
    path: /^\/badges\//,
    source: 'https://github.com/badges/shields/pull/11352',
    remove: true,
  },
  {
    what: 'Snyk answers for its badges that they are gone (410) since 2026',
    host: /^(?:www\.)?snyk\.io$/,
    path: /^\/(?:advisor|package|test)\/.*badge\.svg$/,
    source: 'https://github.com/briangann/grafana-datatable-panel/pull/303',
    remove: true,
  },
  {
    what: "shields.io's Snyk badge is retired since August 2023",
    host: shields,
    path: /^\/snyk\//,
    source: 'https://github.com/badges/shields/issues/9349',
    remove: true,
  },
  {
    what: (_, { service }) => `${service} is gone, and shields.io has retired its badges`,
    host: shields,
    path: /^\/(?<service>david|gemnasium|gratipay|gittip|bountysource|beerpay|bithound|versioneye|nsp|cauditor|snap-ci|magnumci|libscore|imagelayers|issuestats|dotnetstatus|codetally|continuousphp|microbadger|bintray|apm|lgtm|wercker|shippable|dependabot|requires|codeship|waffle)(?:\/|$)/,
    source: 'https://github.com/badges/shields/pull/11352',
    remove: true,
  },
  {
    what: 'pub.dev has no popularity any more, and shields.io has retired its badge',
    host: shields,
    path: /^\/pub\/popularity\//,
    source: 'https://github.com/badges/shields/pull/11352',
    remove: true,
  },
  {
    what: "shields.io's badges of what Docker Hub builds are retired",
    host: shields,
    path: /^\/docker\/(?:cloud|automated|build)(?:\/|$)/,
    source: 'https://github.com/badges/shields/pull/11352',
    remove: true,
  },
  {
    what: 'Code Climate switched its badges off in July 2025',
    host: /^(?:api\.|www\.)?codeclimate\.com$/,
    path: /^\/(?:github\/|v1\/badges\/)/,
    source: 'https://github.com/badges/shields/issues/11192',
    instead: 'its successor is qlty.sh',
  },
  {
    what: "shields.io's Code Climate badge is retired since 2025",
    host: shields,
    path: /^\/codeclimate\//,
    source: 'https://github.com/badges/shields/pull/11798',
    instead: 'its successor is qlty.sh',
  },
  {
    what: "shields.io's badges of the Visual Studio Marketplace are retired since April 2026",
    host: shields,
    path: /^\/(?:visual-studio-marketplace|vscode-marketplace)\/(?:(?<metric>[vid])|(?<rating>r|stars)|[\w-]+)\/(?<id>[\w.-]+?)(?:\.svg)?$/,
    source: 'https://github.com/badges/shields/pull/11792',
    instead: 'badgen.net has them',
    to: ({ metric, rating, id }) =>
      (metric ?? rating) && `https://badgen.net/vs-marketplace/${metric ?? 'rating'}/${id}`,
  },
  {
    what: 'maven-badges.herokuapp.com is gone',
    host: /^maven-badges\.herokuapp\.com$/,
    path: /^\/maven-central\/(?<group>[^/]+)\/(?<artifact>[^/]+?)(?:\/(?:badge)?\.?(?:svg|png)?)?$/,
    source: 'https://github.com/fabric8io/docker-maven-plugin/pull/1923',
    to: ({ group, artifact }) => `https://img.shields.io/maven-central/v/${group}/${artifact}`,
    page: ({ group, artifact }) => `https://central.sonatype.com/artifact/${group}/${artifact}`,
  },
  {
    what: 'pypip.in is gone',
    host: /^(?:www\.)?pypip\.in$/,
    path: /^\/(?<fact>\w+)\/(?<name>[^/]+)\/badge\.(?:svg|png)$/,
    source: 'https://github.com/pboehm/django-data-migration/pull/13',
    to: ({ fact = '', name }) => {
      const known = pypiFacts[fact]
      return known && `https://img.shields.io/pypi/${known}/${name}`
    },
  },
  {
    what: 'RawGit was shut down in October 2018',
    host: /^(?:cdn\.)?rawgit\.com$/,
    path: /^\/(?<owner>[^/]+)\/(?<repo>[^/]+)\/(?<ref>[^/]+)\/(?<file>.+)$/,
    source: 'https://rawgit.com/',
    to: ({ owner, repo, ref, file }) => `https://cdn.jsdelivr.net/gh/${owner}/${repo}@${ref}/${file}`,
  },
  {
    what: ({ hostname }) => `${hostname} is gone`,
    host: /^(?:(?:badge\.)?waffle\.io|requires\.io|landscape\.io|(?:www\.)?bithound\.io|www\.versioneye\.com|gocover\.io|beerpay\.io|(?:www\.)?issuestats\.com|(?:www\.)?dependencyci\.com|ci\.testling\.com|nodesecurity\.io|gratipay\.com|badges\.herokuapp\.com|shippable\.com|(?:app\.)?codefund\.io|bettercodehub\.com|(?:badges\.)?openbase\.(?:io|com)|houndci\.com|(?:hub|images)\.microbadger\.com)$/,
    path: /./,
    source: 'https://github.com/pboehm/django-data-migration/pull/13',
    instead: 'remove it',
  },
]

const pypiFacts: Groups = {
  v: 'v',
  version: 'v',
  d: 'dm',
  download: 'dm',
  license: 'l',
  wheel: 'wheel',
  format: 'format',
  status: 'status',
  py_versions: 'pyversions',
  implementation: 'implementation',
}

/** The badge of the one workflow file that has this name in it. */
function workflowBadge({ owner, repo, name = '', branch }: Groups, project: Project): string | undefined {
  const { files, workflows, repository } = project
  if (!repository || `${owner}/${repo}`.toLowerCase() !== fullName(repository)) return undefined
  const named = workflows.filter((file) => nameOf(files.text(posix.relative(project.directory, file))) === decode(name))
  const [file] = named
  if (file === undefined || named.length > 1) return undefined
  const query = branch === undefined ? '' : `?branch=${branch}`
  return `https://img.shields.io/github/actions/workflow/status/${owner}/${repo}/${file.split('/').at(-1)}${query}`
}

function nameOf(workflow: string | undefined): string | undefined {
  return /^name:[ \t]*(["']?)(.+?)\1[ \t]*(?:#.*)?$/m.exec(workflow ?? '')?.[2]
}
