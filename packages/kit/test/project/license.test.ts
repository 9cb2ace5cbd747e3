import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { manifestOf } from '../../src/manifests/manifest.ts'
import { projectFiles } from '../../src/project/files.ts'
import { findLicense, toSpdx } from '../../src/project/license.ts'
import { filesWith, folderWith } from '../folders.ts'

const mit = 'Permission is hereby granted, free of charge, to any person obtaining a copy of this software'
const apache = 'Apache License\nVersion 2.0, January 2004'
const ccBy = 'Creative Commons Attribution 4.0 International Public License'
const unknown = 'Ask me.'

describe('findLicense', () => {
  test.each([
    [{ LICENSE: mit }, 'MIT', 'LICENSE'],
    [{ 'licence.txt': mit }, 'MIT', 'licence.txt'],
    [{ 'LICENSE.md': mit, 'LICENSE.rst': apache }, 'MIT', 'LICENSE.md'],
    [{ COPYING: apache }, 'Apache-2.0', 'COPYING'],
    [{ 'MIT-LICENSE': mit }, 'MIT', 'MIT-LICENSE'],
    [
      { UNLICENSE: 'This is free and unencumbered software released into the public domain.' },
      'Unlicense',
      'UNLICENSE',
    ],
    [{ 'LICENSE-APACHE': apache, 'LICENSE-MIT': mit }, 'MIT OR Apache-2.0', 'LICENSE-APACHE'],
    [{ 'LICENSE-APACHE.txt': apache, 'LICENSE-MIT.md': mit }, 'MIT OR Apache-2.0', 'LICENSE-MIT.md'],
    [{ LICENSE: unknown, 'LICENSE-APACHE': apache, 'LICENSE-MIT': mit }, 'MIT OR Apache-2.0', 'LICENSE-APACHE'],
    [{ LICENSE_CC: ccBy, LICENSE_MIT: mit }, undefined, 'LICENSE_CC'],
    [{ LICENSE: mit, 'LICENSE-THIRD-PARTY': apache }, 'MIT', 'LICENSE'],
    [{ LICENSE: mit, 'LICENSE-DOCS': apache }, 'MIT', 'LICENSE'],
    [{ 'LICENSE-CODE': mit, 'LICENSE-TEXT': unknown }, undefined, undefined],
    [
      {
        COPYING: 'GNU GENERAL PUBLIC LICENSE Version 3',
        'COPYING.LESSER': 'GNU LESSER GENERAL PUBLIC LICENSE Version 3',
      },
      'LGPL-3.0',
      'COPYING.LESSER',
    ],
    [{ 'LICENSE.APACHE-2.0': apache, 'LICENSE.MIT': mit }, 'MIT OR Apache-2.0', 'LICENSE.APACHE-2.0'],
    [{ LICENSE: unknown }, undefined, 'LICENSE'],
    [{ 'LICENSE/MIT.txt': mit, 'license-checker.json': mit, 'LICENSE.js': mit }, undefined, undefined],
  ])('of %j is %s', async (texts, spdx, path) => {
    const found = await findLicense(filesWith(texts), [''], [])
    expect([found?.spdx, found?.path]).toEqual([spdx, path])
  })

  it('is what a manifest names, with the file beside it', async () => {
    const found = await findLicense(filesWith({ LICENSE: apache }), [''], [manifest('MIT')])
    expect(found).toEqual({ spdx: 'MIT', path: 'LICENSE' })
  })

  it('is told by the file where the manifest leaves it open', async () => {
    const found = await findLicense(
      filesWith({ LICENSE: apache }),
      [''],
      [manifest('SEE LICENSE IN LICENSE'), manifest()],
    )
    expect(found).toEqual({ spdx: 'Apache-2.0', path: 'LICENSE' })
  })

  it('is told by the file where the manifest has what npm writes into it', async () => {
    expect((await findLicense(filesWith({ LICENSE: apache }), [''], [manifest('ISC')]))?.spdx).toBe('Apache-2.0')
    expect((await findLicense(filesWith({ LICENSE: unknown }), [''], [manifest('ISC')]))?.spdx).toBe('ISC')
  })

  it('needs no file', async () => {
    expect(await findLicense(filesWith({}), [''], [manifest('ISC')])).toEqual({ spdx: 'ISC' })
    expect(await findLicense(filesWith({}), [''], [manifest()])).toBeUndefined()
  })

  it('has no file further up that has another licence', async () => {
    const root = folderWith({ LICENSE: apache, 'a/README.md': '' })
    const files = projectFiles(join(root, 'a'), root)
    expect(await findLicense(files, ['', '..'], [manifest('MIT')])).toEqual({ spdx: 'MIT' })
    expect(await findLicense(files, ['', '..'], [manifest('MIT OR Apache-2.0')])).toEqual({
      spdx: 'MIT OR Apache-2.0',
      path: '../LICENSE',
    })
    expect(await findLicense(files, ['', '..'], [manifest()])).toEqual({ spdx: 'Apache-2.0', path: '../LICENSE' })
  })

  it('is that of the folder before that of the root', async () => {
    const files = filesWith({ 'a/LICENSE': mit, LICENSE: apache })
    expect(await findLicense(files, ['a', ''], [])).toEqual({ spdx: 'MIT', path: 'a/LICENSE' })
    expect(await findLicense(files, ['b', ''], [])).toEqual({ spdx: 'Apache-2.0', path: 'LICENSE' })
  })
})

describe('toSpdx', () => {
  test.each([
    ['MIT', 'MIT'],
    ['mit', 'MIT'],
    ['The MIT License', 'MIT'],
    ['MIT License', 'MIT'],
    ['Apache-2.0', 'Apache-2.0'],
    ['Apache 2.0', 'Apache-2.0'],
    ['Apache License, Version 2.0', 'Apache-2.0'],
    ['Apache License v2.0', 'Apache-2.0'],
    ['Apache Software License 2.0', 'Apache-2.0'],
    ['BSD-3-Clause', 'BSD-3-Clause'],
    ['BSD 3-Clause License', 'BSD-3-Clause'],
    ['BSD3', 'BSD-3-Clause'],
    ['BSD2', 'BSD-2-Clause'],
    ['MIT/X11', 'MIT'],
    ['ISC License (ISCL)', 'ISC'],
    ['Mozilla Public License 2.0 (MPL 2.0)', 'MPL-2.0'],
    ['The Unlicense (Unlicense)', 'Unlicense'],
    ['GNU General Public License v3 or later (GPLv3+)', 'GPL-3.0-or-later'],
    ['GNU General Public License v3 (GPLv3)', 'GPL-3.0-only'],
    ['GPL-3.0-or-later', 'GPL-3.0-or-later'],
    ['GPL-3.0', 'GPL-3.0'],
    ['MIT OR Apache-2.0', 'MIT OR Apache-2.0'],
    ['(MIT OR Apache-2.0)', 'MIT OR Apache-2.0'],
    ['Apache-2.0 WITH LLVM-exception', 'Apache-2.0 WITH LLVM-exception'],
    ['MulanPSL-2.0', 'MulanPSL-2.0'],
  ])('reads %j as %s', async (name, spdx) => {
    expect(await toSpdx(name)).toBe(spdx)
  })

  test.each([
    'BSD',
    'BSD License',
    'GPL',
    'GPLv3',
    'Apache Software License',
    'Other',
    'UNLICENSED',
    'Proprietary',
    'constructor',
    '',
  ])('leaves %j open', async (name) => {
    expect(await toSpdx(name)).toBeUndefined()
  })
})

function manifest(license?: string) {
  return manifestOf({ ecosystem: 'npm', path: 'package.json', license })
}
