import { parseRepository } from '../forge.ts'
import type { ProjectFiles } from '../project.ts'
import { beside, type ManifestFacts, type ManifestReader, repositoryAt } from './manifest.ts'
import { readToml, textOf } from './parse.ts'
import { type PythonFacts, untoldType } from './python-facts.ts'
import { readSetupCfg } from './setup-cfg.ts'
import { readSetupPy } from './setup-py.ts'
import { get, type Table, table, text, texts } from './values.ts'

/** pyproject.toml (PEP 621, Poetry, Flit), with setup.cfg and setup.py beside it for what it leaves to them. */
export const pypi: ManifestReader = {
  ecosystem: 'pypi',
  files: ['pyproject.toml', 'setup.cfg', 'setup.py'],
  async read(files, path): Promise<ManifestFacts | undefined> {
    const pyproject = path.endsWith('pyproject.toml') ? await readPyproject(files, path) : undefined
    const [cfg, py] = [beside(path, 'setup.cfg'), beside(path, 'setup.py')]
    const found = [
      { path, facts: pyproject },
      { path: cfg, facts: readSetupCfg(textOf(files, cfg)) },
      { path: py, facts: readSetupPy(textOf(files, py), (name) => textOf(files, beside(py, name))) },
    ].filter((source): source is Source => source.facts !== undefined)
    return found.length === 0 ? undefined : mergeSources(found)
  },
}

interface Source {
  readonly path: string
  readonly facts: PythonFacts
}

/** setuptools reads all three, the first that has a fact wins; the one that has the name is the manifest. */
function mergeSources(sources: readonly Source[]): ManifestFacts {
  const first = <Key extends 'name' | 'version' | 'description' | 'license' | 'readme' | 'readmeType' | 'runtime'>(
    key: Key,
  ) => sources.find(({ facts }) => facts[key] !== undefined)?.facts[key]
  const all = <Key extends 'urls' | 'classifiers' | 'commands'>(key: Key) =>
    sources.flatMap<PythonFacts[Key][number]>(({ facts }) => facts[key])
  const named = sources.find(({ facts }) => facts.name !== undefined) ?? sources[0]
  const classifiers = all('classifiers')
  return {
    path: named?.path,
    name: first('name'),
    version: first('version'),
    description: first('description'),
    license: first('license') ?? licenseClassifier(classifiers),
    // The index refuses every classifier that starts so.
    private: sources.some(({ facts }) => facts.private) || classifiers.some((line) => /^Private\s*::/.test(line)),
    commands: [...new Set(all('commands'))],
    readme: first('readme'),
    readmeType: readmeTypeOf(sources),
    runtime: first('runtime'),
    dependencies: sources.flatMap(({ facts }) => facts.dependencies ?? []).flatMap(requirementName),
    members: sources.flatMap(({ facts }) => facts.members ?? []),
    ...linksOf(all('urls')),
  }
}

/** The first that says it: one of setup.cfg counts for what setup.py reads, too. */
function readmeTypeOf(sources: readonly Source[]): string | undefined {
  const from = sources.find(({ facts }) => facts.readme !== undefined)
  if (from?.facts.readmeType === undefined) return undefined
  const said = sources.flatMap(({ facts }) => facts.readmeType ?? []).filter((type) => type !== untoldType)
  return said[0] ?? untoldType
}

function requirementName(requirement: string): string[] {
  return /^\s*([\w.-]*\w)/.exec(requirement)?.slice(1) ?? []
}

/** The well-known labels of project URLs and their aliases, as PyPA lists them (read 2026-11-22). */
const labels: Readonly<Record<string, string>> = {
  ...{ homepage: 'homepage' },
  ...{ source: 'source', repository: 'source', sourcecode: 'source', github: 'source' },
  ...{ changelog: 'changelog', changes: 'changelog', whatsnew: 'changelog', history: 'changelog' },
  ...{ releasenotes: 'changelog', documentation: 'documentation', docs: 'documentation' },
  ...{ issues: 'issues', bugs: 'issues', issue: 'issues', tracker: 'issues' },
  ...{ issuetracker: 'issues', bugtracker: 'issues' },
  ...{ funding: 'funding', sponsor: 'funding', donate: 'funding', donation: 'funding' },
}

function linksOf(urls: PythonFacts['urls']) {
  const labelled = (role: string) => urls.flatMap(([label, url]) => (labels[normalizeLabel(label)] === role ? url : []))
  const [source] = labelled('source')
  return {
    repository: parseRepository(source ?? '') ?? urls.map(([, url]) => repositoryAt(url)).find(Boolean),
    homepage: labelled('homepage')[0],
    documentation: labelled('documentation')[0],
    changelog: labelled('changelog')[0],
    issues: labelled('issues')[0],
    links: urls.map(([, url]) => url),
    funding: labelled('funding'),
  }
}

/** As PyPA normalises a label: without ASCII punctuation and white space, in lower case. */
function normalizeLabel(label: string): string {
  return label.replace(/[!-/:-@[-`{-~\s]/g, '').toLowerCase()
}

function licenseClassifier(classifiers: readonly string[]): string | undefined {
  const licenses = classifiers.filter((line) => /^License\s*::/.test(line) && !/::\s*OSI Approved$/.test(line))
  // Several may be a choice or a sum; only words can say which.
  return licenses.length === 1 ? licenses[0]?.split('::').at(-1)?.trim() : undefined
}

async function readPyproject(files: ProjectFiles, path: string): Promise<PythonFacts | undefined> {
  const data = await readToml(files, path)
  const members = texts(get(get(get(get(data, 'tool'), 'uv'), 'workspace'), 'members'))
  const project = get(data, 'project')
  const poetry = get(get(data, 'tool'), 'poetry')
  const flit = get(get(get(data, 'tool'), 'flit'), 'metadata')
  if (project !== undefined) {
    const found = fromProject(table(project), data)
    // What has a setup.py is built by setuptools, whatever uv thinks of it.
    const isBuilt = isPackage(data) || files.kind(beside(path, 'setup.py')) === 'file'
    return { ...found, members, private: found.private === true || !isBuilt }
  }
  if (poetry !== undefined) return fromPoetry(table(poetry))
  if (flit !== undefined) return fromFlit(table(flit))
  return members.length > 0 ? { urls: [], classifiers: [], commands: [], private: true, members } : undefined
}

/** The description that `uv init` writes, as its guide shows it (read 2026-11-26): whoever publishes has replaced it. */
const untouched = 'Add your description here'

function fromProject(project: Table, data: Table): PythonFacts {
  const tool = get(data, 'tool')
  const dynamic = get(get(tool, 'setuptools'), 'dynamic')
  return {
    name: text(project.name),
    version: text(project.version),
    description: text(project.description),
    license: text(project.license) ?? shortText(get(project.license, 'text')),
    ...projectReadme(project.readme, get(dynamic, 'readme')),
    runtime: text(project['requires-python']),
    dependencies: [project.dependencies, ...Object.values(table(project['optional-dependencies']))].flatMap(texts),
    urls: links(project.urls),
    classifiers: texts(project.classifiers),
    commands: [...Object.keys(table(project.scripts)), ...Object.keys(table(project['gui-scripts']))],
    private: get(get(tool, 'poetry'), 'package-mode') === false || project.description === untouched,
  }
}

/** A name alone tells what it is; a table says it, and one of setuptools may leave it out. */
function projectReadme(readme: unknown, dynamic: unknown): Pick<PythonFacts, 'readme' | 'readmeType'> {
  if (typeof readme === 'string') return { readme }
  if (readme !== undefined) return { readme: text(get(readme, 'file')), readmeType: text(get(readme, 'content-type')) }
  const [file] = texts(get(dynamic, 'file'))
  return { readme: file, readmeType: file && (text(get(dynamic, 'content-type')) ?? untoldType) }
}

/**
 * Without a build system uv builds no package, unless it is told that there is one (its documentation, read 2026-11-26), and
 * what ComfyUI has a table for goes to its own registry.
 */
function isPackage(data: Table): boolean {
  const { uv, comfy } = table(data.tool)
  const said = get(uv, 'package')
  if (said !== undefined) return said !== false
  return (uv === undefined && comfy === undefined) || data['build-system'] !== undefined
}

function fromPoetry(poetry: Table): PythonFacts {
  const named = ['homepage', 'repository', 'documentation'].flatMap((label) => pair(label, poetry[label]))
  return {
    name: text(poetry.name),
    version: text(poetry.version),
    description: text(poetry.description),
    license: text(poetry.license),
    readme: texts(poetry.readme)[0],
    runtime: text(get(poetry.dependencies, 'python')),
    dependencies: Object.keys(table(poetry.dependencies)).filter((name) => name !== 'python'),
    urls: [...named, ...links(poetry.urls)],
    classifiers: texts(poetry.classifiers),
    commands: Object.keys(table(poetry.scripts)),
    private: poetry['package-mode'] === false,
  }
}

function fromFlit(flit: Table): PythonFacts {
  return {
    name: text(flit['dist-name']) ?? text(flit.module),
    license: text(flit.license),
    readme: text(flit['description-file']),
    runtime: text(flit['requires-python']),
    urls: [...pair('homepage', flit['home-page']), ...links(flit.urls)],
    classifiers: texts(flit.classifiers),
    commands: [],
  }
}

function links(urls: unknown): (readonly [string, string])[] {
  return Object.entries(table(urls)).flatMap(([label, url]) => pair(label, url))
}

function pair(label: string, value: unknown): (readonly [string, string])[] {
  const url = text(value)
  return url === undefined ? [] : [[label, url]]
}

/** `license = {text = …}` may hold a name or the whole licence. */
function shortText(value: unknown): string | undefined {
  const name = text(value)
  return name && name.length < 100 && !name.includes('\n') ? name : undefined
}
