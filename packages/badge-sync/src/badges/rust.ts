import type { Badge } from '../badge.ts'

/** Crates. Addresses as they were documented on 2026-11-22. */
export const badges: readonly Badge[] = [
  {
    name: 'crates-version',
    kind: 'version',
    title: 'crates.io version',
    images: ['img.shields.io/crates/v/:crate[/:version]', 'badgen.net/crates/v/:crate'],
    link: 'https://crates.io/crates/:crate',
  },
  {
    name: 'crates-downloads',
    kind: 'downloads',
    title: 'crates.io downloads',
    images: ['img.shields.io/crates/:interval(d|dv|dr)/:crate[/:version]', 'badgen.net/crates/d/:crate'],
    link: 'https://crates.io/crates/:crate',
  },
  {
    name: 'crates-license',
    kind: 'license',
    title: 'License',
    images: ['img.shields.io/crates/l/:crate[/:version]'],
    link: 'https://crates.io/crates/:crate',
  },
  {
    name: 'crates-msrv',
    kind: 'runtime',
    title: 'Minimum supported Rust version',
    images: ['img.shields.io/crates/msrv/:crate[/:version]'],
    link: 'https://crates.io/crates/:crate',
  },
  {
    name: 'docs-rs',
    kind: 'documentation',
    title: 'Documentation on docs.rs',
    images: ['docs.rs/:crate/badge.svg', 'img.shields.io/docsrs/:crate[/:version]'],
    link: 'https://docs.rs/:crate',
  },
  {
    name: 'deps-rs',
    kind: 'dependencies',
    title: 'Dependencies',
    images: ['deps.rs/repo/github/:owner/:repo/status.svg', 'deps.rs/crate/:crate/:version/status.svg'],
  },
]
