import { CommitParser } from 'conventional-commits-parser'
import { describe, expect, test } from 'vitest'
import { checkMessage, faultsIn, type MessageSetting } from './run.ts'

const strict: MessageSetting = { flags: ['--strict'] }
const asked: MessageSetting = { files: { 'frontdoor.yml': 'changelog-gen:\n  messages: conventional\n' } }

const workspace = {
  'package.json': { private: true, workspaces: ['packages/*'] },
  'packages/larder/package.json': { name: '@tea/larder', version: '1.0.0' },
  'packages/jars/package.json': { name: '@tea/jam-jars', version: '1.0.0' },
}
const scoped = (scopes: string) => ({ ...workspace, 'frontdoor.yml': `changelog-gen:\n  scopes: ${scopes}\n` })

describe('a scope', () => {
  test.each<[message: string, faults: readonly string[], setting?: MessageSetting]>([
    [
      'feat(lrader): a',
      ['message/scope 1:6 There is no package "lrader"; did you mean "larder"?'],
      { files: workspace },
    ],
    [
      '✨ feat(larder, jam-jrs)!: a',
      ['message/scope 1:16 There is no package "jam-jrs"; did you mean "jam-jars"?'],
      { files: workspace },
    ],
    ['feat(jam_jars, jamJars): a', [], { files: workspace }],
    [
      'feat(kettle): a',
      ['message/scope 1:6 "kettle" is no scope here; there are jam-jars, jars, larder'],
      { files: scoped('packages') },
    ],
    [
      'feat(dosc): a',
      ['message/scope 1:6 "dosc" is no scope here; there are docs, ci'],
      { files: scoped('[docs, ci]') },
    ],
    [
      'feat(larder/realese): a',
      ['message/scope 1:13 "realese" is no scope here; did you mean "release"?'],
      { files: scoped('[packages, release]') },
    ],
  ])('%s', async (message, faults, setting) => {
    expect(faultsIn(await checkMessage(message, setting))).toEqual(faults)
  })

  test.each<[why: string, message: string, setting?: MessageSetting]>([
    ['it names a package', 'feat(Larder): a', { files: scoped('packages') }],
    ['it names a package by its whole name', 'feat(@tea/jam-jars): a', { files: scoped('packages') }],
    ['it names a folder', 'feat(packages/jars): a', { files: scoped('packages') }],
    ['it names two packages', 'feat(larder,jars): a', { files: scoped('packages') }],
    ['there is none', 'feat: a', { files: scoped('[docs]') }],
    ['scopes are free', 'feat(kettle): a', { files: workspace }],
    ['a plural is another word', 'feat(larders): a', { files: workspace }],
    ['older commits have it', 'feat(lrader): a', { files: workspace, history: ['fix(lrader): b', 'fix(lrader): c'] }],
    ['a file is called so', 'feat(lardr): a', { files: { ...workspace, 'src/lardr.ts': '' } }],
    [
      'packages are asked for where there are none',
      'feat(tea): a',
      { files: { 'frontdoor.yml': 'changelog-gen:\n  scopes: packages\n' } },
    ],
    ['the message was made', 'fixup! feat(lrader): a', { files: workspace }],
  ])('is fine where %s', async (_, message, setting) => {
    expect(faultsIn(await checkMessage(message, setting))).toEqual([])
  })
})

describe('a message that others would misread', () => {
  test.each<[message: string, faults: readonly string[], setting?: MessageSetting]>([
    ['feat : hold', ['message/header 1:1 Most tools see no type in "feat :": write "feat: hold"']],
    ['feat:', ['message/header 1:1 Nothing behind "feat:": say what the change does']],
    ['faet: hold', ['message/type 1:1 "faet" is no type here; did you mean "feat"?']],
    ['✨ fxi(a): hold', ['message/type 1:3 "fxi" is no type here; did you mean "fix"?']],
    [
      'feat: hold\r\ntea',
      ['message/blank-line 2:1 No blank line below the title: git and other tools take this line for a part of it'],
    ],
    [
      'feat: a\n\nBreaking change: b',
      [
        'message/breaking 3:1 "Breaking change:" may be read as text: start the line with "BREAKING CHANGE: ", or other words if nothing breaks',
      ],
    ],
    [
      'feat: a\n\nBREAKING CHANGE:\n',
      ['message/breaking 3:1 Nothing behind "BREAKING CHANGE:": say what breaks, and what to do'],
    ],
    [
      'feat: a\n\nrelease-as: next',
      [
        'message/trailer 3:1 "release-as" is read as text: write "Release-As"',
        'message/trailer 3:13 "next" is no version, such as 1.2.3',
      ],
    ],
    ['nue: a', ['message/type 1:1 "nue" is no type here; did you mean "neu"?'], { files: own() }],
    [
      'Hold tea',
      [
        'message/type 1:1 No type here; start with one of neu, feat, fix, perf, docs, refactor, test, build, ci, chore, style, revert, and a colon',
      ],
      { ...strict, files: own() },
    ],
    [
      'Hold tea',
      [expect.stringMatching(/^message\/type 1:1 No type here; start with one of feat, fix/) as string],
      asked,
    ],
    [
      'cup: hold',
      [expect.stringMatching(/^message\/type 1:1 "cup" is no type here; start with one of/) as string],
      asked,
    ],
  ])('%s', async (message, faults, setting) => {
    const checked = await checkMessage(message, setting)
    expect(faultsIn(checked)).toEqual(faults)
    expect(checked.code).toBe(1)
  })

  test.each<[why: string, message: string, setting?: MessageSetting]>([
    ['the words are in code', 'feat: a\n\n```\nBREAKING CHANGES: b\n```'],
    ['a bot quotes them', 'chore: a\n\n<details>\nBREAKING CHANGES: b\n</details>'],
    ['the text only talks of breaking', 'feat: a\n\nBREAKING the cup is bad.\nbreaking: a cup'],
    ['a folder is called so', 'core: a', { files: { 'src/core/a.ts': '' }, history: ['feat: a'] }],
    ['older commits start so', 'core: a', { history: ['core: x', 'core(b): y', 'feat: z'] }],
    ['the type is any', 'faet: a', { files: own('*') }],
    ['the emoji tells the type', '✨ hold', strict],
    ['an address or a path follows', 'site:search is slow\n\nfix://a'],
    ['a word is no type for most', 'update (docs) of cups'],
    ['the note is in a list', 'feat: a\n\n- BREAKING CHANGE: b\n* BREAKING-CHANGE: c'],
    ['blanks have no end', `feat${' '.repeat(50_000)}: a`],
    ['the word only rhymes with a type', 'jest: toBe'],
    ['the note stands below', 'feat: a\n\nBREAKING CHANGE:\n\nb'],
    ['changelog is a word', 'feat: a\n\nchangelog: see there'],
  ])('but not where %s', async (_, message, setting) => {
    expect(faultsIn(await checkMessage(message, setting))).toEqual([])
  })
})

describe('--fix', () => {
  const parser = new CommitParser({
    headerPattern: /^(\w*)(?:\((.*)\))?!?: (.*)$/,
    breakingHeaderPattern: /^(\w*)(?:\((.*)\))?!: (.*)$/,
  })
  test.each<[message: string, fixed: string]>([
    ['feat : hold', 'feat: hold'],
    ['feat(a) : hold', 'feat(a): hold'],
    ['feat (a): hold', 'feat(a): hold'],
    ['feat( a )!: hold', 'feat(a)!: hold'],
    ['feat(a) !: hold', 'feat(a)!: hold'],
    ['feat!(a): hold', 'feat(a)!: hold'],
    ['feat:hold', 'feat: hold'],
    ['feat：hold', 'feat: hold'],
    ['feat; hold', 'feat: hold'],
    ['feat(a) hold', 'feat(a): hold'],
    ['feat(a: hold', 'feat(a): hold'],
    ['feat hold', 'feat: hold'],
    ['feat(): hold', 'feat: hold'],
    ['  feat: hold', 'feat: hold'],
    ['- feat: hold', 'feat: hold'],
    ['feat: hold\ntea', 'feat: hold\n\ntea'],
    ['feat: hold\r\ntea\r\n', 'feat: hold\r\n\r\ntea\r\n'],
    ['feat: a\n\nBREAKING CHANGES: b', 'feat: a\n\nBREAKING CHANGE: b'],
    ['feat: a\n\nBREAKNG CHANGE: b', 'feat: a\n\nBREAKING CHANGE: b'],
    ['feat: a\n\nBREAKING CHNAGE: b', 'feat: a\n\nBREAKING CHANGE: b'],
    ['feat: a\n\nBREAKING_CHANGE: b', 'feat: a\n\nBREAKING CHANGE: b'],
    ['feat: a\n\nBREAKING: b', 'feat: a\n\nBREAKING CHANGE: b'],
    ['feat: a\n\nBREAKING CHANGE : b', 'feat: a\n\nBREAKING CHANGE: b'],
    ['feat: a\n\nBREAKING CHANGE - b', 'feat: a\n\nBREAKING CHANGE: b'],
    ['feat: a\n\nBREAKING CHANGE b', 'feat: a\n\nBREAKING CHANGE: b'],
    ['feat: a\n\n**BREAKING CHANGE:** b', 'feat: a\n\nBREAKING CHANGE: b'],
    ['feat: a\n\n## BREAKING CHANGE: b', 'feat: a\n\nBREAKING CHANGE: b'],
    ['feat: a\n\n  BREAKING CHANGE: b', 'feat: a\n\nBREAKING CHANGE: b'],
    ['feat: a\n\nAPI BREAKING CHANGE: b', 'feat: a\n\nBREAKING CHANGE: b'],
    ['\uFEFFfeat : a', '\uFEFFfeat: a'],
  ])('makes of %j what other tools read', async (message, fixed) => {
    const { text, code, findings } = await checkMessage(message, { flags: ['--fix'], env: { GIT_EDITOR: ':' } })
    expect(text).toBe(fixed)
    expect({ code, findings }).toMatchObject({ code: 0, findings: { length: 1 } })
    const read = parser.parse(text.replace(/^\uFEFF/, '').replaceAll('\r', ''))
    expect(read.header).toMatch(/^feat/)
    expect(read.notes.length).toBe(fixed.includes('BREAKING') || fixed.includes('!') ? 1 : 0)
  })

  test('leaves what wants an eye', async () => {
    const message = 'faet: a\n\nbreaking change: b\n'
    expect(await checkMessage(message, { flags: ['--fix'] })).toMatchObject({ text: message, code: 1 })
  })
})

function own(type = 'neu'): NonNullable<MessageSetting['files']> {
  return { 'frontdoor.json': { 'changelog-gen': { categories: [{ title: 'Neu', when: { type } }] } } }
}
