import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  fileUrl,
  folderUrl,
  inRepository,
  parseRepository,
  rawUrl,
  readForgeUrl,
  repositoryOf,
  sameRepository,
} from '../src/forge.ts'
import type { Forge, Repository } from '../src/project.ts'

describe('parseRepository', () => {
  test.each([
    // HTTPS, as forges offer it for cloning and in the address bar
    ['https://github.com/o/r', 'github', 'https://github.com/o/r'],
    ['https://github.com/o/r.git', 'github', 'https://github.com/o/r'],
    ['https://github.com/o/r/', 'github', 'https://github.com/o/r'],
    ['https://github.com/o/r.git/', 'github', 'https://github.com/o/r'],
    ['https://github.com/o/r#readme', 'github', 'https://github.com/o/r'],
    ['https://github.com/o/r?tab=readme-ov-file#usage', 'github', 'https://github.com/o/r'],
    ['https://github.com/o/r/issues', 'github', 'https://github.com/o/r'],
    ['https://github.com/o/r.js', 'github', 'https://github.com/o/r.js'],
    ['https://github.com/o/.github', 'github', 'https://github.com/o/.github'],
    ['https://github.com/Textualize/Rich', 'github', 'https://github.com/Textualize/Rich'],
    ['HTTPS://GitHub.COM/o/r', 'github', 'https://github.com/o/r'],
    ['https://www.github.com/o/r', 'github', 'https://github.com/o/r'],
    ['https://github.com./o/r', 'github', 'https://github.com/o/r'],
    ['http://github.com/o/r', 'github', 'https://github.com/o/r'],
    ['http://github.com:80/o/r', 'github', 'https://github.com/o/r'],
    ['https://github.com:443/o/r', 'github', 'https://github.com/o/r'],
    ['  https://github.com/o/r\n', 'github', 'https://github.com/o/r'],
    ['https://github.com//o//r', 'github', 'https://github.com/o/r'],
    // Credentials are dropped
    ['https://me@github.com/o/r.git', 'github', 'https://github.com/o/r'],
    ['https://me:p%40ss@github.com/o/r.git', 'github', 'https://github.com/o/r'],
    ['https://x-access-token:ghs_secret@github.com/o/r', 'github', 'https://github.com/o/r'],
    ['ssh://git:secret@github.com/o/r.git', 'github', 'https://github.com/o/r'],
    ['ssh://git:secret@github.com:o/r.git', 'github', 'https://github.com/o/r'],
    ['git+ssh://:secret@github.com:o/r.git', 'github', 'https://github.com/o/r'],
    ['git:secret@github.com:o/r.git', 'github', 'https://github.com/o/r'],
    ['gitlab:me:secret@g/s/r.git', 'gitlab', 'https://gitlab.com/g/s/r'],
    ['gitlab:me@g/s/r', 'gitlab', 'https://gitlab.com/g/s/r'],
    // Other schemes
    ['git://github.com/o/r.git', 'github', 'https://github.com/o/r'],
    ['git://github.com/o/r.git#v1.0.0', 'github', 'https://github.com/o/r'],
    ['git+https://github.com/o/r.git', 'github', 'https://github.com/o/r'],
    ['git+http://github.com/o/r.git', 'github', 'https://github.com/o/r'],
    ['git+ssh://git@github.com/o/r.git', 'github', 'https://github.com/o/r'],
    ['git+ssh://git@github.com:o/r.git', 'github', 'https://github.com/o/r'],
    ['ssh://git@github.com:o/r.git', 'github', 'https://github.com/o/r'],
    ['ssh://git@github.com/o/r.git', 'github', 'https://github.com/o/r'],
    ['ssh://git@github.com:22/o/r.git', 'github', 'https://github.com/o/r'],
    ['ssh://git@ssh.github.com:443/o/r.git', 'github', 'https://github.com/o/r'],
    ['ssh://git@altssh.gitlab.com:443/g/r.git', 'gitlab', 'https://gitlab.com/g/r'],
    // The scp form
    ['git@github.com:o/r.git', 'github', 'https://github.com/o/r'],
    ['git@github.com:o/r', 'github', 'https://github.com/o/r'],
    ['git@GitHub.com:o/r.git', 'github', 'https://github.com/o/r'],
    ['git@github.com:/o/r.git', 'github', 'https://github.com/o/r'],
    ['github.com:o/r.git', 'github', 'https://github.com/o/r'],
    ['org-1234@github.com:o/r.git', 'github', 'https://github.com/o/r'],
    ['git@github.com-work:o/r.git', 'github', 'https://github.com/o/r'],
    // Short forms
    ['github:o/r', 'github', 'https://github.com/o/r'],
    ['github:o/r#semver:^1', 'github', 'https://github.com/o/r'],
    ['gitlab:g/r', 'gitlab', 'https://gitlab.com/g/r'],
    ['gitlab:g/s/r', 'gitlab', 'https://gitlab.com/g/s/r'],
    ['bitbucket:o/r', 'bitbucket', 'https://bitbucket.org/o/r'],
    ['sourcehut:~o/r', 'sourcehut', 'https://git.sr.ht/~o/r'],
    ['github.com/o/r', 'github', 'https://github.com/o/r'],
    ['www.github.com/o/r.git', 'github', 'https://github.com/o/r'],
    // Other forges
    ['https://gitlab.com/g/r.git', 'gitlab', 'https://gitlab.com/g/r'],
    ['https://gitlab.com/g/s/t/r', 'gitlab', 'https://gitlab.com/g/s/t/r'],
    ['git@gitlab.com:g/s/r.git', 'gitlab', 'https://gitlab.com/g/s/r'],
    ['https://gitlab.com/g/s/r/-/issues', 'gitlab', 'https://gitlab.com/g/s/r'],
    ['https://gitlab.com/g/s/r/issues', 'gitlab', 'https://gitlab.com/g/s/r'],
    ['https://gitlab.gnome.org/GNOME/gtk.git', 'gitlab', 'https://gitlab.gnome.org/GNOME/gtk'],
    ['https://gitlab.example.com:8443/g/r', 'gitlab', 'https://gitlab.example.com:8443/g/r'],
    ['http://gitlab.example.com:8080/g/r', 'gitlab', 'http://gitlab.example.com:8080/g/r'],
    ['ssh://git@gitlab.example.com:2222/g/s/r.git', 'gitlab', 'https://gitlab.example.com/g/s/r'],
    ['https://salsa.debian.org/g/r', 'gitlab', 'https://salsa.debian.org/g/r'],
    ['https://bitbucket.org/o/r/src/main/', 'bitbucket', 'https://bitbucket.org/o/r'],
    ['git@bitbucket.org:o/r.git', 'bitbucket', 'https://bitbucket.org/o/r'],
    ['https://codeberg.org/o/r', 'gitea', 'https://codeberg.org/o/r'],
    ['ssh://git@codeberg.org/o/r.git', 'gitea', 'https://codeberg.org/o/r'],
    ['https://gitea.example.org/o/r.git', 'gitea', 'https://gitea.example.org/o/r'],
    ['https://forgejo.example.org/o/r', 'gitea', 'https://forgejo.example.org/o/r'],
    ['https://git.sr.ht/~o/r', 'sourcehut', 'https://git.sr.ht/~o/r'],
    ['git@git.sr.ht:~o/r', 'sourcehut', 'https://git.sr.ht/~o/r'],
    ['https://github.example.com/o/r.git', 'github', 'https://github.example.com/o/r'],
    ['git@ghes.example.com:o/r.git', 'github', 'https://ghes.example.com/o/r'],
    ['https://octo.ghe.com/o/r', 'github', 'https://octo.ghe.com/o/r'],
    // The form of an address tells what its host does not
    ['https://code.example.org/g/s/r/-/tree/main', 'gitlab', 'https://code.example.org/g/s/r'],
    ['https://code.example.org/o/r/src/branch/main', 'gitea', 'https://code.example.org/o/r'],
    ['https://code.example.org/o/r.git', 'unknown', 'https://code.example.org/o/r'],
    ['https://code.example.org/r.git', 'unknown', 'https://code.example.org/r'],
    ['git@code.example.org:team/r.git', 'unknown', 'https://code.example.org/team/r'],
    ['https://dev.azure.com/org/project/_git/r', 'unknown', 'https://dev.azure.com/org/project/_git/r'],
  ] satisfies [string, Forge, string][])('reads %s as a repository on %s', (text, forge, url) => {
    expect(parseRepository(text)).toMatchObject({ forge, url })
  })

  test.each([
    '',
    'o/r',
    'r',
    'file:///srv/git/r.git',
    '/srv/git/r.git',
    './r.git',
    '../r.git',
    '~/r.git',
    'C:\\code\\r',
    'C:/code/r',
    'c:code/r',
    '\\\\server\\share\\r',
    '//github.com/o/r',
    'git@server:/srv/git/r.git',
    'git@server.example.org:/srv/git/r.git',
    'git@github-work:o/r.git',
    'http://localhost:3000/o/r.git',
    'ext::sh -c touch% pwn',
    'persistent-https::https://github.com/o/r',
    'javascript:alert(1)//github.com/o/r',
    'data:text/html,github.com/o/r',
    'mailto:git@github.com',
    'ftp://github.com/o/r.git',
    'svn+ssh://github.com/o/r',
    'gist:11081aaa281',
    'https://gist.github.com/o/11081aaa281',
    'git@gist.github.com:11081aaa281.git',
    'https://github.com',
    'https://github.com/o',
    'https://github.com/o/',
    'https://github.com/o/..',
    'https://github.com/o/.git',
    'https://github.com/sponsors/o',
    'https://github.com/orgs/o/discussions',
    'https://github.com/marketplace/actions/x',
    'https://github.com/<owner>/<name>',
    'https://github.com/{{owner}}/{{name}}',
    'https://github.com/o/r" onload="x',
    'https://github.com/o/%3Cscript%3E',
    'https://github.com/o/r%20x',
    'https://gitlab.com/explore/projects',
    'https://gitlab.com/groups/g/-/issues',
    'git@ssh.dev.azure.com:v3/org/project/r',
    'https://git.sr.ht/o/r',
    'https://example.com/r',
    'https://',
    'https://:@/o/r',
    '@scope/name',
  ])('refuses %j', (text) => {
    expect(parseRepository(text)).toBeUndefined()
  })

  it('takes owner/name for GitHub only where the caller says that short forms stand', () => {
    expect(parseRepository('o/r', { shorthand: true })?.url).toBe('https://github.com/o/r')
    expect(parseRepository('o/r#main', { shorthand: true })?.url).toBe('https://github.com/o/r')
    for (const text of ['./r', 'a/b/c', '@o/r', 'o/', '-o'])
      expect(parseRepository(text, { shorthand: true })).toBeUndefined()
  })

  test.each([
    ['https://github.com/babel/babel/tree/main/packages/babel-core', 'packages/babel-core'],
    ['https://github.com/o/r/tree/main/packages/a/', 'packages/a'],
    ['https://github.com/o/r/tree/main/with%20space', 'with space'],
    ['https://github.com/o/r/tree/main', undefined],
    ['https://github.com/o/r/blob/main/packages/a/README.md', undefined],
    ['https://gitlab.com/g/s/r/-/tree/main/packages/a', 'packages/a'],
    ['https://gitlab.com/g/s/r/tree/main/packages/a', 'packages/a'],
    ['https://codeberg.org/o/r/src/branch/main/packages/a', 'packages/a'],
    ['https://bitbucket.org/o/r/src/main/packages/a', 'packages/a'],
    ['https://git.sr.ht/~o/r/tree/main/item/packages/a', 'packages/a'],
  ])('finds the folder of the package in %s', (text, directory) => {
    expect(parseRepository(text)?.directory).toBe(directory)
  })

  it('reads the owner and the name apart, with groups in the owner', () => {
    expect(parseRepository('git@gitlab.com:g/s/r.git')).toEqual({
      forge: 'gitlab',
      host: 'gitlab.com',
      owner: 'g/s',
      name: 'r',
      url: 'https://gitlab.com/g/s/r',
    })
  })

  it('believes hints about a host that is not known, and not about one that is', () => {
    const forges = { 'code.example.org': 'gitlab', 'github.com': 'gitea' } as const
    expect(parseRepository('https://code.example.org/g/s/r', { forges })?.forge).toBe('gitlab')
    expect(parseRepository('https://github.com/o/r', { forges })?.forge).toBe('github')
  })

  it('never keeps a credential, whatever it is', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9._~$&+,;=%-]{1,12}$/)
    const credentials = fc.tuple(word, word).map(([user, password]) => `q${user}:q${password}@`)
    fc.assert(
      fc.property(credentials, fc.constantFrom('https', 'ssh', 'git+https'), (userinfo, scheme) => {
        const found = parseRepository(`${scheme}://${userinfo}github.com/o/r.git`)
        expect(found === undefined || found.url === 'https://github.com/o/r').toBe(true)
      }),
    )
  })

  it('yields an address that it reads as the same repository, for any text', () => {
    const part = fc.constantFrom('o', 'r.git', '-', 'tree', 'main', '..', '', '%', 'a b', 'ö', '~x', 'src', 'branch')
    const start = fc.constantFrom(
      'https://github.com/',
      'git@gitlab.com:',
      'https://x.example.org:8443/',
      'github:',
      '',
    )
    fc.assert(
      fc.property(start, fc.array(part, { maxLength: 6 }), (host, parts) => {
        const found = parseRepository(host + parts.join('/'))
        if (found === undefined || found.owner === '') return
        expect(parseRepository(found.url)?.url).toBe(found.url)
        expect(found.url).not.toMatch(/[\s"<>]|\.git$|\/$/)
      }),
      { numRuns: 500 },
    )
  })

  it('never throws, for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseRepository(text, { shorthand: true })))
  })
})

describe('readForgeUrl', () => {
  test.each([
    ['https://github.com/o/r/blob/main/docs/a.md#x', 'file', 'main', 'docs/a.md'],
    ['https://github.com/o/r/blob/main/a%20b.md', 'file', 'main', 'a b.md'],
    ['https://github.com/o/r/tree/main/docs', 'folder', 'main', 'docs'],
    ['https://github.com/o/r/tree/main', 'folder', 'main', ''],
    ['https://github.com/o/r/blob/fix%2Fbug/docs/a.md', 'file', 'fix/bug', 'docs/a.md'],
    ['https://github.com/o/r/tree/branch/docs', 'folder', 'branch', 'docs'],
    ['https://github.com/o/r/raw/main/logo.png?raw=true', 'raw', 'main', 'logo.png'],
    ['https://github.com/o/r/raw/refs/heads/main/logo.png', 'raw', 'main', 'logo.png'],
    ['https://raw.githubusercontent.com/o/r/main/logo.png', 'raw', 'main', 'logo.png'],
    ['https://raw.githubusercontent.com/o/r/refs/heads/main/logo.png', 'raw', 'main', 'logo.png'],
    ['https://media.githubusercontent.com/media/o/r/main/logo.png', 'raw', 'main', 'logo.png'],
    ['https://github.com/o/r', 'other', undefined, undefined],
    ['https://github.com/o/r/issues/1', 'other', undefined, undefined],
    ['https://github.com/o/r/tree', 'other', undefined, undefined],
    ['https://codeload.github.com/o/r/zip/main', 'other', undefined, undefined],
    ['https://api.github.com/repos/o/r/releases', 'other', undefined, undefined],
    ['https://gitlab.com/o/r/-/blob/main/docs/a.md', 'file', 'main', 'docs/a.md'],
    ['https://gitlab.com/o/r/raw/main/logo.png', 'raw', 'main', 'logo.png'],
    ['https://codeberg.org/o/r/src/branch/main/a.md', 'file', 'main', 'a.md'],
    ['https://codeberg.org/o/r/src/tag/v1/docs', 'folder', 'v1', 'docs'],
    ['https://codeberg.org/o/r/raw/branch/main/logo.png', 'raw', 'main', 'logo.png'],
    ['https://bitbucket.org/o/r/src/main/a.md', 'file', 'main', 'a.md'],
    ['https://bitbucket.org/o/r/raw/main/logo.png', 'raw', 'main', 'logo.png'],
    ['https://git.sr.ht/~o/r/tree/main/item/docs', 'folder', 'main', 'docs'],
    ['https://git.sr.ht/~o/r/blob/main/logo.png', 'raw', 'main', 'logo.png'],
  ])('reads %s as %s', (url, view, ref, path) => {
    const found = readForgeUrl(url)
    expect(found).toMatchObject({ view, repository: { name: 'r' } })
    expect([found?.ref, found?.path]).toEqual([ref, path])
  })

  test.each([
    'https://github.com/sponsors/o',
    'https://github.com/user-attachments/assets/1',
    'https://github.blog/changelog/2026-01-01-news',
    'https://github.githubassets.com/images/modules/logo.png',
    'https://avatars.githubusercontent.com/u/1',
    'https://api.github.com/users/o',
    'https://raw.githubusercontent.com/o',
    'https://codeload.github.com/',
    'https://o.github.io/r/',
    'https://docs.github.com/en/actions',
    'https://example.com/a/b',
    'https://github.com/o%2Fx/r/blob/main/a.md',
    'https://github.com/o/r/blob/main/%2e%2e%2Fa.md',
    'https://github.com/o/r/blob/main/docs%2F..%2F..%2Fa.md',
    'https://code.example.org/a/b.git',
    'docs/a.md',
    '#usage',
    'git@github.com:o/r.git',
    'mailto:o@github.com',
  ])('finds no repository in %s', (url) => {
    expect(readForgeUrl(url)).toBeUndefined()
  })

  it('reads addresses on a host that the hints name', () => {
    const found = repositoryOf('https://code.example.org/g/s/r/-/issues/1', {
      forges: { 'code.example.org': 'gitlab' },
    })
    expect(found?.url).toBe('https://code.example.org/g/s/r')
  })
})

describe('inRepository', () => {
  const github = repository('https://github.com/o/r')
  const unknown = repository('https://code.example.org/o/r.git')
  const enterprise = { ...unknown, forge: 'gitlab' as const }

  test.each([
    ['https://github.com/o/r', github, true],
    ['http://www.github.com/O/R/issues', github, true],
    ['https://raw.githubusercontent.com/o/r/main/a.png', github, true],
    ['https://github.com/o/r.git', github, true],
    ['https://github.com/o/r2', github, false],
    ['https://github.com/other/r', github, false],
    ['https://example.com', github, false],
    ['https://code.example.org/o/r', unknown, true],
    ['https://code.example.org/o/r.git', unknown, true],
    ['https://code.example.org/o/r/tree/main', unknown, true],
    ['https://code.example.org/o/r#readme', unknown, true],
    ['https://code.example.org/o/r2', unknown, false],
    ['https://code.example.org/o', unknown, false],
    ['https://code.example.org/O/R/-/issues', enterprise, true],
  ])('answers for %s', (url, inside, expected) => {
    expect(inRepository(url, inside)).toBe(expected)
  })
})

describe('sameRepository', () => {
  test.each([
    ['https://github.com/o/r', 'git@github.com:O/R.git', true],
    ['https://github.com/o/r', 'https://github.com/o/r/tree/main/packages/a', true],
    ['https://github.com/o/r', 'https://gitlab.com/o/r', false],
    ['https://github.com/o/r', 'https://github.com/o/s', false],
    ['https://x.example.org/o/r.git', 'https://x.example.org/O/r.git', false],
  ])('compares %s with %s', (one, other, expected) => {
    expect(sameRepository(repository(one), repository(other))).toBe(expected)
  })
})

describe('addresses of files', () => {
  test.each([
    [
      'https://github.com/o/r',
      'https://github.com/o/r/blob/main/docs/a.md',
      'https://github.com/o/r/tree/main/docs',
      'https://raw.githubusercontent.com/o/r/main/docs/a.md',
    ],
    [
      'https://github.example.com/o/r',
      'https://github.example.com/o/r/blob/main/docs/a.md',
      'https://github.example.com/o/r/tree/main/docs',
      'https://github.example.com/o/r/raw/main/docs/a.md',
    ],
    [
      'https://gitlab.com/g/s/r',
      'https://gitlab.com/g/s/r/-/blob/main/docs/a.md',
      'https://gitlab.com/g/s/r/-/tree/main/docs',
      'https://gitlab.com/g/s/r/-/raw/main/docs/a.md',
    ],
    [
      'https://bitbucket.org/o/r',
      'https://bitbucket.org/o/r/src/main/docs/a.md',
      'https://bitbucket.org/o/r/src/main/docs',
      'https://bitbucket.org/o/r/raw/main/docs/a.md',
    ],
    [
      'https://codeberg.org/o/r',
      'https://codeberg.org/o/r/src/branch/main/docs/a.md',
      'https://codeberg.org/o/r/src/branch/main/docs',
      'https://codeberg.org/o/r/raw/branch/main/docs/a.md',
    ],
    [
      'https://git.sr.ht/~o/r',
      'https://git.sr.ht/~o/r/tree/main/item/docs/a.md',
      'https://git.sr.ht/~o/r/tree/main/item/docs',
      'https://git.sr.ht/~o/r/blob/main/docs/a.md',
    ],
    ['https://code.example.org/o/r.git', undefined, undefined, undefined],
  ])('are those of the forge for %s', (text, file, folder, raw) => {
    const found = repository(text)
    expect(fileUrl(found, 'main', 'docs/a.md')).toBe(file)
    expect(folderUrl(found, 'main', 'docs')).toBe(folder)
    expect(rawUrl(found, 'main', 'docs/a.md')).toBe(raw)
  })

  it('read back as the same file, whatever its name is', () => {
    const forges = [
      'https://github.com/o/r',
      'https://gitlab.com/g/r',
      'https://codeberg.org/o/r',
      'https://bitbucket.org/o/r',
    ]
    const name = fc
      .stringMatching(/^[a-z0-9 #?%&+()@öß$'-]{1,12}$/)
      .filter((text) => text.trim() === text && !text.includes("'"))
    fc.assert(
      fc.property(fc.constantFrom(...forges), fc.array(name, { minLength: 1, maxLength: 3 }), (text, segments) => {
        const path = segments.join('/').replaceAll(' ', '_')
        const url = rawUrl(repository(text), 'main', path) ?? ''
        expect(readForgeUrl(url)).toMatchObject({ view: 'raw', ref: 'main', path })
      }),
    )
  })

  it('lead to the folder of the branch for an empty path', () => {
    expect(folderUrl(repository('https://github.com/o/r'), 'main', '')).toBe('https://github.com/o/r/tree/main')
  })

  it('keep a dollar sign in a name as it is', () => {
    expect(fileUrl(repository('https://github.com/o/r'), 'main', '$&.md')).toBe(
      'https://github.com/o/r/blob/main/$&.md',
    )
  })
})

function repository(text: string): Repository {
  const found = parseRepository(text)
  if (found === undefined) throw new Error(`no repository: ${text}`)
  return found
}
