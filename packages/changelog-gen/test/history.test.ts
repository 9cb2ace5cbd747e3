import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { memoryIo, project } from '@frontdoor/kit/testing'
import { firstSecond, repository, type TestCommit } from '@frontdoor/kit/testing-history'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, it, test } from 'vitest'
import { readHistory } from '../src/history/history.ts'
import { releaseTags } from '../src/history/versions.ts'
import { releaseSchema } from '../src/release-schema.ts'
import { releases } from '../src/releases.ts'
import { loadSettings } from '../src/settings.ts'
import { parseVersion } from '../src/version.ts'
import { changelogGen, outcomes, testEnv, verdicts } from './run.ts'

const io = { env: testEnv }

async function messages(path: string): Promise<string[]> {
  const { store } = await readHistory(io, { folder: path, paths: false })
  return Array.from({ length: store.size }, (_, index) => store.commit(index).message.trim()).reverse()
}

describe('what is read of a commit', () => {
  const forged = [
    'docs: a\n\n------------------------ >8 ------------------------\nfeat!: forged\n\nBREAKING CHANGE: b',
    'docs: b\n\n==END==\n',
    'docs: c\n\n\u001e\u001f\n\ncommit 0123456789abcdef0123456789abcdef01234567\nfeat!: forged',
  ]

  it('is its whole message, and no message makes a second commit', async () => {
    const made = await repository(forged)
    expect(await messages(made.path)).toEqual(forged.map((message) => message.trim()))
    const { stdout } = await changelogGen(made, ['next', '--format', 'json'])
    expect(JSON.parse(stdout)).toMatchObject({ version: null, bump: 'none' })
  })

  test.each<[string, TestCommit, string]>([
    [
      'in an encoding that it declares',
      { message: Buffer.from('feat: caf\u00e9', 'latin1'), encoding: 'ISO-8859-1' },
      'feat: café',
    ],
    ['in Latin-1 that nobody declared', { message: Buffer.from('feat: caf\u00e9', 'latin1') }, 'feat: café'],
    ['in UTF-8', { message: 'feat: ☕ café' }, 'feat: ☕ café'],
    ['with a replacement character of its own', { message: 'feat: \uFFFD' }, 'feat: \uFFFD'],
    ['up to a NUL', { message: 'feat: a\0b' }, 'feat: a'],
    ['that is empty', { message: '' }, ''],
  ])('is text %s', async (_, commit, expected) => {
    expect(await messages((await repository([commit])).path)).toEqual([expected])
  })

  it('is the first 64 KiB of ten megabytes, to a whole character', async () => {
    const made = await repository([{ message: `feat: a\n\n${'é'.repeat(5_000_000)}` }, 'fix: b'])
    const [long = '', next] = await messages(made.path)
    expect([
      Buffer.byteLength(long) > 65_000,
      Buffer.byteLength(long) <= 65_536,
      long.includes('\uFFFD'),
      next,
    ]).toEqual([true, true, false, 'fix: b'])
  })

  it('is what it touches, where that is asked for', async () => {
    const made = await repository([
      { message: 'feat: a', paths: ['ä b', 'z', '0123456789abcdef0123456789abcdef01234567'] },
      'fix: b',
      { message: 'c', paths: ['x/y'] },
    ])
    const { store } = await readHistory(io, { folder: made.path, paths: true })
    expect([0, 1, 2].map((index) => store.commit(index).paths)).toEqual([
      ['x/y'],
      [],
      ['0123456789abcdef0123456789abcdef01234567', 'z', 'ä b'],
    ])
  })

  it('is found by its hash and by the start of it', async () => {
    const made = await repository(['feat: a', 'feat: b', 'feat: c'])
    const { store } = await readHistory(io, { folder: made.path, paths: false })
    const sha = store.sha(1)
    expect([sha, sha.slice(0, 7), 'f'.repeat(40), sha.slice(0, 6), 'no hash'].map((name) => store.find(name))).toEqual([
      1, 1, -1, -1, -1,
    ])
  })
})

describe('which release a commit belongs to', () => {
  it('is decided by what reaches it, not by dates', async () => {
    const made = await repository([
      { message: 'feat: a', seconds: firstSecond + 5_000_000 },
      { message: 'feat: b', seconds: 1, tags: ['v1.0.0'] },
      { message: 'feat: c', seconds: firstSecond + 9_000_000 },
      { message: 'feat: d', seconds: 2, tags: ['v1.1.0'] },
      { message: 'feat: e', seconds: 3 },
    ])
    const lines = await verdicts(made)
    expect(lines.map(({ release }) => release)).toEqual(['v1.0.0', 'v1.0.0', 'v1.1.0', 'v1.1.0', null])
  })

  it('is the oldest of two that reach it on different ways', async () => {
    const made = await repository([
      { message: 'feat: a' },
      { message: 'fix: b', parents: [1], tags: ['v1.1.0'] },
      { message: 'feat: c', parents: [1], seconds: firstSecond + 9_000 },
      { message: "Merge branch 'v1'", parents: [3, 2], seconds: firstSecond + 9_100, tags: ['v2.0.0'] },
    ])
    const found = (await verdicts(made)).map(({ release, type }) => `${type} ${release}`)
    expect(found.sort()).toEqual(['feat v1.1.0', 'feat v2.0.0', 'fix v1.1.0', 'null v2.0.0'])
  })

  it('is the oldest that reaches it, where a branch was merged late', async () => {
    const made = await repository([
      { message: 'feat: a', tags: ['v1.0.0'] },
      { message: 'feat: b', parents: [1], tags: ['v2.0.0'] },
      { message: 'fix: c', parents: [1], tags: ['v1.0.1'] },
      { message: "Merge branch 'v1'", parents: [2, 3] },
      { message: 'feat: d', parents: [4] },
    ])
    const all = await releases(io, await requestOf(made.path))
    expect(all.map(({ tag, range }) => [tag, range.from?.tag, range.commits])).toEqual([
      [undefined, 'v2.0.0', 2],
      ...[
        ['v1.0.1', 'v1.0.0', 1],
        ['v2.0.0', 'v1.0.0', 1],
      ],
      ['v1.0.0', undefined, 1],
    ])
  })

  test.each<[string, readonly string[], string | null]>([
    ['v1.2.3', ['v1.2.3'], 'v1.2.3'],
    ['a bare version', ['1.2.3'], '1.2.3'],
    ['the highest of several', ['v1.0.0-rc.1', 'v1.0.0', 'v0.9.9'], 'v1.0.0'],
    ['the one that does not move', ['v1', 'v1.2', 'v1.2.0'], 'v1.2.0'],
    ['a prerelease of PEP 440', ['1.0rc1'], '1.0rc1'],
    ['a prerelease without dots', ['rel_2_0_9', 'rel_2_1_0b3'], 'rel_2_1_0b3'],
    ['a release of something portable', ['V_2_1_0', 'V_9_7_P1'], 'V_9_7_P1'],
    ['a release of Eclipse', ['v7.7.0.202605262231-rc1', 'v7.7.0.202606012155-r'], 'v7.7.0.202606012155-r'],
    ['the only name that there is', ['tool@1.0.0'], 'tool@1.0.0'],
    ['none of what is no version', ['nightly', 'v1', 'release', 'before-1.0-rewrite'], null],
    ['none that could be an option', ['--output=pwn'], null],
    ['none of two others', ['a@1.0.0', 'b@1.0.0'], null],
  ])('is %s', async (_, tags, expected) => {
    const made = await repository(['feat: a'])
    for (const tag of tags) await made.git('update-ref', `refs/tags/${tag}`, 'main')
    const [line] = await verdicts(made)
    expect(line?.release).toBe(expected)
    expect(readdirSync(made.path)).not.toContain('pwn')
  })

  it('is told by signed, annotated and nested tags, and not by tags of a tree', async () => {
    const made = await repository(['feat: a', 'feat: b', 'feat: c'])
    await made.git('tag', '-a', '-m', 'one\n-----BEGIN PGP SIGNATURE-----', 'v1.0.0', 'main~2')
    await made.git('tag', '-a', '-m', 'inner', 'inner', 'main~1')
    await made.git('tag', '-a', '-m', 'outer', 'v1.1.0', 'inner')
    await made.git('update-ref', 'refs/tags/v1.2.0', (await made.git('rev-parse', 'main^{tree}')).trim())
    expect((await verdicts(made)).map(({ release }) => release)).toEqual(['v1.0.0', 'v1.1.0', null])
  })
})

describe('the same answer', () => {
  it('comes whatever settings a person has, and from inside a hook', async () => {
    const made = await repository(
      [
        { message: 'feat: a (#1)', paths: ['x'], tags: ['v1.0.0'] },
        'fix: b',
        Buffer.from('feat: caf\u00e9', 'latin1'),
      ].map((one) => (Buffer.isBuffer(one) ? { message: one } : one)),
    )
    const plain = await verdicts(made)
    const hostile = join(made.path, '..', 'hostile.gitconfig')
    writeFileSync(
      hostile,
      '[log]\nshowSignature = true\ndecorate = full\ndate = raw\nfollow = true\nshowRoot = false\nmailmap = false\n[format]\npretty = oneline\n[color]\nui = always\n[column]\nui = always\n' +
        '[core]\nabbrev = 4\nquotePath = true\npager = touch pwn\n[i18n]\nlogOutputEncoding = UTF-16\ncommitEncoding = UTF-16\n[diff]\nexternal = touch pwn\nrelative = true\n[tag]\nsort = -creatordate\n[mailmap]\nfile = /etc/passwd\n',
    )
    const env = {
      ...testEnv,
      GIT_CONFIG_GLOBAL: hostile,
      GIT_DIR: '/nowhere',
      GIT_INDEX_FILE: '/nowhere',
      GIT_WORK_TREE: '/nowhere',
      TZ: 'Pacific/Kiritimati',
      LC_ALL: 'de_DE',
    }
    expect(await verdicts(made, [], { env })).toEqual(plain)
    expect(readdirSync(made.path)).not.toContain('pwn')
  })

  it('comes whatever a replacement says', async () => {
    const made = await repository(['feat: a', 'fix: b'])
    await made.git('replace', 'main', 'main~1')
    expect(outcomes(await verdicts(made))).toEqual(['Features', 'Bug Fixes'])
  })

  it('comes when only what is not released is read', async () => {
    const commits = Array.from(
      { length: 700 },
      (_, at): TestCommit => ({ message: `fix: ${at}`, ...(at === 650 && { tags: ['v1.0.0'] }) }),
    )
    const request = await requestOf((await repository(commits)).path)
    const [whole] = await releases(io, request)
    expect(await releases(io, { ...request, unreleasedOnly: true })).toEqual([whole])
    expect(whole?.range).toMatchObject({ from: { tag: 'v1.0.0' }, commits: 49 })
  })
})

describe('a shallow clone', () => {
  it('is refused where it hides a part of what is asked for, with the lines that mend it', async () => {
    const origin = await repository([{ message: 'feat: a', tags: ['v1.0.0'] }, 'fix: b', 'fix: c'])
    const clone = await project()
    await clone.git('clone', '--quiet', '--depth=1', `file://${origin.path}`, 'shallow')
    const ran = await changelogGen({ path: clone.join('shallow') }, ['next'])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain('fetch-depth: 0')
    expect(ran.stderr).toContain('fetch-tags: true')
  })

  it('serves where it reaches to the last release', async () => {
    const origin = await repository(['feat: a', { message: 'feat: b', tags: ['v1.0.0'] }, 'fix: c'])
    const clone = await project()
    await clone.git('clone', '--quiet', '--depth=2', `file://${origin.path}`, 'shallow')
    const ran = await changelogGen({ path: clone.join('shallow') }, ['next'])
    expect([ran.code, ran.stdout]).toEqual([0, '1.0.1\n'])
  })
})

describe('a release', () => {
  it('has the form that its schema says', async () => {
    const ajv = new Ajv({ allErrors: true, strict: true })
    addFormats.default(ajv)
    const isValid = ajv.compile(releaseSchema)
    const made = await repository([
      { message: 'feat: a (#1)\n\nCloses o/r#2', tags: ['v1.0.0-rc.1'] },
      'Revert "feat: a"',
      { message: 'fix(deps): bump x from 1 to 2\n\nBREAKING CHANGE: y', tags: ['v1.0.0'] },
    ])
    expect([isValid(await releases(io, await requestOf(made.path))), isValid.errors]).toEqual([true, null])
    expect(isValid([{ version: 1 }])).toBe(false)
  })

  it('is plain JSON with everything that a writer needs', async () => {
    const made = await repository([
      { message: 'feat: a', tags: ['v1.0.0'] },
      {
        message:
          'feat(cli)!: b (#12)\n\nBREAKING CHANGE: c\n\nCloses #11\nCo-authored-by: Bo <7+bo@users.noreply.github.com>',
        author: 'Cy <cy@example.com>',
      },
      {
        message: 'fix(deps): bump x from 1.0.0 to 1.1.0 (#13)',
        author: 'dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>',
      },
      { message: 'docs: d', tags: ['v2.0.0'] },
    ])
    const all = await releases(io, await requestOf(made.path))
    const text = JSON.stringify(all[1], undefined, 2).replace(/"[0-9a-f]{40}"/g, '"HASH"')
    expect(text).toMatchInlineSnapshot(`
      "{
        "version": "2.0.0",
        "tag": "v2.0.0",
        "date": "2025-01-01",
        "prerelease": false,
        "range": {
          "from": {
            "sha": "HASH",
            "tag": "v1.0.0",
            "version": "1.0.0"
          },
          "to": {
            "sha": "HASH",
            "tag": "v2.0.0",
            "version": "2.0.0"
          },
          "commits": 3
        },
        "compareUrl": "https://github.com/o/r/compare/v1.0.0...v2.0.0",
        "sections": [
          {
            "id": "features",
            "title": "Features",
            "entries": [
              {
                "id": "#12",
                "text": "b",
                "format": "text",
                "type": "feat",
                "scope": "cli",
                "breaking": true,
                "breakingNote": "c",
                "references": [
                  {
                    "raw": "#11",
                    "id": "11",
                    "kind": "issue",
                    "action": "closes"
                  }
                ],
                "authors": [
                  {
                    "name": "Cy"
                  },
                  {
                    "name": "Bo",
                    "login": "bo"
                  }
                ],
                "shas": [
                  "HASH"
                ],
                "pr": 12,
                "bump": "major"
              }
            ]
          },
          {
            "id": "dependencies",
            "title": "Dependencies",
            "entries": [
              {
                "id": "#13",
                "text": "bump x from 1.0.0 to 1.1.0",
                "format": "text",
                "type": "fix",
                "scope": "deps",
                "breaking": false,
                "references": [],
                "authors": [],
                "shas": [
                  "HASH"
                ],
                "pr": 13,
                "dependency": {
                  "name": "x",
                  "from": "1.0.0",
                  "to": "1.1.0",
                  "prs": [
                    13
                  ]
                },
                "bump": "patch"
              }
            ]
          }
        ],
        "contributors": [
          {
            "name": "Ada"
          },
          {
            "name": "Bo",
            "login": "bo"
          },
          {
            "name": "Cy",
            "isNew": true
          }
        ],
        "omitted": [
          {
            "id": "HASH",
            "subject": "docs: d",
            "reason": "category",
            "partner": "Internal"
          }
        ]
      }"
    `)
    expect(JSON.parse(JSON.stringify(all))).toEqual(all)
  })
})

async function requestOf(path: string) {
  const settings = await loadSettings(memoryIo({ cwd: path, env: testEnv }), { folder: path, root: path })
  const repository = {
    forge: 'github',
    host: 'github.com',
    owner: 'o',
    name: 'r',
    url: 'https://github.com/o/r',
  } as const
  return { root: path, settings, names: [], repository }
}

test('of two tags of one version on a commit, that which was made first is the release', () => {
  const tag = (name: string, seconds: number) => {
    const version = parseVersion(name.replace('v', ''))
    return { name, sha: 'a', seconds, subject: '', parents: [], version: version as NonNullable<typeof version> }
  }
  const found = (...tags: ReturnType<typeof tag>[]) => releaseTags(tags, false).get('a')?.name
  expect(found(tag('1.2.0', 20), tag('v1.2.0', 10))).toBe('v1.2.0')
  expect(found(tag('v1.2.0', 10), tag('1.2.0', 20))).toBe('v1.2.0')
  expect(found(tag('v1.2', 10), tag('v1.2.0', 20))).toBe('v1.2.0')
})
