import { describe, expect, test } from 'vitest'
import { readReleaseTitle } from '../../src/changelog/heading.ts'

describe('the heading of a release', () => {
  test.each([
    ['[1.2.3] - 2026-01-02', '1.2.3', '2026-01-02'],
    ['1.2.3 (2026-01-02)', '1.2.3', '2026-01-02'],
    ['v1.2.3', '1.2.3', undefined],
    ['[v1.3.4](https://example.com/tree/v1.3.4) (2021-04-27)', '1.3.4', '2021-04-27'],
    ['Version 5.4.0', '5.4.0', undefined],
    ['22.2.0-next.2 "hydrogen-horse" (2026-08-19)', '22.2.0-next.2', '2026-08-19'],
    ['5.8.34(2024-11-25)', '5.8.34', '2024-11-25'],
    ['5.0.0.rc - 2025-12-31', '5.0.0.rc', '2025-12-31'],
    ['@scope/pkg@1.2.3', '1.2.3', undefined],
    ['pkg/v1.2.3 - 2026-01-02', '1.2.3', '2026-01-02'],
    ['v7', '7', undefined],
    ['🌱 [1.2.3](https://example.com) (2026-01-02)', '1.2.3', '2026-01-02'],
    [':rocket: v1.2.3', '1.2.3', undefined],
    ['Changes in 1.2.3', '1.2.3', undefined],
    ['Changelog for tea-pot 1.2.3 (2026-01-02)', '1.2.3', '2026-01-02'],
    ['🏳️‍🌈 Version 1.2.3', '1.2.3', undefined],
    // Of the modules of one repository, the first is that of the root.
    ['[1.45.0/0.67.0/0.0.18] 2026-08-03', '1.45.0', '2026-08-03'],
    ['[0.5.0] - 2026-01-02 [YANKED]', '0.5.0', '2026-01-02'],
    ['<a name="v1.2.3">v1.2.3</a> - 2026-01-02', '1.2.3', '2026-01-02'],
    ['<a id="1.2.3"></a>1.2.3 (2026-01-02)', '1.2.3', '2026-01-02'],
    ['\\[2.0.6]', '2.0.6', undefined],
    ['\\[2.0.6\\] - 2026-01-02', '2.0.6', '2026-01-02'],
  ])('%s is that of %s', (text, version, date) => {
    const title = readReleaseTitle(text)
    expect([title?.version, title?.date]).toEqual([version, date])
  })

  test.each([
    ['0.28.1 (6th December, 2024)', '6th December, 2024'],
    ['v4.0.2 - 13 Jan, 2022', '13 Jan, 2022'],
    ['[v3.2.4] - 06-01-2026', '06-01-2026'],
  ])('%s has a date in words', (text, dateText) => {
    const title = readReleaseTitle(text)
    expect([title?.date, title?.dateText]).toEqual([undefined, dateText])
  })

  test.each([
    '[Unreleased]',
    'UNRELEASED',
    '[Unreleased] - ReleaseDate',
    'master (unreleased)',
    'Next - TBD',
    '[Next](https://github.com/o/r/compare/v1.0.0..main) - TBD',
    'Unreleased / Beta',
    'Next',
    'TBD',
    'dev',
    'Git',
    'To Be Released',
    '[Unreleased](https://github.com/o/r/compare/v1.0.0...HEAD)',
    '1.3.0 (unreleased)',
    'v1.3.0-dev',
    '1.3.0-SNAPSHOT',
  ])('%s is what is not released', (text) => {
    expect(readReleaseTitle(text)?.unreleased).toBe(true)
  })

  test.each([
    'Added',
    '🐛 Bug Fixes',
    '5.x Releases',
    '1.0 to 2.0 migration',
    'Node 18',
    '2 fixes',
    'Bug Fixes',
    'nextTick is gone',
    'Nextcloud, in development',
    'Older versions',
    'Unreliable networks',
  ])('%s is another heading', (text) => {
    expect(readReleaseTitle(text)).toBeUndefined()
  })

  test.each([
    ['[v1.2.3](https://example.com) (2026-01-02)', 'link', ' ({YYYY-MM-DD})'],
    ['[1.2.3] - 2026-01-02', 'reference', ' - {YYYY-MM-DD}'],
    ['1.2.3', 'plain', ''],
    ['v1.2.3 — 2026-01-02', 'plain', ' — {YYYY-MM-DD}'],
    ['v1.2.3 on 2026-01-02', 'plain', ' on {YYYY-MM-DD}'],
    ['v1.2.3 (_2026-01-02_)', 'plain', ' (_{YYYY-MM-DD}_)'],
    ['1.2.3, 2026/01/02', 'plain', ', {YYYY/MM/DD}'],
    ['1.2.3 (March 10, 2026)', 'plain', ' ({MMMM D, YYYY})'],
    ['1.2.3 (March 03, 2026)', 'plain', ' ({MMMM DD, YYYY})'],
    ['1.2.3 / 3rd Jan 2026', 'plain', ' / {Do MMM YYYY}'],
    ['[0.5.0] - 2026-01-02 [YANKED]', 'reference', ' - {YYYY-MM-DD}'],
    ['1.2.3 "tea" (2026-01-02)', 'plain', ' ({YYYY-MM-DD})'],
    ['1.2.3 `02 Jan 2026`', 'plain', ' `{DD MMM YYYY}`'],
    ['1.2.3 (01/02/2026)', 'plain', ' ({YYYY-MM-DD})'],
  ])('%s tells how it is written', (text, link, date) => {
    expect(readReleaseTitle(text)?.form).toMatchObject({ link, date })
  })

  test('has signs that Markdown needs no escapes for', () => {
    expect(readReleaseTitle(String.raw`v5\.2\.0\-rc1`)).toMatchObject({ version: '5.2.0-rc1', form: { prefix: 'v' } })
  })

  test('may be struck through, and have a full stop behind the version', () => {
    expect(readReleaseTitle('~~v1.2.3 (2026-01-02)~~')).toMatchObject({
      version: '1.2.3',
      yanked: true,
      date: '2026-01-02',
    })
    expect(readReleaseTitle('~~Fixes~~')).toBeUndefined()
    expect(readReleaseTitle('1.2.3. / 2026-01-02')).toMatchObject({ version: '1.2.3', date: '2026-01-02' })
    expect(readReleaseTitle('1.2. How to pour')).toBeUndefined()
  })

  test('tells a version that was taken back', () => {
    expect(readReleaseTitle('[0.5.0] - 2026-01-02 [YANKED]')?.yanked).toBe(true)
  })
})
