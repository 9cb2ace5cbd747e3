import { project } from '@frontdoor/kit/testing'
import { serve } from '@frontdoor/kit/testing-server'
import { describe, expect, it, test } from 'vitest'
import { sync, unsummed } from './run.ts'

const empty = '<!-- badge-sync:start sponsors -->\n<!-- badge-sync:end sponsors -->\n'
const filled = `<!-- badge-sync:start sponsors -->

<p>
  <a href="https://b.example/" rel="sponsored noopener">Bea</a>
</p>

<!-- badge-sync:end sponsors -->
`

describe('sponsors of a file', () => {
  it('are links by tiers, with pictures where there are some', async () => {
    const file = `gold:
  - title: Tea & Co
    url: https://tea.example/?a=1&b=2
    img: https://tea.example/logo.png
silver:
  - { title: Bea, url: 'https://b.example' }
  - { title: tea & co, url: 'https://elsewhere.example' }
bronze:
`
    const { readme, code } = await sync(empty, { files: { 'sponsors.yml': file } })
    expect(code).toBe(0)
    expect(unsummed(readme)).toBe(`<!-- badge-sync:start sponsors -->

**Gold:**

<p>
  <a href="https://tea.example/?a=1&#38;b=2" rel="sponsored noopener"><img src="https://tea.example/logo.png" alt="Tea &#38; Co" width="180"></a>
</p>

**Silver:**

<p>
  <a href="https://b.example/" rel="sponsored noopener">Bea</a>
</p>

<!-- badge-sync:end sponsors -->
`)
  })

  test.each<[string, string]>([
    ['a script', '<script>alert(1)</script>'],
    ['an end marker', '<!-- badge-sync:end sponsors -->'],
    ['a start marker and an attribute', '" onload="x" <!-- badge-sync:start toc -->'],
    ['a mention', '@everyone #1 https://evil.example'],
    ['Markdown', '](https://evil.example) **x** `y` | z'],
    ['what String.replace takes for a pattern', "$& $1 $` $'"],
    ['a line that would end the block', 'a\\n\\n<!-- badge-sync:end sponsors -->\\n# Mine'],
    ['hidden characters', 'a\\u202Eb\\u200B'],
  ])('stay between their markers, whatever their name is: %s', async (_, name) => {
    for (const img of ['', ', "img": "https://a.example/i.png"']) {
      const files = {
        'sponsors.yml': `{"gold": [{"title": ${JSON.stringify(name).replaceAll('\\\\', '\\')}, "url": "https://a.example/?q=${encodeURIComponent('"')}<"${img}}]}\n`,
      }
      const { readme, code } = await sync(`${empty}\nmine\n`, { files })
      expect(code).toBe(0)
      expect(readme.endsWith('-->\n\nmine\n')).toBe(true)
      expect(readme.match(/<!--/g)).toHaveLength(2)
      expect(readme).not.toMatch(
        /<script|onload="|\u202E|<a [^>]*href="[^"]*evil|@everyone(?!<\/code>| #1 https:\/\/evil.example" width)/,
      )
      expect((await sync(readme, { files, argv: ['--check'] })).code).toBe(0)
    }
  })

  test.each<[string, string, string]>([
    ['an address that runs code', 'gold: [{ title: a, url: "javascript:alert(1)" }]', 'is no address with https:'],
    ['plain HTTP', 'gold: [{ title: a, url: "http://a.example" }]', 'http://a.example is no address with https:'],
    ['a sponsor without a name', 'gold: [{ url: "https://a.example" }]', 'a sponsor of gold has no title or no url'],
    ['a tier that is no list', 'gold: yes', 'gold must be a list of sponsors'],
    ['a file that is broken', 'gold: [', 'sponsors.yml'],
  ])('are not written where the file has %s', async (_, file, message) => {
    const { code, out, readme } = await sync(filled, { files: { 'sponsors.yml': file } })
    expect([code, readme]).toStrictEqual([2, filled])
    expect(out).toContain(message)
    expect(out).toContain('README.md:1:1  error  ')
  })

  it('are never taken from a filled block because the file is empty', async () => {
    expect(await sync(filled, { files: { 'sponsors.yml': 'gold: []\n' } })).toMatchObject({ code: 1, readme: filled })
  })
})

const funding = { '.github/FUNDING.yml': 'github: tea\nopen_collective: larder\nliberapay: tea\n' }

interface Given {
  readonly github?: (after: string | null) => object
  readonly collective?: unknown
}

/** The three services in one, with 101 sponsors on GitHub unless it says otherwise. */
async function services({ github = twoPages, collective = members }: Given = {}) {
  const cache = await project()
  const server = await serve((request, response) => {
    if (request.url?.startsWith('/larder/members')) return response.end(JSON.stringify(collective))
    if (request.url?.startsWith('/tea/patrons'))
      return response.end(
        'pledge_date,patron_username,patron_public_name,donation_currency,weekly_amount,patron_avatar_url\n2026-01-01,lea,"Lea, the ""great""",EUR,1.00,\n2026-01-01,,,EUR,9.00,\n',
      )
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => response.end(JSON.stringify(github(JSON.parse(body).variables.after))))
  })
  const env = {
    FRONTDOOR_CACHE: cache.path,
    FRONTDOOR_LIBERAPAY_URL: server.url,
    FRONTDOOR_OPEN_COLLECTIVE_URL: server.url,
    GITHUB_GRAPHQL_URL: `${server.url}/graphql`,
    GITHUB_TOKEN: 'secret-token',
  }
  return { server, env }
}

const members = [
  {
    role: 'BACKER',
    isActive: true,
    name: 'Cleo',
    profile: 'https://opencollective.com/cleo',
    totalAmountDonated: 5,
    tier: 'Backer',
  },
  {
    role: 'BACKER',
    isActive: true,
    name: 'GitHub Sponsors',
    profile: 'https://opencollective.com/github-sponsors',
    totalAmountDonated: 500,
  },
  {
    role: 'BACKER',
    isActive: true,
    name: 'Incognito',
    profile: 'https://opencollective.com/incognito-1a',
    totalAmountDonated: 5,
  },
  { role: 'HOST', isActive: true, name: 'Host', profile: 'https://opencollective.com/host', totalAmountDonated: 0 },
]

function twoPages(after: string | null): object {
  const nodes = Array.from({ length: after === null ? 100 : 1 }, (_, index) =>
    sponsor(`s${after ?? ''}${index}`, index === 3),
  )
  const page = { nodes, pageInfo: { hasNextPage: after === null, endCursor: 'c' } }
  return { data: { repositoryOwner: { sponsorshipsAsMaintainer: page } } }
}

function sponsor(login: string, hidden: boolean): object {
  const entity = {
    login,
    name: null,
    avatarUrl: `https://avatars.githubusercontent.com/${login}?v=4`,
    url: `https://github.com/${login}`,
  }
  return { privacyLevel: hidden ? 'PRIVATE' : 'PUBLIC', tier: null, sponsorEntity: entity }
}

describe('sponsors on the network', () => {
  it('are all of them, but for those who want to be private', async () => {
    const { env } = await services()
    const { readme, code } = await sync(empty, { files: funding, env })
    expect(code).toBe(0)
    expect(readme.match(/<a /g)).toHaveLength(99 + 1 + 1 + 1)
    expect(readme).toContain('https://avatars.githubusercontent.com/sc0?v=4&#38;s=')
    expect(readme).toContain('>Lea, the &#34;great&#34;</a>')
    expect(readme).toContain('**Backer:**')
    expect(readme).not.toMatch(/alt="s3"|Incognito|GitHub Sponsors|Host/)
  })

  it('are known offline once they were asked for, and the token is not kept', async () => {
    const { env, server } = await services()
    const { readme } = await sync(empty, { files: funding, env })
    await server.stop()
    expect((await sync(readme, { files: funding, env, argv: ['--check', '--offline'] })).code).toBe(0)
    expect((await sync(empty, { files: funding, env, argv: ['--offline'] })).readme).toBe(readme)
  })

  test.each<[string, Given & { readonly token?: string }, string]>([
    ['the token may not ask', { github: () => ({ data: null, errors: [{ message: 'Bad scopes' }] }) }, 'Bad scopes'],
    ['the token is none', { github: () => ({ message: 'Bad credentials', status: '401' }) }, 'Bad credentials'],
    [
      'a later page fails',
      { github: (after) => (after === null ? twoPages(null) : { errors: [] }) },
      'GitHub does not say',
    ],
    ['there is no token', { token: '' }, 'set GITHUB_TOKEN'],
    ['a service answers nonsense', { collective: { error: 'x' } }, 'Open Collective does not say'],
  ])('leave the block as it is where %s', async (_, given, message) => {
    const { env } = await services(given)
    const result = await sync(filled, {
      files: funding,
      env: { ...env, GITHUB_TOKEN: given.token ?? env.GITHUB_TOKEN },
    })
    expect([result.code, result.readme]).toStrictEqual([1, filled])
    expect(result.out).toContain(`The block sponsors stays as it is: `)
    expect(result.out).toContain(message)
  })

  it('are left alone by --offline where there is no token, either', async () => {
    const result = await sync(filled, { files: funding, argv: ['--offline', '--check'] })
    expect([result.code, result.readme]).toStrictEqual([0, filled])
    expect(result.out).toContain('info  The block sponsors stays as it is: ')
  })

  it.each([[['--offline']], [['--offline', '--check']]])(
    'are left alone by %s where nothing is kept of them',
    async (argv) => {
      const { env } = await services()
      const result = await sync(filled, { files: funding, env, argv })
      expect([result.code, result.readme]).toStrictEqual([0, filled])
      expect(result.out).toContain(
        'info  The block sponsors stays as it is: nothing is kept of it, and the mode is offline',
      )
    },
  )
})

describe('contributors', () => {
  const block = '<!-- badge-sync:start contributors -->\n<!-- badge-sync:end contributors -->\n'

  it('are those of a file of all-contributors', async () => {
    const contributors = [
      { login: 'ada', name: 'Ada <b>', avatar_url: 'https://a.example/a.png', profile: 'https://ada.example' },
    ]
    const { readme } = await sync(block, { files: { '.all-contributorsrc': { contributors } } })
    expect(readme).toContain(
      '<a href="https://ada.example/"><img src="https://a.example/a.png" alt="Ada &#60;b&#62;" width="64"></a>',
    )
  })

  it.each<[string, object, string]>([
    ['before the first commit', {}, 'No problems in 1 file'],
    ['in a shallow clone', { '.git/shallow': `${'0'.repeat(39)}1\n` }, 'git fetch --unshallow'],
  ])('are left as they are %s, which fails no commit', async (_, files, said) => {
    const { code, out, readme } = await sync(block, { files: { ...files }, env: { PATH: process.env.PATH } })
    expect([code, readme]).toEqual([0, block])
    expect(out).toContain(said)
  })
})

describe('funding', () => {
  const start = '<!-- badge-sync:start funding -->'
  const funding = {
    '.github/FUNDING.yml':
      'github: [ada, bea]\npatreon: tea\npolar: tea\nthanks_dev: u/gh/tea\ncustom: https://www.tea.example/give\n',
  }

  it('is a row of links to all accounts', async () => {
    const { readme, code } = await sync(`${start}\n<!-- badge-sync:end funding -->\n`, { files: funding })
    expect(code).toBe(0)
    expect(unsummed(readme)).toBe(`${start}

[GitHub Sponsors (ada)](https://github.com/sponsors/ada) · [GitHub Sponsors (bea)](https://github.com/sponsors/bea) · [Patreon](https://www.patreon.com/tea) · [Polar](https://polar.sh/tea) · [thanks.dev](https://thanks.dev/u/gh/tea) · [tea.example](https://www.tea.example/give)

<!-- badge-sync:end funding -->
`)
  })

  it('is those that are asked for', async () => {
    const marker = '<!-- badge-sync:start funding platforms=thanks_dev,patreon -->'
    const { readme } = await sync(`${marker}\n<!-- badge-sync:end funding -->\n`, { files: funding })
    expect(readme).toContain('\n[thanks.dev](https://thanks.dev/u/gh/tea) · [Patreon](https://www.patreon.com/tea)\n')
  })

  it('stands in for sponsors of whom nobody is told', async () => {
    const files = { '.github/FUNDING.yml': 'patreon: tea\nthanks_dev: u/gh/tea\n' }
    const { code, out } = await sync(empty, { files })
    expect([code, out]).toStrictEqual([
      2,
      expect.stringContaining('Patreon, thanks.dev: no public page says who gives'),
    ])
  })

  test.each([
    ['', 'nothing says where to give money'],
    [' platforms=ko_fi', 'no account of ko_fi is named'],
  ])('says what it lacks%s', async (options, message) => {
    const marker = `<!-- badge-sync:start funding${options} -->`
    const { code, out } = await sync(`${marker}\n<!-- badge-sync:end funding -->\n`)
    expect([code, out]).toStrictEqual([2, expect.stringContaining(message)])
  })
})
