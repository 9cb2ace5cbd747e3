import { describe, expect, it, test } from 'vitest'
import { findOutdated, linkMigrations, migrations, renew } from '../src/migrations.ts'

const all = [migrations, linkMigrations].flatMap((list) =>
  list.map((migration) => [migration.from[0] ?? '', migration, list] as const),
)

describe.each(all)('%s', (_, migration, list) => {
  const { from, to, parts } = migration.example

  it('is told by its example, which gets the new address', () => {
    const outdated = findOutdated(new URL(from), list)
    expect(outdated?.migration).toBe(migration)
    expect(outdated && renew(new URL(from), outdated, parts)).toBe(to)
  })

  it('is not told of the new address, unless that has grown old, too', () => {
    const again = to === undefined ? undefined : findOutdated(new URL(to), list)
    expect(again?.migration).not.toBe(migration)
  })
})

test.each([
  'https://github.com/tea/larder/actions/workflows/ci.yml/badge.svg',
  'https://img.shields.io/npm/v/@tea/larder',
  'https://img.shields.io/badge/license-MIT-blue',
  'https://img.shields.io/badge/travis-ci-blue.svg',
  'https://img.shields.io/github/actions/workflow/status/tea/larder/ci.yml',
  'https://img.shields.io/github/v/release/tea/larder?include_prereleases',
  'https://img.shields.io/travis/com/tea/larder',
  'https://img.shields.io/docker/pulls/tea/larder',
  'https://img.shields.io/github/license/tea/larder.svg',
  'https://app.travis-ci.com/tea/larder.svg?branch=main',
  'https://codecov.io/gh/tea/larder/graph/badge.svg',
  'https://codecov.io/gh/tea/larder/branch/main/graph/badge.svg',
  'https://coveralls.io/repos/github/tea/larder/badge.svg?branch=main',
  'https://badge.fury.io/js/larder.svg',
  'https://pkg.go.dev/badge/github.com/tea/larder.svg',
  'https://github.com/tea/travis-ci.org/raw/main/x.png',
])('%s is left alone', (url) => {
  expect(findOutdated(new URL(url))).toBeUndefined()
})
