import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { parse } from 'yaml'
import { manifestOf } from '../../src/manifests/manifest.ts'
import { findFunding, fundingOf, plainEntries } from '../../src/project/funding.ts'
import { filesWith } from '../folders.ts'

describe('fundingOf', () => {
  test.each([
    ['github', 'octocat', 'https://github.com/sponsors/octocat'],
    ['github', '@octocat', 'https://github.com/sponsors/octocat'],
    ['patreon', 'octocat', 'https://www.patreon.com/octocat'],
    ['open_collective', 'octocat', 'https://opencollective.com/octocat'],
    ['ko_fi', 'octocat', 'https://ko-fi.com/octocat'],
    ['tidelift', 'packagist/vendor/package', 'https://tidelift.com/funding/github/packagist/vendor/package'],
    ['tidelift', 'npm/@scope/package', 'https://tidelift.com/funding/github/npm/@scope/package'],
    ['community_bridge', 'cloud', 'https://crowdfunding.lfx.linuxfoundation.org/projects/cloud'],
    ['lfx_crowdfunding', 'cloud', 'https://crowdfunding.lfx.linuxfoundation.org/projects/cloud'],
    ['liberapay', 'octocat', 'https://liberapay.com/octocat'],
    ['issuehunt', 'o/r', 'https://issuehunt.io/r/o/r'],
    ['polar', 'octocat', 'https://polar.sh/octocat'],
    ['buy_me_a_coffee', 'octocat', 'https://www.buymeacoffee.com/octocat'],
    ['thanks_dev', 'u/gh/octocat', 'https://thanks.dev/u/gh/octocat'],
    ['custom', 'https://example.com/donate?a=b', 'https://example.com/donate?a=b'],
    ['custom', 'example.com/donate', 'https://example.com/donate'],
  ])('leads with %s: %s to %s', (platform, account, url) => {
    expect(fundingOf({ [platform]: account })).toEqual([{ platform, url }])
    expect(fundingOf({ [platform]: [account] })).toEqual([{ platform, url }])
  })

  it('knows a platform by an address that is called custom', () => {
    const url = 'https://buymeacoffee.com/octocat'
    expect(fundingOf({ custom: url })).toEqual([{ platform: 'buy_me_a_coffee', url }])
  })

  test.each([
    [{ github: null }],
    [{ github: '' }],
    [{ github: 'a b' }],
    [{ github: '"><img src=x>' }],
    [{ github: '../../x' }],
    [{ github: { name: 'a' } }],
    [{ github: 42 }],
    [{ unknown: 'a' }],
    [{ toString: 'a' }],
    [{ custom: 'javascript:alert(1)' }],
    [{ custom: 'data:text/html,x' }],
    [{ custom: 'not an address' }],
    [{ custom: 'https://example.com/">' }],
  ])('leaves out %j', (entries) => {
    expect(fundingOf(entries)).toEqual([])
  })
})

describe('plainEntries', () => {
  test.each([
    'github: octocat\n',
    '# comment\n\ngithub: [a, "b", c-d]  # more\nko_fi: # none\npatreon:\ncustom: https://a.example/b:c?',
    'github: octocat\r\nko_fi: me\r\n',
    'custom: ["https://a.example/x?y=z", b.example/c]',
    'tidelift: npm/babel',
    '---\ngithub: a',
    "custom: ['https://a.example/', 'b']",
    'custom: https://a.example/about/#donate',
    '',
  ])('reads %j', (source) => {
    const entries = plainEntries(source)
    expect(entries).toBeDefined()
    expect(entries).toEqual(mapping(source))
  })

  test.each([
    'github:\n  - a\n',
    '- a',
    'github: "a\\x62"',
    'github: a: b',
    'github: [a',
    'github: &a b',
    'github: *a',
    'github: null',
    'github: 12',
    'github: @a',
    'github: a b',
    'github: a\ngithub: b',
    "github: 'a''b'",
    'github: "a # b"',
    '--- {github: a}',
    '---\n---\ngithub: a',
    '{github: a}',
    'github : a',
    'github: [a, [b]]',
    'github: []',
    'custom: ["a,b"]',
  ])('leaves %j to a YAML parser', (source) => {
    expect(plainEntries(source)).toBeUndefined()
  })

  it('never differs from a YAML parser', () => {
    const part = fc.constantFrom(
      ...['github: ', '["a,b", c]', "'a, b'", '[a, b]', '"a #b"', 'a#b'],
      ...[
        'github',
        'ko_fi',
        'null',
        'true',
        'Yes',
        'a',
        'b-c',
        ':',
        ': ',
        ' ',
        '[',
        ']',
        ',',
        ', ',
        '"',
        "'",
        '#',
        ' # x',
        '\n',
      ],
      ...[
        '\r\n',
        '- ',
        '&a',
        '*a',
        '1',
        '1e3',
        'https://a.example/x',
        '@',
        '!',
        '|',
        '>',
        '{',
        '}',
        '?',
        '---',
        '.',
        '\t',
        '~',
        '%',
        '\u00a0',
      ],
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const source = parts.join('')
        const entries = plainEntries(source)
        if (entries !== undefined) expect(entries).toEqual(mapping(source))
      }),
      { numRuns: 3000 },
    )
  })
})

describe('findFunding', () => {
  it('reads FUNDING.yml in its order, then what the manifests add', async () => {
    const source = '# comment\ngithub: [one, two]\nko_fi: # none\ncustom: ["https://a.example", b.example]\n'
    const files = filesWith({ '.github/FUNDING.yml': source })
    const manifests = [
      manifest('https://github.com/sponsors/One/', 'https://opencollective.com/c'),
      manifest(
        'https://github.com/o/r?sponsor=1',
        'http://www.patreon.com/c',
        'https://a.example/',
        'https://d.example',
      ),
    ]
    expect(await findFunding(files, '', manifests)).toEqual({
      problems: [],
      funding: [
        { platform: 'github', url: 'https://github.com/sponsors/one' },
        { platform: 'github', url: 'https://github.com/sponsors/two' },
        { platform: 'custom', url: 'https://a.example' },
        { platform: 'custom', url: 'https://b.example' },
        { platform: 'open_collective', url: 'https://opencollective.com/c' },
        { platform: 'github', url: 'https://github.com/o/r?sponsor=1' },
        { platform: 'patreon', url: 'http://www.patreon.com/c' },
        { platform: 'custom', url: 'https://d.example' },
      ],
    })
  })

  test.each(['.github/FUNDING.yml', 'FUNDING.yml', 'docs/FUNDING.yml', '.github/FUNDING.yaml'])(
    'finds %s',
    async (path) => {
      const { funding } = await findFunding(filesWith({ [path]: 'github: a' }), '', [])
      expect(funding).toHaveLength(1)
    },
  )

  it('prefers .github, and reads the file of the repository from a folder in it', async () => {
    const files = filesWith({
      '.github/FUNDING.yml': 'github: a',
      'FUNDING.yml': 'github: b',
      'x/FUNDING.yml': 'github: c',
    })
    expect((await findFunding(files, '', [])).funding).toMatchObject([{ url: 'https://github.com/sponsors/a' }])
  })

  it('says where the file is broken', async () => {
    const found = await findFunding(filesWith({ 'FUNDING.yml': 'github: [a' }), '', [manifest('https://a.example')])
    expect(found.problems).toEqual([{ path: 'FUNDING.yml', message: expect.stringMatching(/^not valid YAML: /) }])
    expect(found.funding).toHaveLength(1)
  })

  it('takes a file that is no mapping for an empty one', async () => {
    expect(await findFunding(filesWith({ 'FUNDING.yml': '- a\n- b\n' }), '', [])).toEqual({ funding: [], problems: [] })
  })
})

/** What a YAML parser makes of it; a document without a mapping has no entries. */
function mapping(source: string): unknown {
  const data: unknown = parse(source)
  return typeof data === 'object' && data !== null ? data : {}
}

function manifest(...funding: readonly string[]) {
  return manifestOf({ ecosystem: 'npm', path: 'package.json', funding })
}
