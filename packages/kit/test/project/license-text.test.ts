import { describe, expect, it, test } from 'vitest'
import { identifyLicense } from '../../src/project/license-text.ts'

const asIs = 'THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND'
const grant =
  'Permission is hereby granted, free of charge, to any person obtaining a copy\nof this software and associated documentation files (the "Software"), to deal\nin the Software without restriction'
const notice =
  'The above copyright notice and this permission notice shall be included in all\ncopies or substantial portions of the Software.'
const mit = `Copyright (c) 2026 Someone\n\n${grant}.\n\n${notice}\n\n${asIs}`
const redistribution =
  'Redistribution and use in source and binary forms, with or without\nmodification, are permitted provided that the following conditions are met:\n1. Redistributions of source code must retain the above copyright notice.'
const endorse = 'Neither the name of X nor the names of its contributors may be used to endorse or promote products.'
const isc =
  'Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted'

describe('identifyLicense', () => {
  test.each([
    ['Apache-2.0', 'SPDX-License-Identifier: APACHE-2.0\n\nSee the others.'],
    ['LicenseRef-Tea', 'SPDX-License-Identifier: LicenseRef-Tea'],
    ['MIT', mit],
    ['MIT', `# The MIT License (MIT)\n\n${mit}`],
    ['MIT', mit.replaceAll('\n', '\r\n    ')],
    ['MIT', `> ${mit.replaceAll('\n', '\n> ').replaceAll('"', '“')}`],
    ['MIT', mit.replace('this permission notice', 'this permission notice (including the next paragraph)')],
    ['MIT-0', `${grant}.\n${asIs}`],
    ['X11', `${mit}\nExcept as contained in this notice, the name of X shall not be used in advertising.`],
    ['ISC', `${isc}, provided that the above copyright notice appears in all copies.`],
    ['0BSD', `${isc}.`],
    ['BSD-2-Clause', redistribution],
    ['BSD-3-Clause', `${redistribution}\n${endorse}`],
    ['BSD-4-Clause', `${redistribution}\nAll advertising materials mentioning features must say so.\n${endorse}`],
    ['Unlicense', 'This is free and unencumbered software released into the public domain.'],
    ['Zlib', "This software is provided 'as-is'.\n2. Altered source versions must be plainly marked as such."],
    [
      'Apache-2.0',
      '                                 Apache License\n                           Version 2.0, January 2004',
    ],
    [
      'MPL-2.0',
      'Mozilla Public License Version 2.0\n==================================\nGNU General Public License, Version 2.0',
    ],
    ['EPL-2.0', 'Eclipse Public License - v 2.0\n\nTHE ACCOMPANYING PROGRAM'],
    ['EPL-1.0', 'JUnit\n\nEclipse Public License - v 1.0'],
    ['GPL-3.0', 'GNU GENERAL PUBLIC LICENSE\n   Version 3, 29 June 2007\n the GNU Affero General Public License'],
    ['GPL-2.0', '### GNU GENERAL PUBLIC LICENSE\n\nVersion 2, June 1991'],
    [
      'LGPL-3.0',
      'GNU LESSER GENERAL PUBLIC LICENSE\nVersion 3, 29 June 2007\n...the terms of version 3 of the GNU General Public License',
    ],
    ['LGPL-2.1', 'GNU LESSER GENERAL PUBLIC LICENSE\nVersion 2.1, February 1999'],
    ['AGPL-3.0', 'GNU AFFERO GENERAL PUBLIC LICENSE\nVersion 3, 19 November 2007'],
    ['CC0-1.0', 'CC0 1.0 Universal\n\nStatement of Purpose'],
    ['CC-BY-4.0', 'Attribution 4.0 International\n====='],
    ['CC-BY-4.0', 'Creative Commons Attribution 4.0 International License (CC BY 4.0)'],
    ['CC-BY-SA-4.0', 'Attribution-ShareAlike 4.0 International'],
    [
      'BSL-1.0',
      'Boost Software License - Version 1.0 - August 17th, 2003\nPermission is hereby granted, free of charge',
    ],
    ['BUSL-1.1', 'Business Source License 1.1'],
    ['EUPL-1.2', 'EUROPEAN UNION PUBLIC LICENCE v. 1.2\nEUPL © the European Union 2007, 2016'],
    ['OFL-1.1', 'Copyright 2015\nThis Font Software is licensed under the SIL Open Font License, Version 1.1.'],
    ['WTFPL', 'DO WHAT THE FUCK YOU WANT TO PUBLIC LICENSE\nVersion 2'],
    ['MulanPSL-2.0', '木兰宽松许可证, 第2版\n木兰宽松许可证， 第2版'],
    ['BlueOak-1.0.0', '# Blue Oak Model License\n\nVersion 1.0.0'],
    ['LicenseRef-Own', 'SPDX-License-Identifier: LicenseRef-Own\nAll of it.'],
  ])('finds %s', (id, text) => {
    expect(identifyLicense(text)).toBe(id)
  })

  test.each([
    ['nothing', ''],
    ['words of its own', 'All rights reserved.'],
    ['a changed meaning', `${mit}\n"Commons Clause" License Condition v1.0`],
    ['no commercial use', 'Attribution-NonCommercial 4.0 International'],
    ['no commercial use, but sharing alike', 'Attribution-NonCommercial-ShareAlike 4.0 International'],
    ['two licences', `${mit}\n\n-----\n\n${redistribution}`],
    ['one licence and the title of another', `${mit}\n${'x '.repeat(300)}\nApache License\nVersion 2.0, January 2004`],
    ['a title only deep in the text', `${'x '.repeat(300)}\nMozilla Public License Version 2.0`],
    ['another version', 'Apache License\nVersion 1.1'],
  ])('does not guess at %s', (_, text) => {
    expect(identifyLicense(text)).toBeUndefined()
  })

  it('takes the title at the top for the licence of all, whatever comes with it', () => {
    expect(identifyLicense(`Apache License\nVersion 2.0\n${'x '.repeat(9000)}\n${mit}`)).toBe('Apache-2.0')
  })
})
