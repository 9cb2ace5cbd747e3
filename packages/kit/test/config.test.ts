import { symlink, truncate } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, expectTypeOf, it, test } from 'vitest'
import { loadConfig } from '../src/config.ts'
import { UserError } from '../src/io.ts'
import { type FileTable, project, type TestProject } from '../src/testing.ts'
import { type Severity, section } from './config/sample.ts'
import { loadedLibraries } from './loaded.ts'

const loader = fileURLToPath(new URL('config/load.ts', import.meta.url))

const defaults = { hosts: [], width: 100, strict: false }

async function load(folder: TestProject, { from = '.', cwd = '.', explicit = undefined as string | undefined } = {}) {
  const request = {
    from: folder.join(from),
    root: folder.path,
    tool: 'readme-lint',
    schema: section,
    explicit,
  } as const
  return loadConfig({ cwd: folder.join(cwd) }, request)
}

async function messageOf(files: FileTable, settings?: Parameters<typeof load>[1]): Promise<string> {
  const error = await load(await project(files), settings).then(
    () => expect.fail('the config was taken'),
    (reason) => reason,
  )
  expect(error).toBeInstanceOf(UserError)
  return error.message
}

const wide = (width: number) => ({ 'readme-lint': { width } })

describe('a config', () => {
  it('is the defaults where there is none', async () => {
    const folder = await project({
      'README.md': '',
      'package.json': { name: 'frontdoor' },
      'pyproject.toml': '[tool.x]\n',
    })
    expect(await load(folder)).toMatchObject({ folder: folder.path, values: defaults })
  })

  it('has the types of its schema', async () => {
    const { values } = await load(await project())
    expectTypeOf(values.hosts).toEqualTypeOf<('github' | 'npm' | 'pypi')[]>()
    expectTypeOf(values.width).toEqualTypeOf<number>()
    expectTypeOf(values.ratio).toEqualTypeOf<number | undefined>()
    expectTypeOf(values.style).toEqualTypeOf<'plain' | 'flat' | 'round' | boolean | undefined>()
    expectTypeOf(values.rules).toEqualTypeOf<Record<string, Severity | { [option: string]: unknown }> | undefined>()
    expect(values.rules).toBeUndefined()
  })

  test.each<[string, string | object]>([
    [
      'frontdoor.yml',
      'readme-lint:\n  hosts: [npm]\n  rules:\n    top/title: off\n    links/source: { severity: error }\n',
    ],
    [
      'frontdoor.yaml',
      'readme-lint: {"hosts": ["npm"], "rules": {"top/title": "off", "links/source": {"severity": "error"}}}',
    ],
    [
      '.config/frontdoor.json',
      '{"readme-lint": {"hosts": ["npm"], "rules": {"top/title": "off", "links/source": {"severity": "error"}}}}',
    ],
    [
      'frontdoor.jsonc',
      '\ufeff{"readme-lint": {"hosts": ["npm"], /* x */ "rules": {"top/title": "off", "links/source": {"severity": "error"},},}}',
    ],
    [
      '.config/frontdoor.toml',
      '[readme-lint]\nhosts = ["npm"]\nrules."top/title" = "off"\nrules."links/source".severity = "error"\n',
    ],
    [
      'package.json',
      {
        name: 'x',
        frontdoor: {
          'readme-lint': { hosts: ['npm'], rules: { 'top/title': 'off', 'links/source': { severity: 'error' } } },
        },
      },
    ],
    [
      'pyproject.toml',
      '[project]\nname = "x"\n[tool.frontdoor.readme-lint]\nhosts = ["npm"]\n[tool.frontdoor.readme-lint.rules]\n"top/title" = "off"\n"links/source" = { severity = "error" }\n',
    ],
  ])('is read from %s', async (path, content) => {
    const folder = await project({ [path]: content })
    const rules = { 'top/title': 'off', 'links/source': { severity: 'error' } }
    const expected = { path, folder: folder.path, values: { ...defaults, hosts: ['npm'], rules } }
    expect(await load(folder)).toMatchObject(expected)
    expect(await load(folder, { explicit: path })).toMatchObject(expected)
  })

  test('says where a setting stands, or what should hold it', async () => {
    const { placeOf } = await load(
      await project({ 'frontdoor.yml': 'readme-lint:\n  hosts: [npm, pypi]\n  rules:\n    top/title: off\n' }),
    )
    expect([placeOf('hosts', 1), placeOf('hosts', 2), placeOf('rules', 'top/title'), placeOf('profile')]).toEqual([
      'frontdoor.yml:2:16',
      'frontdoor.yml:2:10',
      'frontdoor.yml:4:16',
      'frontdoor.yml:2:3',
    ])
  })

  test.each([
    ['an empty file', ''],
    ['a file of comments', '# readme-lint:\n'],
    ['an empty section', 'readme-lint:\n  # hosts: [npm]\n'],
    ['sections of other tools, right or wrong', 'changelog-gen: 3\nbadge-sync: { x: y }\n'],
    ['the address of a schema', '$schema: https://example.com/schema.json\n'],
  ])('is the defaults in %s', async (_, text) => {
    expect((await load(await project({ 'frontdoor.yml': text }))).values).toEqual(defaults)
  })

  it('has one value for an empty object, an empty section and none', async () => {
    for (const text of ['{}', '{"readme-lint": {}}']) {
      expect((await load(await project({ 'frontdoor.json': text }))).values).toEqual(defaults)
    }
  })
})

describe('a config loads', () => {
  const always = ['@cfworker/json-schema', 'fastest-levenshtein']

  test.each<[string, FileTable, string[]]>([
    ['nothing where there is none', { 'README.md': '' }, []],
    ['nothing for manifests without settings', { 'package.json': { name: 'x' }, 'pyproject.toml': '[project]\n' }, []],
    ['nothing for a package called frontdoor', { 'package.json': { name: 'frontdoor' } }, []],
    ['the checks and YAML', { 'frontdoor.yml': 'readme-lint: {}' }, [...always, 'yaml']],
    ['the checks and JSON', { 'package.json': { frontdoor: { 'readme-lint': {} } } }, [...always, 'jsonc-parser']],
    [
      'the checks and TOML',
      { 'frontdoor.toml': '[readme-lint]' },
      ['@cfworker/json-schema', 'eslint-visitor-keys', 'fastest-levenshtein', 'toml-eslint-parser'],
    ],
  ])('%s', async (_, files, libraries) => {
    const { path } = await project(files)
    expect(await loadedLibraries(loader, [path])).toEqual(libraries)
  })
})

describe('the search', () => {
  const files = {
    'frontdoor.json': wide(50),
    'a/.config/frontdoor.json': wide(60),
    'a/b/package.json': { name: 'b' },
    'a/b/c/package.json': { frontdoor: wide(70) },
    'd/README.md': '',
  }

  test.each([
    ['.', 50, '.', 'frontdoor.json'],
    ['a', 60, 'a', 'a/.config/frontdoor.json'],
    ['a/b', 60, 'a', 'a/.config/frontdoor.json'],
    ['a/b/c', 70, 'a/b/c', 'a/b/c/package.json'],
    ['d', 50, '.', 'frontdoor.json'],
    ['d/not/there', 50, '.', 'frontdoor.json'],
  ])('from %s takes the nearest: width %i for %s', async (from, width, home, path) => {
    const folder = await project(files)
    const config = await load(folder, { from })
    expect(config).toMatchObject({ path, folder: folder.join(home).replace(/\/\.$/, ''), values: { width } })
  })

  it('names files as the working directory sees them', async () => {
    expect((await load(await project(files), { from: 'a', cwd: 'd' })).path).toBe('../a/.config/frontdoor.json')
  })

  it('ends at the root', async () => {
    const folder = await project({ 'frontdoor.json': wide(50), 'repository/README.md': '' })
    const root = folder.join('repository')
    const request = { from: root, root, tool: 'readme-lint', schema: section } as const
    expect(await loadConfig({ cwd: root }, request)).toMatchObject({ folder: root, values: defaults })
  })

  it('does not climb from a folder outside the root', async () => {
    const folder = await project({ 'frontdoor.json': wide(50), 'repository/README.md': '', 'other/README.md': '' })
    const request = {
      from: folder.join('other'),
      root: folder.join('repository'),
      tool: 'readme-lint',
      schema: section,
    } as const
    expect((await loadConfig({ cwd: folder.path }, request)).values).toEqual(defaults)
  })

  test.each<[string, FileTable, string]>([
    [
      'two syntaxes',
      { 'frontdoor.yml': '', 'frontdoor.toml': '' },
      'both frontdoor.yml and frontdoor.toml hold settings; keep one of them',
    ],
    [
      'two folders',
      { 'frontdoor.yml': '', '.config/frontdoor.yml': '' },
      'both frontdoor.yml and .config/frontdoor.yml hold settings',
    ],
    [
      'a manifest',
      { 'frontdoor.yml': '', 'package.json': { frontdoor: {} } },
      'both frontdoor.yml and package.json hold settings',
    ],
    [
      'two manifests',
      { 'package.json': { frontdoor: {} }, 'pyproject.toml': '[tool.frontdoor]\n' },
      'both package.json and pyproject.toml hold settings',
    ],
  ])('refuses settings in two places: %s', async (_, table, message) => {
    expect(await messageOf(table)).toContain(message)
  })

  test.each(['frontdoor.js', 'frontdoor.config.ts', '.frontdoorrc', 'frontdoor.yml.js'])(
    'never looks at %s',
    async (name) => {
      expect((await load(await project({ [name]: 'throw 1' }))).values).toEqual(defaults)
    },
  )

  it('does not follow a link out of the root', async () => {
    const folder = await project({ 'secret.yml': 'password: x', 'repository/README.md': '' })
    const root = folder.join('repository')
    await symlink('../secret.yml', folder.join('repository/frontdoor.yml'))
    const request = { from: root, root, tool: 'readme-lint', schema: section } as const
    await expect(loadConfig({ cwd: root }, request)).rejects.toThrow(/^frontdoor\.yml leads to .*, which is outside/)
  })
})

describe('--config', () => {
  it('reads a file of any name and place, in its syntax', async () => {
    const folder = await project({ 'frontdoor.yml': 'no', 'other/my.jsonc': '{"readme-lint": {"width": 33}} // x' })
    const config = await load(folder, { cwd: 'other', explicit: 'my.jsonc' })
    expect(config).toMatchObject({ path: 'my.jsonc', folder: folder.join('other'), values: { width: 33 } })
    expect((await load(folder, { explicit: folder.join('other/my.jsonc') })).values.width).toBe(33)
  })

  test.each([
    ['missing.yml', /^there is no file missing\.yml$/],
    ['my.js', 'my.js is no config; use a .yml, .yaml, .json, .jsonc or .toml file, never code'],
    ['frontdoor', 'frontdoor is no config; use a .yml, .yaml, .json, .jsonc or .toml file, never code'],
    ['package.json', 'package.json has no key frontdoor'],
    ['pyproject.toml', 'pyproject.toml has no key tool.frontdoor'],
    ['docs', 'docs is no config; use a .yml, .yaml, .json, .jsonc or .toml file, never code'],
  ])('refuses %s', async (explicit, message) => {
    const files = {
      'my.js': '',
      'docs/x': '',
      'package.json': { name: 'frontdoor' },
      'pyproject.toml': '[project]\nname = "frontdoor"\n',
    }
    expect(await messageOf(files, { explicit })).toMatch(message)
  })
})

describe('a mistake is told with its line and column, and what to write instead', () => {
  test.each<[string, string, string]>([
    [
      'frontdoor.yml',
      'readme-lint:\n  rules:\n    top/titel: off\n',
      'frontdoor.yml:3:5: readme-lint.rules has no rule "top/titel"; did you mean "top/title"?',
    ],
    [
      'frontdoor.json',
      '{"readme-lint": {\n  "rules": { "top/titel": "off" }\n}}',
      'frontdoor.json:2:14: readme-lint.rules has no rule "top/titel"; did you mean "top/title"?',
    ],
    [
      '.config/frontdoor.jsonc',
      '// x\n{"readme-lint": {\n  "rules": { /* y */ "top/titel": "off" },\n}}',
      '.config/frontdoor.jsonc:3:22: readme-lint.rules has no rule "top/titel"; did you mean "top/title"?',
    ],
    [
      'frontdoor.toml',
      '[readme-lint.rules]\n"links/source" = "off"\n"top/titel" = "off"\n',
      'frontdoor.toml:3:1: readme-lint.rules has no rule "top/titel"; did you mean "top/title"?',
    ],
    [
      'package.json',
      '{\n  "name": "x",\n  "frontdoor": {\n    "readme-lint": { "rules": { "top/titel": "off" } }\n  }\n}',
      'package.json:4:33: readme-lint.rules has no rule "top/titel"; did you mean "top/title"?',
    ],
    [
      'pyproject.toml',
      '[project]\nname = "x"\n\n[tool.frontdoor.readme-lint]\nrules."top/titel" = "off"\n',
      'pyproject.toml:5:7: readme-lint.rules has no rule "top/titel"; did you mean "top/title"?',
    ],
    ['package.json', '{"frontdoor": []}', 'package.json:1:15: must be an object with one section per tool'],
    ['package.json', '{"frontdoor": {},\n}', 'package.json:2:1: not JSON: property name expected'],
    [
      'frontdoor.yml',
      '\ufeffreadme-lnt: {}',
      'frontdoor.yml:1:1: the config has no section "readme-lnt"; did you mean "readme-lint"?',
    ],
  ])('in %s: %j', async (path, text, message) => {
    expect(await messageOf({ [path]: text })).toBe(message)
  })

  test.each([
    [
      'x: 1',
      '1:16 readme-lint has no key "x"; use "hosts", "ignore", "width", "ratio", "strict", "style", "label" or "rules"',
    ],
    ['wdth: 1', '1:16 readme-lint has no key "wdth"; did you mean "width"?'],
    ['__proto__: 1', /^1:16 readme-lint has no key "__proto__"; use /],
    ['toString: 1', /^1:16 readme-lint has no key "toString"; use /],
    ['hosts: npm', '1:23 readme-lint.hosts is "npm"; use a list of "github", "npm" or "pypi", each once'],
    ['hosts: [npm, nmp]', '1:29 readme-lint.hosts[1] is "nmp"; did you mean "npm"?'],
    ['hosts: [crates]', '1:24 readme-lint.hosts[0] is "crates"; use "github", "npm" or "pypi"'],
    ['hosts: [npm, npm]', '1:23 readme-lint.hosts holds an item twice'],
    ['hosts: [[npm]]', '1:24 readme-lint.hosts[0] is a list; use "github", "npm" or "pypi"'],
    ['ignore: [""]', '1:25 readme-lint.ignore[0] is ""; use a string that is not empty'],
    ['ignore: {}', '1:24 readme-lint.ignore is an object; use a list of strings'],
    ['width: 3', '1:23 readme-lint.width is 3; use a whole number from 20 to 200'],
    ['width: 50.5', '1:23 readme-lint.width is 50.5; use a whole number from 20 to 200'],
    ['width: "50"', '1:23 readme-lint.width is "50"; use a whole number from 20 to 200'],
    ['width: null', '1:23 readme-lint.width is empty; use a whole number from 20 to 200'],
    ['ratio: -1', '1:23 readme-lint.ratio is -1; use a number of 0 or more'],
    ['strict: yes', '1:24 readme-lint.strict is "yes"; use true or false'],
    ['style: rond', '1:23 readme-lint.style is "rond"; did you mean "round"?'],
    ['style: 3', '1:23 readme-lint.style is 3; use "plain", "flat", "round", true or false'],
    ['label: A', '1:23 readme-lint.label is "A"; use a string that matches ^[a-z]+$'],
    ['label: [1]', '1:24 readme-lint.label[0] is 1; use a string'],
    ['label: []', '1:23 readme-lint.label is an empty list; use a list of strings that is not empty'],
    [
      'label: 3',
      '1:23 readme-lint.label is 3; use a string that matches ^[a-z]+$ or a list of strings that is not empty',
    ],
    ['rules: off', '1:23 readme-lint.rules is "off"; use an object'],
    ['rules: {top/title: of}', '1:35 readme-lint.rules.top/title is "of"; did you mean "off"?'],
    [
      'rules: {top/title: false}',
      '1:35 readme-lint.rules.top/title is false; use "off", "error", "warning", "info" or an object',
    ],
    [
      'rules: {top/title: {length: 0}}',
      '1:44 readme-lint.rules.top/title.length is 0; use a whole number from 1 to 200',
    ],
    ['rules: {top/title: {lenght: 1}}', '1:36 readme-lint.rules.top/title has no key "lenght"; did you mean "length"?'],
    ['rules: {top/title: {words: [1]}}', '1:44 readme-lint.rules.top/title.words[0] is 1; use a string'],
    ['rules: {links/source: {x: 1}}', '1:39 readme-lint.rules.links/source has no key "x"; use "severity"'],
    ['rules: {constructor: {x: 1}}', '1:38 readme-lint.rules.constructor has no key "x"; use "severity"'],
    ['rules: {hasOwnProperty: off}', /^1:24 readme-lint\.rules has no rule "hasOwnProperty"; use "top\/title", /],
  ])('{%s}', async (setting, expected) => {
    const message = await messageOf({ 'frontdoor.yml': `readme-lint: {  ${setting}}`.replace('{  ', '{ ') })
    const [, place, what] = /^frontdoor\.yml:(\d+:\d+): (.*)$/.exec(message) ?? []
    expect(`${place} ${what}`).toMatch(expected)
  })

  it('all of them, in the order of the file', async () => {
    const text =
      'badge-snyc: {}\nreadme-lint:\n  width: 3\n  rules: { top/titel: off, constructor: { x: 1 } }\n  x: 1\n'
    expect((await messageOf({ 'frontdoor.yml': text })).split('\n').map((line) => line.split(' ')[0])).toEqual([
      'frontdoor.yml:1:1:',
      'frontdoor.yml:3:10:',
      'frontdoor.yml:4:12:',
      'frontdoor.yml:4:43:',
      'frontdoor.yml:5:3:',
    ])
  })

  it('but ten at most', async () => {
    const lines = (await messageOf({ 'frontdoor.json': { 'readme-lint': { ignore: Array(25).fill(1) } } })).split('\n')
    expect(lines).toHaveLength(11)
    expect(lines.at(-1)).toBe('and 15 more mistakes')
  })
})

describe('a hostile file is refused', () => {
  test.each<[string, FileTable[string], string | RegExp]>([
    [
      'frontdoor.yml',
      `a: &a [x]\nreadme-lint: {ignore: [*a]}`,
      'frontdoor.yml:2:24: aliases are not followed; write the value out',
    ],
    ['frontdoor.json', '['.repeat(200_000), /^frontdoor\.json:1:1: values are nested too deep$/],
    [
      'frontdoor.json',
      { 'readme-lint': { ignore: Array(6000).fill('x') } },
      /^frontdoor\.json:1:1: holds more than 5000 values$/,
    ],
    ['frontdoor.yml', '#'.repeat(300_000), 'frontdoor.yml is larger than 256 KiB'],
    ['frontdoor.yml', Buffer.from([0x61, 0xff]), /^frontdoor\.yml:1: byte 0xff at offset 1 is not UTF-8/],
    ['frontdoor.json', '{"\\u001b]8;;x": 1}', 'frontdoor.json:1:2: the config has no section "\\u001b]8;;x"; use '],
    ['frontdoor.yml', '"a\u202eb": 1', 'frontdoor.yml:1:1: the config has no section "a\\u{202e}b"; use '],
  ])('%s %#', async (path, content, message) => {
    expect(await messageOf({ [path]: content })).toMatch(message)
  })

  it('and one that is too long for text is not read', async () => {
    const folder = await project({ 'frontdoor.yml': '' })
    await truncate(folder.join('frontdoor.yml'), 2 ** 35)
    await expect(load(folder)).rejects.toThrow('frontdoor.yml is larger than 32 MiB')
  })

  it('while a manifest of any length that has no settings of ours is passed over', async () => {
    const folder = await project({
      'package.json': { name: 'frontdoor', x: 'x'.repeat(400_000) },
      'pyproject.toml': `broken =\n# ${'x'.repeat(400_000)}`,
    })
    expect((await load(folder)).values).toEqual(defaults)
  })
})
