import type { Badge } from '../badge.ts'

/** Packages of other registries. Addresses as they were documented on 2026-11-22. */
export const badges: readonly Badge[] = [
  {
    name: 'gem-version',
    kind: 'version',
    title: 'Gem version',
    images: ['img.shields.io/gem/v/:gem', 'badge.fury.io/rb/:gem', 'badgen.net/rubygems/v/:gem'],
    link: 'https://rubygems.org/gems/:gem',
  },
  {
    name: 'gem-downloads',
    kind: 'downloads',
    title: 'Gem downloads',
    images: ['img.shields.io/gem/:interval(dt|dtv|dv)/:gem'],
    link: 'https://rubygems.org/gems/:gem',
  },
  {
    name: 'nuget-version',
    kind: 'version',
    title: 'NuGet version',
    images: ['img.shields.io/nuget/:what(v|vpre)/:nuget', 'badge.fury.io/nu/:nuget', 'buildstats.info/nuget/:nuget'],
    link: 'https://www.nuget.org/packages/:nuget',
  },
  {
    name: 'nuget-downloads',
    kind: 'downloads',
    title: 'NuGet downloads',
    images: ['img.shields.io/nuget/dt/:nuget'],
    link: 'https://www.nuget.org/packages/:nuget',
  },
  {
    name: 'maven-central',
    kind: 'version',
    title: 'Maven Central version',
    images: [
      'img.shields.io/maven-central/v/:group/:artifact[/:version]',
      'maven-badges.sml.io/sonatype-central/:group/:artifact[/badge.svg]',
      'maven-badges.herokuapp.com/maven-central/:group/:artifact[/badge.svg]',
      'badgen.net/maven/v/maven-central/:group/:artifact',
    ],
    link: 'https://central.sonatype.com/artifact/:group/:artifact',
  },
  {
    name: 'hex',
    kind: 'version',
    title: 'Hex version',
    images: ['img.shields.io/hexpm/:what(v|dt|dw|l)/:hex', 'badgen.net/hex/v/:hex'],
    link: 'https://hex.pm/packages/:hex',
  },
  {
    name: 'pub',
    kind: 'version',
    title: 'pub.dev version',
    images: ['img.shields.io/pub/:what(v|points|likes|publisher|dm)/:pub'],
    link: 'https://pub.dev/packages/:pub',
  },
  {
    name: 'cocoapods',
    kind: 'version',
    title: 'CocoaPods version',
    images: ['img.shields.io/cocoapods/:what(v|p|l)/:pod', 'badge.fury.io/co/:pod'],
    link: 'https://cocoapods.org/pods/:pod',
  },
  {
    name: 'homebrew',
    kind: 'version',
    title: 'Homebrew version',
    images: ['img.shields.io/homebrew/v/:formula'],
    link: 'https://formulae.brew.sh/formula/:formula',
  },
  {
    name: 'docker',
    kind: 'downloads',
    title: 'Docker pulls',
    images: [
      'img.shields.io/docker/:what(pulls|stars|v|image-size)/:image/:name[/:tag]',
      'badgen.net/docker/:what(pulls|stars|size)/:image/:name',
    ],
    link: 'https://hub.docker.com/r/:image/:name',
  },
  {
    name: 'vscode-marketplace',
    kind: 'version',
    title: 'VS Marketplace version',
    images: [
      'badgen.net/vs-marketplace/:metric/:extension',
      'img.shields.io/visual-studio-marketplace/:metric/:extension',
      'vsmarketplacebadges.dev/:metric/:extension',
    ],
    link: 'https://marketplace.visualstudio.com/items?itemName=:extension',
  },
  {
    name: 'open-vsx',
    kind: 'version',
    title: 'Open VSX version',
    images: [
      'badgen.net/open-vsx/:metric/:publisher/:extension',
      'img.shields.io/open-vsx/:metric/:publisher/:extension',
    ],
    link: 'https://open-vsx.org/extension/:publisher/:extension',
  },
  {
    name: 'repology',
    kind: 'version',
    title: 'Packaging status',
    images: [
      'repology.org/badge/:what(vertical-allrepos|tiny-repos|latest-versions)/:name',
      'repology.org/badge/version-for-repo/:rest+',
    ],
  },
  {
    name: 'cran',
    kind: 'version',
    title: 'CRAN version',
    images: ['r-pkg.org/badges/:what/:cran', 'cranlogs.r-pkg.org/badges/:rest+', 'img.shields.io/cran/v/:cran'],
  },
  {
    name: 'cdnjs',
    kind: 'version',
    title: 'cdnjs version',
    images: ['img.shields.io/cdnjs/v/:library'],
    link: 'https://cdnjs.com/libraries/:library',
  },
  {
    name: 'aur',
    kind: 'version',
    title: 'AUR version',
    images: ['img.shields.io/aur/:what(version|votes|license)/:package'],
    link: 'https://aur.archlinux.org/packages/:package',
  },
]
