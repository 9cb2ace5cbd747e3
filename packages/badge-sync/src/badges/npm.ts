import type { Badge } from '../badge.ts'

/** A package of npm, with its scope where it has one. */
const npm = ':npm(@[^/]+/[^/]+?|[^/@]+?)'

/** Packages on npm and JSR. Addresses as they were documented on 2026-11-22. */
export const badges: readonly Badge[] = [
  {
    name: 'npm-version',
    kind: 'version',
    title: 'npm version',
    images: [
      `img.shields.io/npm/v/${npm}[/:tag]`,
      `badgen.net/npm/v/${npm}[/:tag]`,
      `badge.fury.io/js/${npm}`,
      `npmx.dev/api/registry/badge/version/${npm}`,
    ],
    link: 'https://www.npmjs.com/package/:npm',
  },
  {
    name: 'npm-downloads',
    kind: 'downloads',
    title: 'npm downloads',
    images: [
      `img.shields.io/npm/:interval(dw|dm|dy|dt|d18m)/${npm}`,
      `badgen.net/npm/:interval(dw|dm|dy|dt)/${npm}`,
      `npmx.dev/api/registry/badge/downloads/${npm}`,
    ],
    link: 'https://www.npmjs.com/package/:npm',
  },
  {
    name: 'npm-license',
    kind: 'license',
    title: 'License',
    images: [`img.shields.io/npm/l/${npm}`, `badgen.net/npm/license/${npm}`],
    link: 'https://www.npmjs.com/package/:npm',
  },
  {
    name: 'npm-types',
    kind: 'runtime',
    title: 'Type definitions',
    images: [`img.shields.io/npm/types/${npm}`, `badgen.net/npm/types/${npm}`],
    link: 'https://www.npmjs.com/package/:npm',
  },
  {
    name: 'node-version',
    kind: 'runtime',
    title: 'Node.js version',
    images: [`img.shields.io/node/:route(v|v-lts)/${npm}[/:tag]`, `badgen.net/npm/node/${npm}`],
    link: 'https://www.npmjs.com/package/:npm',
  },
  {
    name: 'bundlephobia',
    kind: 'size',
    title: 'Size of the bundle',
    images: [
      `img.shields.io/bundlephobia/:what(min|minzip)/${npm}[/:version]`,
      `badgen.net/bundlephobia/:what(min|minzip)/${npm}`,
    ],
    link: 'https://bundlephobia.com/package/:npm',
  },
  {
    name: 'bundlejs',
    kind: 'size',
    title: 'Size of the bundle',
    images: [`img.shields.io/bundlejs/size/${npm}`, 'deno.bundlejs.com/badge'],
  },
  {
    name: 'packagephobia',
    kind: 'size',
    title: 'Install size',
    images: [
      'packagephobia.com/badge',
      'packagephobia.now.sh/badge',
      `badgen.net/packagephobia/:what(install|publish)/${npm}`,
    ],
  },
  {
    name: 'jsdelivr',
    kind: 'downloads',
    title: 'jsDelivr hits',
    images: [
      `img.shields.io/jsdelivr/npm/:interval(hd|hw|hm|hy)/${npm}`,
      `data.jsdelivr.com/v1/package/npm/${npm}/badge`,
    ],
    link: 'https://www.jsdelivr.com/package/npm/:npm',
  },
  {
    name: 'nodei',
    kind: 'version',
    title: 'npm version',
    images: [`nodei.co/npm/${npm}`, `nodei.co/npm-dl/${npm}`],
    link: 'https://www.npmjs.com/package/:npm',
  },
  {
    name: 'jsr',
    kind: 'version',
    title: 'JSR version',
    images: ['jsr.io/badges/:jsr(@[^/]+/[^/]+?)', 'img.shields.io/jsr/v/:jsr(@[^/]+/[^/]+?)'],
    link: 'https://jsr.io/:jsr',
  },
  {
    name: 'jsr-score',
    kind: 'quality',
    title: 'JSR score',
    images: ['jsr.io/badges/:jsr(@[^/]+/[^/]+?)/score', 'img.shields.io/jsr/score/:jsr(@[^/]+/[^/]+?)'],
    link: 'https://jsr.io/:jsr/score',
  },
  {
    name: 'jsr-downloads',
    kind: 'downloads',
    title: 'JSR downloads',
    images: ['jsr.io/badges/:jsr(@[^/]+/[^/]+?)/:what(weekly-downloads|total-downloads)'],
    link: 'https://jsr.io/:jsr',
  },
  {
    name: 'jsr-scope',
    kind: 'version',
    title: 'Packages on JSR',
    images: ['jsr.io/badges/:scope(@[^/]+)'],
    link: 'https://jsr.io/:scope',
  },
  {
    name: 'librariesio',
    kind: 'dependencies',
    title: 'Dependencies',
    images: ['img.shields.io/librariesio/:what(release|github)/:rest+'],
  },
]
