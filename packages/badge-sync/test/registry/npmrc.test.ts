import { describe, expect, test } from 'vitest'
import { asksEnvironment, filled, npmSettingsOf, parseNpmrc } from '../../src/registry/npmrc.ts'

describe('a file .npmrc', () => {
  test.each<[string, string, readonly (readonly [string, string])[]]>([
    ['a setting', 'registry=https://r.example/', [['registry', 'https://r.example/']]],
    ['blanks around', '  registry =  https://r.example/  ', [['registry', 'https://r.example/']]],
    ['a scope', '@tea:registry=https://r.example', [['@tea:registry', 'https://r.example']]],
    ['a token', '//r.example/npm/:_authToken=ab=c==', [['//r.example/npm/:_authToken', 'ab=c==']]],
    [
      'comments',
      '; a\n# b\nx=1 ; c\ny=2#d',
      [
        ['x', '1'],
        ['y', '2'],
      ],
    ],
    ['escaped signs', 'x=a\\;b\\#c\\\\d', [['x', 'a;b#c\\d']]],
    [
      'quotes',
      'x="a;b\\u0041"\ny=\'c # d\'',
      [
        ['x', 'a;bA'],
        ['y', 'c # d'],
      ],
    ],
    ['broken quotes', 'x="a\\q"', [['x', 'a\\q']]],
    ['the last of two', 'x=1\nx=2', [['x', '2']]],
    ['what stands in a section', 'x=1\n[other]\ny=2', [['x', '1']]],
    [
      'Windows line endings and a byte order mark',
      '\uFEFFx=1\r\ny=2\r\n',
      [
        ['x', '1'],
        ['y', '2'],
      ],
    ],
    ['a flag without a value', 'audit\nx=1', [['x', '1']]],
    ['nothing', '', []],
  ])('with %s', (_, text, settings) => {
    expect([...parseNpmrc(text)]).toStrictEqual(settings)
  })
})

describe('variables of the environment', () => {
  const env = { TOKEN: 'secret', EMPTY: '' }

  test.each<[string, string | undefined]>([
    [`$\{TOKEN}`, 'secret'],
    [`a$\{TOKEN}b$\{TOKEN}`, 'asecretbsecret'],
    [`$\{EMPTY}`, ''],
    [`$\{NONE}`, undefined],
    [`$\{NONE?}`, ''],
    [`$\{TOKEN?}`, 'secret'],
    [`\\$\{TOKEN}`, `$\{TOKEN}`],
    [`\\\\$\{TOKEN}`, '\\secret'],
    [`$\{constructor}`, undefined],
    ['plain', 'plain'],
  ])('are put in for %s', (text, result) => {
    expect(filled(text, env)).toBe(result)
  })

  test('are asked for by a text or not', () => {
    expect([asksEnvironment(`a$\{B}`), asksEnvironment('a$B')]).toStrictEqual([true, false])
  })

  test('give settings as npm names them', () => {
    const settings = npmSettingsOf({
      npm_config_registry: 'https://a.example',
      NPM_CONFIG_USERCONFIG: '/u',
      npm_config_strict_ssl: 'false',
      'npm_config_//r.example/:_authToken': 'Ab',
      npm_config_empty: '',
      PATH: '/bin',
    })
    expect([...settings]).toStrictEqual([
      ['registry', 'https://a.example'],
      ['userconfig', '/u'],
      ['strict-ssl', 'false'],
      ['//r.example/:_authToken', 'Ab'],
    ])
  })
})
