import type { Format, FormatName } from './format.ts'

const dashed = { prefix: '', link: 'reference', date: ' - {YYYY-MM-DD}' } as const
const linked = { prefix: '', link: 'link', date: ' ({YYYY-MM-DD})' } as const

/** The six types of Keep a Changelog, in its order, by the default categories that lead to them. */
const keepTitles = {
  features: 'Added',
  changes: 'Changed',
  performance: 'Changed',
  dependencies: 'Changed',
  internal: 'Changed',
  other: 'Changed',
  deprecations: 'Deprecated',
  removals: 'Removed',
  reverts: 'Removed',
  fixes: 'Fixed',
  security: 'Security',
} as const

/** keepachangelog.com/en/1.1.0, read 2026-11-22. */
const keep: Format = {
  name: 'keep-a-changelog@1.1.0',
  title: 'Changelog',
  preamble: [
    'All notable changes to this project will be documented in this file.',
    'The format is based on [Keep a Changelog](https://keepachangelog.com/en/1.1.0/),\nand this project adheres to [Semantic Versioning](https://semver.org/spec/v2.0.0.html).',
  ],
  depth: 2,
  form: dashed,
  groupDepth: 3,
  bullet: '-',
  unreleased: 'Unreleased',
  titles: keepTitles,
  order: ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'],
  entry: { capital: true, scope: 'bold', references: 'parentheses', closes: false, breaking: 'inline' },
}

/** conventional-changelog-conventionalcommits 9, read 2026-11-22. */
const conventional: Format = {
  name: 'conventional-changelog',
  title: 'Changelog',
  preamble: [],
  depth: 2,
  form: linked,
  groupDepth: 3,
  bullet: '*',
  unreleased: 'Unreleased',
  titles: {
    features: 'Features',
    fixes: 'Bug Fixes',
    performance: 'Performance Improvements',
    reverts: 'Reverts',
  },
  order: ['⚠ BREAKING CHANGES', 'Features', 'Bug Fixes', 'Performance Improvements', 'Reverts'],
  entry: { capital: false, scope: 'bold', references: 'both', closes: true, breaking: 'section' },
}

/** Headings by how far changes move the version. */
export const bumpTitles = { major: 'Major Changes', minor: 'Minor Changes', patch: 'Patch Changes' } as const

export const presets: Readonly<Record<FormatName, Format>> = {
  'keep-a-changelog@1.1.0': keep,
  'keep-a-changelog@2.0.0': {
    ...keep,
    name: 'keep-a-changelog@2.0.0',
    preamble: [
      'All notable changes to this project will be documented in this file.',
      'The format is based on [Keep a Changelog](https://keepachangelog.com/en/2.0.0/),\nand this project adheres to [Semantic Versioning](https://semver.org/spec/v2.0.0.html).',
    ],
  },
  'conventional-changelog': conventional,
  'release-please': { ...conventional, name: 'release-please' },
  changesets: {
    ...conventional,
    name: 'changesets',
    titles: { ...conventional.titles, ...bumpTitles },
    form: { prefix: '', link: 'plain', date: '' },
    bullet: '-',
    order: Object.values(bumpTitles),
    entry: { capital: true, scope: 'bold', references: 'leading', closes: false, breaking: 'title' },
  },
}
