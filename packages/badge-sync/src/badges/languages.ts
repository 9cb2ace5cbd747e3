import type { Badge } from '../badge.ts'

/** Packages of languages that a registry of their own serves. Addresses as shields, badgen and the registries had them on 2026-11-28. */
export const badges: readonly Badge[] = [
  {
    name: 'hackage',
    kind: 'version',
    title: 'Hackage version',
    images: ['img.shields.io/hackage/v/:hackage', 'badgen.net/hackage/v/:hackage'],
    link: 'https://hackage.haskell.org/package/:hackage',
  },
  {
    name: 'opam',
    kind: 'version',
    title: 'opam version',
    // The first is in many READMEs, though the sources of shields have no such route.
    images: ['img.shields.io/opam/v/:opam', 'badgen.net/opam/v/:opam'],
    link: 'https://opam.ocaml.org/packages/:opam/',
  },
  {
    name: 'cran',
    kind: 'version',
    title: 'CRAN version',
    images: [
      'r-pkg.org/badges/:what(version|version-ago|version-last-release|last-release)/:cran',
      'img.shields.io/cran/v/:cran',
    ],
    link: 'https://cran.r-project.org/package=:cran',
  },
  {
    name: 'cran-downloads',
    kind: 'downloads',
    title: 'CRAN downloads',
    images: ['cranlogs.r-pkg.org/badges[/:interval]/:cran', 'cranlogs.r-pkg.org/badges/:interval/:cran'],
    link: 'https://cran.r-project.org/package=:cran',
  },
  {
    name: 'cpan',
    kind: 'version',
    title: 'CPAN version',
    images: ['img.shields.io/cpan/v/:cpan', 'badge.fury.io/pl/:cpan', 'badgen.net/cpan/v/:cpan'],
    link: 'https://metacpan.org/dist/:cpan',
  },
  {
    name: 'cpan-license',
    kind: 'license',
    title: 'License',
    images: ['img.shields.io/cpan/l/:cpan', 'badgen.net/cpan/license/:cpan'],
    link: 'https://metacpan.org/dist/:cpan',
  },
  {
    name: 'luarocks',
    kind: 'version',
    title: 'LuaRocks version',
    images: ['img.shields.io/luarocks/v/:user/:rock[/:version]'],
    link: 'https://luarocks.org/modules/:user/:rock',
  },
  {
    name: 'julia',
    kind: 'version',
    title: 'JuliaHub version',
    images: ['juliahub.com/docs/General/:julia/:version/version.svg', 'juliahub.com/docs/:julia/version.svg'],
    link: 'https://juliahub.com/ui/Packages/General/:julia',
  },
  {
    name: 'elm',
    kind: 'version',
    title: 'Elm package version',
    images: ['img.shields.io/elm-package/v/:elm([^/]+/[^/]+?)', 'badgen.net/elm-package/v/:elm([^/]+/[^/]+?)'],
    link: 'https://package.elm-lang.org/packages/:elm/latest/',
  },
]
