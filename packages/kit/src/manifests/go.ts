import { parseRepository } from '../forge.ts'
import type { ProjectFiles, Repository } from '../project.ts'
import { beside, type ManifestFacts, type ManifestReader } from './manifest.ts'
import { textOf } from './parse.ts'

/** go.mod, and the workspace of go.work beside it. */
export const go: ManifestReader = {
  ecosystem: 'go',
  files: ['go.mod', 'go.work'],
  async read(files, path): Promise<ManifestFacts | undefined> {
    const source = path.endsWith('go.mod') ? withoutComments(textOf(files, path)) : ''
    const [, quoted, bare] = /^module\s+(?:\(\s*)?(?:"([^"\n]+)"|`?([^\s"`()]+)`?)/m.exec(source) ?? []
    const name = quoted ?? bare
    const members = membersOf(files, beside(path, 'go.work'))
    if (name === undefined && members.length === 0) return undefined
    return {
      name,
      // Only a path that starts with a host can be fetched.
      private: !/^[^/]*\./.test(name ?? ''),
      repository: name === undefined ? undefined : moduleRepository(name),
      commands: name === undefined ? [] : commandsOf(files, path, name),
      members,
    }
  },
}

function withoutComments(source: string): string {
  return source.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, '')
}

/** A path on a forge says its repository; any other host answers over the network, so nothing is known here. */
function moduleRepository(name: string): Repository | undefined {
  const path = name.replace(/\/v\d+$/, '')
  // gopkg.in/yaml.v3 stands for github.com/go-yaml/yaml, and gopkg.in/user/pkg.v1 for github.com/user/pkg.
  const [, user, pkg] = /^gopkg\.in\/(?:([\w-]+)\/)?([\w.-]+)\.v\d+/.exec(path) ?? []
  if (pkg) return parseRepository(`github.com/${user ?? `go-${pkg}`}/${pkg}`)
  const [host = '', ...segments] = path.split('/')
  // GitLab nests groups, so a longer path there may as well be a folder of a repository.
  if (segments.length < 2 || (host.includes('gitlab') && segments.length > 2)) return undefined
  const found = parseRepository(`https://${host}/${segments.slice(0, 2).join('/')}`)
  if (found === undefined || found.forge === 'unknown') return undefined
  const directory = segments.slice(2).join('/')
  return directory ? { ...found, directory } : found
}

/** `go install` names a command after its folder: the module itself, else each folder of `cmd`; others are its tools. */
function commandsOf(files: ProjectFiles, path: string, name: string): string[] {
  const module = name.replace(/\/v\d+$/, '')
  if (/^package main$/m.test(files.text(beside(path, 'main.go')) ?? ''))
    return [module.slice(module.lastIndexOf('/') + 1)]
  const cmd = beside(path, 'cmd')
  return files.list(cmd).filter((folder) => files.kind(`${cmd}/${folder}/main.go`) === 'file')
}

function membersOf(files: ProjectFiles, path: string): string[] {
  const source = withoutComments(textOf(files, path))
  const uses = [...source.matchAll(/^use\s+(?:\(([^)]*)\)|([^\s()]+))/gm)]
  return uses
    .flatMap(([, block, single]) => (block ?? single ?? '').split(/\s+/).map(unquoted))
    .filter((use) => use !== '')
}

function unquoted(path: string): string {
  return path.replace(/^["`]|["`]$/g, '')
}
