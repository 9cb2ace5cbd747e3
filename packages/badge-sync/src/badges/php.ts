import type { Badge } from '../badge.ts'

/** Packages on Packagist. Addresses as they were documented on 2026-11-22. */
export const badges: readonly Badge[] = [
  {
    name: 'packagist-version',
    kind: 'version',
    title: 'Packagist version',
    images: [
      'img.shields.io/packagist/v/:vendor/:package',
      'poser.pugx.org/:vendor/:package/:what(v|version|v/stable|v/stable.svg|v/unstable)',
      'badgen.net/packagist/v/:vendor/:package',
    ],
    link: 'https://packagist.org/packages/:vendor/:package',
  },
  {
    name: 'packagist-downloads',
    kind: 'downloads',
    title: 'Packagist downloads',
    images: [
      'img.shields.io/packagist/:interval(dd|dm|dt)/:vendor/:package',
      'poser.pugx.org/:vendor/:package/:what(downloads|d/total|d/monthly|d/daily)',
    ],
    link: 'https://packagist.org/packages/:vendor/:package',
  },
  {
    name: 'packagist-license',
    kind: 'license',
    title: 'License',
    images: ['img.shields.io/packagist/l/:vendor/:package', 'poser.pugx.org/:vendor/:package/license'],
    link: 'https://packagist.org/packages/:vendor/:package',
  },
  {
    name: 'packagist-php',
    kind: 'runtime',
    title: 'PHP version',
    images: ['img.shields.io/packagist/:what(php-v|dependency-v)/:vendor/:package[/:rest+]'],
    link: 'https://packagist.org/packages/:vendor/:package',
  },
]
