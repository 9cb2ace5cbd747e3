import { describe, expect, it, test } from 'vitest'
import { cran } from '../../src/manifests/cran.ts'
import { readManifest } from '../../src/manifests/manifest.ts'
import { filesWith } from '../folders.ts'

const read = (fields: Readonly<Record<string, string>>) => {
  const source = Object.entries(fields).map(([name, value]) => `${name}: ${value}\n`)
  return readManifest(cran, filesWith({ DESCRIPTION: source.join('') }), 'DESCRIPTION')
}

const fields = {
  Package: 'spam',
  Title: 'Spam\n    for All',
  Version: '1.2.0.9000',
  'Authors@R': 'c(\n    person("A", "B",\n  role = "cre"))',
  License: 'MIT + file LICENSE',
  URL: 'https://github.com/o/spam,\n    https://spam.example',
  BugReports: 'https://bugs.example',
}

describe('DESCRIPTION', () => {
  it('is read', async () => {
    expect(await read(fields)).toMatchObject({
      ecosystem: 'cran',
      name: 'spam',
      version: '1.2.0.9000',
      description: 'Spam for All',
      license: 'MIT',
      private: false,
      repository: { url: 'https://github.com/o/spam' },
      homepage: 'https://spam.example',
      issues: 'https://bugs.example',
    })
  })

  test.each([
    ['GPL-2 | GPL-3', 'GPL-2.0-only OR GPL-3.0-only'],
    ['GPL (>= 2)', 'GPL-2.0-or-later'],
    ['LGPL (>= 2.1) | file LICENCE', 'LGPL-2.1-or-later'],
    ['BSD_3_clause + file LICENSE', 'BSD-3-Clause'],
    ['MPL-2.0 | file LICENSE', 'MPL-2.0'],
    ['Apache License (== 2.0)', 'Apache License (== 2.0)'],
    ['file LICENSE', undefined],
  ])('names the license %s, which is %s', async (License, license) => {
    expect((await read({ ...fields, License }))?.license).toBe(license)
  })

  test.each([
    [{}, false],
    [{ Type: 'Package' }, false],
    [{ Type: 'Website' }, true],
    [{ License: '' }, true],
    [{ biocViews: 'Sequencing' }, true],
  ])('with %j is private: %s', async (changed, isPrivate) => {
    expect((await read({ ...fields, ...changed }))?.private).toBe(isPrivate)
  })

  test.each([{ ...fields, Package: '' }, { ...fields, Version: '' }, { Spam: 'for all' }])(
    'that is %j is none of R',
    async (some) => {
      expect(await read(some)).toBeUndefined()
    },
  )
})
