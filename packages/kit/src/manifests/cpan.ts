import { parseRepository } from '../forge.ts'
import type { ProjectFiles } from '../project.ts'
import { readIni } from './ini.ts'
import { beside, type ManifestFacts, type ManifestReader } from './manifest.ts'
import { readJson, textOf } from './parse.ts'
import { get, text, texts } from './values.ts'

/**
 * META.json of a distribution of Perl (CPAN::Meta::Spec), the dist.ini of Dist::Zilla, or the plain strings of a Makefile.PL (their
 * documentation, read 2026-11-28). Perl is never run.
 */
export const cpan: ManifestReader = {
  ecosystem: 'cpan',
  files: ['META.json', 'dist.ini', 'Makefile.PL'],
  async read(files, path): Promise<ManifestFacts | undefined> {
    if (path.endsWith('META.json')) return fromMeta(files, path)
    const source = textOf(files, path)
    return path.endsWith('dist.ini') ? fromDistIni(files, path, source) : fromMakefile(files, path, source)
  },
}

/** Extensions of PostgreSQL have a META.json, too, whose specification is another one. */
async function fromMeta(files: ProjectFiles, path: string): Promise<ManifestFacts | undefined> {
  const data = await readJson(files, path)
  if (!/CPAN|module-build/.test(text(get(data['meta-spec'], 'url')) ?? '')) return undefined
  const { resources } = data
  const repository = get(resources, 'repository')
  return {
    name: text(data.name),
    version: text(data.version)?.replace(/^v/, ''),
    description: text(data.abstract),
    license: spdxOf(texts(data.license)),
    private: false,
    repository: parseRepository(text(get(repository, 'web')) ?? text(get(repository, 'url')) ?? ''),
    homepage: text(get(resources, 'homepage')),
    issues: text(get(get(resources, 'bugtracker'), 'web')),
  }
}

function fromDistIni(files: ProjectFiles, path: string, source: string): ManifestFacts | undefined {
  const sections = readIni(source.replace(/[ \t];.*$/gm, ''))
  const top = (key: string) => text(sections.get('')?.get(key))
  const resource = (key: string) => text(sections.get('MetaResources')?.get(key))
  const name = top('name')
  if (name === undefined) return undefined
  const module = moduleFacts(files, path, top('main_module') ?? moduleOf(name))
  return {
    name,
    version: top('version') ?? module.version,
    description: top('abstract') ?? module.description,
    license: spdxOf(texts(top('license'))),
    private: sections.has('FakeRelease') && !sections.has('UploadToCPAN'),
    repository: parseRepository(resource('repository.web') ?? resource('repository.url') ?? ''),
    homepage: resource('homepage'),
    issues: resource('bugtracker.web'),
  }
}

function fromMakefile(files: ProjectFiles, path: string, source: string): ManifestFacts | undefined {
  const string = (key: string, text = source) =>
    new RegExp(`\\b${key}["']?[ \\t]*=>[ \\t]*(["'])([^"'$\\n]+)\\1`).exec(text)?.[2]
  const within = (key: string) => new RegExp(`\\b${key}["']?\\s*=>\\s*\\{([^{}]*)\\}`).exec(source)?.[1] ?? ''
  const name = string('NAME')?.replaceAll('::', '-')
  if (name === undefined) return undefined
  const module = moduleFacts(files, path, string('VERSION_FROM') ?? moduleOf(name))
  return {
    name,
    version: string('VERSION') ?? module.version,
    description: string('ABSTRACT') ?? module.description,
    license: spdxOf(texts(string('LICENSE'))),
    // What goes to CPAN is packed by a list; without one it is a program that only installs itself.
    private: !['MANIFEST', 'MANIFEST.SKIP'].some((list) => files.kind(beside(path, list)) === 'file'),
    repository: parseRepository(string('web', within('repository')) ?? string('url', within('repository')) ?? ''),
    homepage: string('homepage'),
    issues: string('web', within('bugtracker')),
  }
}

function moduleOf(name: string): string {
  return `lib/${name.replaceAll('-', '/')}.pm`
}

/** What the main module says of all, where it is a plain string. */
function moduleFacts(
  files: ProjectFiles,
  path: string,
  module: string,
): Pick<ManifestFacts, 'version' | 'description'> {
  const source = textOf(files, beside(path, module))
  return {
    version: /^[ \t]*(?:our[ \t]+)?\$VERSION[ \t]*=[ \t]*["']v?(\d[\d._]*)["']/m.exec(source)?.[1],
    description: text(
      /^#+ ABSTRACT: (.+)$/m.exec(source)?.[1] ?? /^=head1 NAME\r?\n\r?\n[\w:]+ -+ (.+)$/m.exec(source)?.[1],
    ),
  }
}

/** Licences by the names of the specification, and of Software::License where these differ in more than case. */
const licenses: Readonly<Record<string, string>> = {
  perl_5: 'Artistic-1.0-Perl OR GPL-1.0-or-later',
  artistic_2: 'Artistic-2.0',
  artistic_2_0: 'Artistic-2.0',
  apache_2_0: 'Apache-2.0',
  mit: 'MIT',
  bsd: 'BSD-3-Clause',
  freebsd: 'BSD-2-Clause',
  gpl_2: 'GPL-2.0-only',
  gpl_3: 'GPL-3.0-only',
  lgpl_2_1: 'LGPL-2.1-only',
  lgpl_3_0: 'LGPL-3.0-only',
  agpl_3: 'AGPL-3.0-only',
  mozilla_2_0: 'MPL-2.0',
}

/** A list means a choice (CPAN::Meta::Spec, "license"). */
function spdxOf(names: readonly string[]): string | undefined {
  const known = names
    .map((name) => name.toLowerCase())
    .map((name) => (Object.hasOwn(licenses, name) ? licenses[name] : undefined))
  return known.includes(undefined) ? undefined : text(known.join(' OR '))
}
