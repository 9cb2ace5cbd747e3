import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { askGitFacts, gitFacts, listTracked, readGitFacts } from '../../src/git/facts.ts'

const address = 'https://github.com/o/r.git'
let temp: string

beforeAll(() => {
  temp = realpathSync(mkdtempSync(join(tmpdir(), 'frontdoor-git-')))
})

afterAll(() => rmSync(temp, { recursive: true, force: true }))

type Layout = (folder: string) => string | undefined

/** Each makes a repository in a new folder and may return the folder below it to look from. */
const certain: Record<string, Layout> = {
  'a plain repository': (folder) => repository(folder),
  'a folder deep in a repository': (folder) => {
    repository(folder)
    return made(folder, 'a/b/c')
  },
  'a repository without a commit or a remote': (folder) => git(folder, 'init', '-b', 'trunk'),
  'a clone': (folder) => {
    repository(made(folder, 'from'), 'trunk')
    git(folder, 'clone', '-q', 'from', 'to')
    git(join(folder, 'to'), 'switch', '-q', '-c', 'feature/x')
    return join(folder, 'to')
  },
  'a detached HEAD': (folder) => {
    repository(folder)
    git(folder, 'checkout', '-q', '--detach')
  },
  'a linked work tree': (folder) => {
    repository(made(folder, 'main'))
    git(join(folder, 'main'), 'worktree', 'add', '-q', '-b', 'other', '../linked')
    return made(folder, 'linked/docs')
  },
  'a work tree of a bare repository': (folder) => {
    repository(made(folder, 'from'))
    git(folder, 'clone', '-q', '--bare', 'from', 'bare.git')
    git(join(folder, 'bare.git'), 'worktree', 'add', '-q', '../linked')
    return join(folder, 'linked')
  },
  'a submodule': (folder) => {
    repository(made(folder, 'library'))
    repository(made(folder, 'app'))
    git(
      join(folder, 'app'),
      '-c',
      'protocol.file.allow=always',
      'submodule',
      'add',
      '-q',
      join(folder, 'library'),
      'vendor/library',
    )
    return made(folder, 'app/vendor/library/docs')
  },
  'a repository inside another': (folder) => {
    repository(folder)
    repository(made(folder, 'inner'), 'inner')
    return join(folder, 'inner')
  },
  'only one remote, with a name of its own': (folder) => {
    repository(folder)
    git(folder, 'remote', 'rename', 'origin', 'up.stream')
  },
  'two remotes, one of them origin': (folder) => {
    repository(folder)
    git(folder, 'remote', 'add', 'a', 'https://github.com/a/r')
  },
  'two remotes, none of them origin': (folder) => {
    repository(folder)
    git(folder, 'remote', 'rename', 'origin', 'a')
    git(folder, 'remote', 'add', 'b', 'https://github.com/b/r')
  },
  'two addresses of one remote': (folder) => {
    repository(folder)
    git(folder, 'remote', 'set-url', '--add', 'origin', 'https://gitlab.com/o/r')
  },
  'credentials in the address': (folder) => {
    repository(folder)
    git(folder, 'remote', 'set-url', 'origin', 'https://me:sec@ret@github.com/o/r.git')
  },
  'an address that insteadOf would change': (folder) => {
    repository(folder)
    git(folder, 'config', 'url.https://example.com/.insteadOf', 'https://github.com/')
  },
  'odd quoting in the configuration': (folder) => {
    git(folder, 'init', '-b', 'main')
    config(folder, '[remote "origin"] URL = "https://"github.com/o/"r" ; the address\n[branch "a\\"b"]\nremote=x')
  },
  'Windows line ends in the configuration': (folder) => {
    git(folder, 'init', '-b', 'main')
    config(folder, `[remote "origin"]\r\n\turl = ${address}\r\n`)
  },
  'a repository of SHA-256 objects': (folder) => git(folder, 'init', '-b', 'main', '--object-format=sha256'),
  'a symbolic link to a folder of a repository': (folder) => {
    repository(made(folder, 'real'))
    made(folder, 'real/docs')
    symlinkSync(join(folder, 'real', 'docs'), join(folder, 'link'))
    return join(folder, 'link')
  },
  'a folder called .git that is none': (folder) => {
    repository(folder)
    return made(folder, 'docs/.git', '..')
  },
}

const unsure: Record<string, Layout> = {
  'an included file': (folder) => {
    git(folder, 'init', '-b', 'main')
    writeFileSync(join(folder, 'shared.cfg'), `[remote "origin"]\nurl = ${address}\n`)
    git(folder, 'config', 'include.path', '../shared.cfg')
  },
  'a file included on a condition': (folder) => {
    git(folder, 'init', '-b', 'main')
    writeFileSync(join(folder, 'shared.cfg'), `[remote "origin"]\nurl = ${address}\n`)
    git(folder, 'config', `includeIf.gitdir:${folder}/.path`, '../shared.cfg')
  },
  'configuration of one work tree': (folder) => {
    repository(folder)
    git(folder, 'config', 'extensions.worktreeConfig', 'true')
    git(folder, 'config', '--worktree', 'remote.origin.url', 'https://github.com/o/other')
  },
  'a work tree elsewhere': (folder) => {
    repository(folder)
    git(folder, 'config', 'core.worktree', made(folder, 'elsewhere'))
    return join(folder, 'elsewhere')
  },
  'a HEAD of the old form, a link': (folder) => {
    repository(folder)
    rmSync(join(folder, '.git/HEAD'))
    symlinkSync('refs/heads/main', join(folder, '.git/HEAD'))
  },
}

describe('gitFacts', () => {
  test.each(Object.entries(certain))('reads %s without running git, and git says the same', async (_, make) => {
    const folder = laidOut(make)
    const read = readGitFacts({}, folder)
    expect(read).not.toBe('unsure')
    expect(read).toEqual(await askGitFacts(world(), folder))
  })

  test.each(Object.entries(unsure))('asks git about %s', async (_, make) => {
    const folder = laidOut(make)
    expect(readGitFacts({}, folder)).toBe('unsure')
    expect(await gitFacts(world(), folder)).toEqual(await askGitFacts(world(), folder))
  })

  it('knows the root, the remote and both branches of a clone', async () => {
    const folder = laidOut(certain['a clone'])
    git(folder, 'remote', 'set-url', 'origin', 'git@github.com:o/r.git')
    expect(await gitFacts(world(), folder)).toEqual({
      root: folder,
      remote: 'git@github.com:o/r.git',
      branch: 'feature/x',
      defaultBranch: 'trunk',
    })
  })

  it('finds the address that an included file sets', async () => {
    const found = await gitFacts(world(), laidOut(unsure['an included file']))
    expect(found?.remote).toBe(address)
  })

  it('drops credentials and does not apply insteadOf', async () => {
    const [secret, other] = ['credentials in the address', 'an address that insteadOf would change']
    for (const name of [secret, other])
      expect((await gitFacts(world(), laidOut(certain[name ?? ''])))?.remote).toBe(address)
  })

  it('does not say whose remote it is where two have the same right', async () => {
    const found = await gitFacts(world(), laidOut(certain['two remotes, none of them origin']))
    expect(found).not.toHaveProperty('remote')
  })

  it('knows nothing outside of a repository', async () => {
    expect(await gitFacts(world(), laidOut())).toBeUndefined()
    await expect(askGitFacts(world(), laidOut())).rejects.toThrow(/^git rev-parse failed in .*not a git repository/)
  })

  it('knows nothing in a bare repository, and never runs git there', async () => {
    const folder = laidOut()
    repository(folder)
    git(folder, 'clone', '-q', '--bare', '.', 'docs')
    const program = join(folder, 'run.sh')
    writeFileSync(program, `#!/bin/sh\ntouch ${join(folder, 'ran')}\n`, { mode: 0o755 })
    git(join(folder, 'docs'), 'config', 'core.fsmonitor', program)
    expect(await gitFacts(world(), made(folder, 'docs/hooks'))).toBeUndefined()
    await expect(askGitFacts(world(), join(folder, 'docs'))).rejects.toThrow('safe.bareRepository')
    expect(existsSync(join(folder, 'ran'))).toBe(false)
  })

  it('is not misled by the repository that a hook runs in', async () => {
    const [hooked, folder] = [laidOut(certain['a plain repository']), laidOut(certain['a clone'])]
    const env = {
      GIT_DIR: join(hooked, '.git'),
      GIT_WORK_TREE: hooked,
      GIT_INDEX_FILE: join(hooked, '.git/index'),
      GIT_COMMON_DIR: join(hooked, '.git'),
    }
    writeFileSync(join(folder, 'tracked.md'), '')
    git(folder, 'add', 'tracked.md')
    expect((await gitFacts(world(env), folder))?.root).toBe(folder)
    expect((await askGitFacts(world(env), folder)).root).toBe(folder)
    expect(await listTracked(world(env), folder)).toContain('tracked.md')
  })

  it('does not go above a ceiling', async () => {
    const folder = laidOut(certain['a folder deep in a repository'])
    const env = { GIT_CEILING_DIRECTORIES: dirname(folder) }
    await expect(gitFacts(world(env), folder)).rejects.toThrow('not a git repository')
  })
})

describe('listTracked', () => {
  it('lists what git has in its index below the folder, whatever the names are', async () => {
    const folder = laidOut()
    git(folder, 'init', '-q')
    const names = ['a b.md', 'new\nline.md', 'ä.md', '-x.md', '"quoted".md']
    for (const name of names) writeFileSync(join(made(folder, 'docs'), name), '')
    writeFileSync(join(folder, 'README.md'), '')
    git(folder, 'add', '.')
    writeFileSync(join(folder, 'docs', 'untracked.md'), '')
    expect((await listTracked(world(), join(folder, 'docs'))).toSorted()).toEqual(names.toSorted())
  })
})

let count = 0

/** A new folder, and where the layout says to look from. */
function laidOut(make?: Layout): string {
  const folder = made(temp, String(count++))
  return make?.(folder) ?? folder
}

function made(folder: string, path: string, answer = ''): string {
  mkdirSync(join(folder, path), { recursive: true })
  return join(folder, path, answer)
}

/** A repository with a commit, a remote `origin` and the branch. */
function repository(folder: string, branch = 'main'): undefined {
  git(folder, 'init', '-q', '-b', branch)
  writeFileSync(join(folder, 'README.md'), '# r\n')
  git(folder, 'add', '.')
  git(folder, 'commit', '-q', '-m', 'feat: start')
  git(folder, 'remote', 'add', 'origin', address)
}

function config(folder: string, text: string): void {
  appendFileSync(join(folder, '.git/config'), text)
}

function world(env: Record<string, string> = {}): { env: Record<string, string | undefined> } {
  return { env: { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', ...env } }
}

function git(folder: string, ...args: readonly string[]): undefined {
  const person = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgSign=false']
  const env = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  execFileSync('git', ['-C', folder, ...person, ...args], { env, stdio: 'pipe' })
}
