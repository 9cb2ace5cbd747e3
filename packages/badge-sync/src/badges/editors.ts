import type { Badge } from '../badge.ts'

/** Extensions of editors. Addresses as they were documented on 2026-11-22. */
export const badges: readonly Badge[] = [
  {
    name: 'vscode-marketplace',
    kind: 'version',
    title: 'VS Marketplace version',
    images: [
      'badgen.net/vs-marketplace/v/:extension',
      'img.shields.io/:route(visual-studio-marketplace|vscode-marketplace)/v/:extension',
      ':host(vsmarketplacebadges.dev|vsmarketplacebadge.apphb.com)/:metric(version|version-short)/:extension',
    ],
    link: 'https://marketplace.visualstudio.com/items?itemName=:extension',
  },
  {
    name: 'vscode-marketplace-downloads',
    kind: 'downloads',
    title: 'VS Marketplace installs',
    images: [
      'badgen.net/vs-marketplace/:metric(d|i)/:extension',
      'img.shields.io/:route(visual-studio-marketplace|vscode-marketplace)/:metric(d|i)/:extension',
      ':host(vsmarketplacebadges.dev|vsmarketplacebadge.apphb.com)/:metric(installs|installs-short|downloads|downloads-short)/:extension',
    ],
    link: 'https://marketplace.visualstudio.com/items?itemName=:extension',
  },
  {
    name: 'vscode-marketplace-rating',
    kind: 'popularity',
    title: 'VS Marketplace rating',
    images: [
      'badgen.net/vs-marketplace/rating/:extension',
      'img.shields.io/:route(visual-studio-marketplace|vscode-marketplace)/:metric(r|stars)/:extension',
      ':host(vsmarketplacebadges.dev|vsmarketplacebadge.apphb.com)/:metric(rating|rating-short|rating-star)/:extension',
    ],
    link: 'https://marketplace.visualstudio.com/items?itemName=:extension',
  },
  {
    name: 'open-vsx',
    kind: 'version',
    title: 'Open VSX version',
    images: ['badgen.net/open-vsx/:metric(v|version)/:publisher/:vsx', 'img.shields.io/open-vsx/v/:publisher/:vsx'],
    link: 'https://open-vsx.org/extension/:publisher/:vsx',
  },
  {
    name: 'open-vsx-downloads',
    kind: 'downloads',
    title: 'Open VSX downloads',
    images: ['badgen.net/open-vsx/d/:publisher/:vsx', 'img.shields.io/open-vsx/dt/:publisher/:vsx'],
    link: 'https://open-vsx.org/extension/:publisher/:vsx',
  },
  {
    name: 'open-vsx-rating',
    kind: 'popularity',
    title: 'Open VSX rating',
    images: [
      'badgen.net/open-vsx/:metric(rating|reviews)/:publisher/:vsx',
      'img.shields.io/open-vsx/:metric(rating|stars)/:publisher/:vsx',
    ],
    link: 'https://open-vsx.org/extension/:publisher/:vsx',
  },
]
