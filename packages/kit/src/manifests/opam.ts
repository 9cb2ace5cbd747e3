import { posix } from 'node:path'
import { parseRepository } from '../forge.ts'
import type { ProjectFiles, Repository } from '../project.ts'
import { type ManifestFacts, type ManifestReader, repositoryOn } from './manifest.ts'
import { textOf } from './parse.ts'
import { listsOf, readSexps, type Sexp, textIn } from './sexp.ts'
import { text } from './values.ts'

/**
 * dune-project of OCaml, or the opam files where it declares no package (the documentation of both, read 2026-11-28). Of several
 * packages it is the one that the project is called like, or that the others are named after.
 */
export const opam: ManifestReader = {
  ecosystem: 'opam',
  files: ['dune-project', /\.opam$/, 'opam'],
  folder: 'opam',
  async read(files, path): Promise<ManifestFacts | undefined> {
    const isDune = path.endsWith('dune-project')
    const project = isDune ? readSexps(textOf(files, path)) : []
    const called = textIn(project, 'name')
    const packages = listsOf(project, 'package')
    const main = mainOf(packages, (one) => textIn(one, 'name') ?? '', called)
    if (main) return fromDune(main, project)
    const file = mainOf(opamFiles(files, posix.dirname(path)), (one) => nameIn(files, one), called)
    // Each file is read, and all but one tell of the same project.
    return file === undefined || !(isDune || file === path) ? undefined : fromOpam(files, file)
  },
}

function mainOf<Of>(all: readonly Of[], nameOf: (one: Of) => string, called: string | undefined): Of | undefined {
  const names = all.map(nameOf)
  const isRoot = (root: string) =>
    names.every((name) => name.startsWith(root) && /^(?:$|[-_.])/.test(name.slice(root.length)))
  return all[names.indexOf(called ?? '')] ?? all.find((one) => isRoot(nameOf(one)))
}

function fromDune(own: readonly Sexp[], project: readonly Sexp[]): ManifestFacts {
  const get = (word: string) => textIn(own, word) ?? textIn(project, word)
  const description = textIn(own, 'synopsis')
  const [source = []] = [...listsOf(own, 'source'), ...listsOf(project, 'source')]
  return {
    name: textIn(own, 'name'),
    version: get('version'),
    description,
    license: get('license'),
    // What `dune init` writes is still to be replaced.
    private: description === undefined || description === 'A short synopsis',
    repository: sourceIn(source),
    homepage: get('homepage'),
    documentation: get('documentation'),
    issues: get('bug_reports'),
  }
}

function sourceIn([source]: readonly Sexp[]): Repository | undefined {
  const [kind, place] = typeof source === 'string' ? [] : (source ?? [])
  if (typeof kind !== 'string' || typeof place !== 'string') return undefined
  return kind === 'uri' ? parseRepository(place) : repositoryOn(kind, place)
}

function opamFiles(files: ProjectFiles, folder: string): string[] {
  const found = [folder, posix.join(folder, 'opam')].flatMap((place) =>
    files.list(place).map((name) => posix.join(place, name)),
  )
  return found.filter((path) => /(?:^|[./])opam$/.test(path) && files.kind(path) === 'file')
}

/** The text of an opam file without what is described at length. */
function fieldsIn(files: ProjectFiles, path: string): string {
  return textOf(files, path).replace(/"""(?:[^"]|"(?!""))*(?:""")?/g, '')
}

function nameIn(files: ProjectFiles, path: string): string {
  const { name, base } = posix.parse(path)
  return base === 'opam' ? (opamField(fieldsIn(files, path), 'name') ?? '') : name
}

function fromOpam(files: ProjectFiles, path: string): ManifestFacts {
  const source = fieldsIn(files, path)
  const get = (field: string) => opamField(source, field)
  return {
    path,
    name: text(nameIn(files, path)),
    version: get('version'),
    description: get('synopsis'),
    license: get('license'),
    private: get('synopsis') === undefined,
    repository: parseRepository(get('dev-repo') ?? ''),
    homepage: get('homepage'),
    documentation: get('doc'),
    issues: get('bug-reports'),
  }
}

/** The string behind a name, or the first of a list of them. */
function opamField(source: string, name: string): string | undefined {
  const start = new RegExp(`^${name}:[\\s[]*`, 'm').exec(source)
  const value = start ? source.slice(start.index + start[0].length) : ''
  return text(/^"((?:[^"\\\n]|\\.)+)"/.exec(value)?.[1]?.replace(/\\(["\\])/g, '$1'))
}
