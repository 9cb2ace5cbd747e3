import type { Manifest, Project } from '@frontdoor/kit/project'
import { isBuiltForElsewhere } from '@frontdoor/kit/project/built-for'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { sameName } from '../address/own.ts'
import { installed } from '../registry/install-commands.ts'

/** True for a package that people install; many manifests name what only runs, or what only holds packages together. */
export function isPublished(manifest: Manifest, { files }: Project, document: MarkdownDocument): boolean {
  const { ecosystem, name = '', path } = manifest
  if (installed(document).some((one) => one.ecosystem === ecosystem && sameName(one.name, name))) return true
  const text = files.text(path) ?? ''
  if (ecosystem === 'pypi') return isDescribed(text) && holdsCode(manifest, files)
  // A pom that lists modules is their parent, and Packagist has projects to start from, but hardly anybody's own site.
  if (ecosystem === 'maven') return !/<packaging>\s*pom\s*<\/packaging>/.test(text)
  // What is only on a forge has the same manifest there as what is registered; who sends a package to CRAN keeps what they wrote to it.
  if (ecosystem === 'julia') return false
  if (ecosystem === 'cran')
    return ['cran-comments.md', 'CRAN-SUBMISSION', 'CRAN-RELEASE'].some((one) => files.kind(one) === 'file')
  if (ecosystem === 'packagist') return !/"type"\s*:\s*"project"/.test(text)
  return ecosystem !== 'npm' || !isBuiltForElsewhere(files)
}

/** Whoever publishes has written something for the page on PyPI; what only runs tests or lists requirements has none. */
function isDescribed(text: string): boolean {
  return /\b(?:readme|long_description|classifiers|urls?|repository|home[-_]?page)\b/i.test(text)
}

/** True unless a setup.py names nothing to install, and setuptools would find nothing by itself. */
function holdsCode({ name = '', path }: Manifest, files: Project['files']): boolean {
  if (!path.endsWith('setup.py')) return true
  const text = files.text(path) ?? ''
  if (/\b(?:packages|py_modules)\s*=\s*\[\s*\]/.test(text)) return false
  const module = name.replaceAll('-', '_')
  const found = ['src', module, module.toLowerCase(), `${module}.py`].some((one) => files.kind(one) !== undefined)
  return found || /\b(?:packages|py_modules|ext_modules|scripts|package_dir)\b/.test(text)
}

/** True for what others build on, of which a site shows the documentation: a crate or a module of Go may be a program alone. */
export function isLibrary({ ecosystem, path }: Manifest, { files }: Project): boolean {
  if (ecosystem === 'crates') {
    const isProgram = files.kind('src/main.rs') === 'file' || /^\[\[bin\]\]/m.test(files.text(path) ?? '')
    return !isProgram || files.kind('src/lib.rs') === 'file' || /^\[lib\]/m.test(files.text(path) ?? '')
  }
  if (ecosystem !== 'go') return true
  // A theme of Hugo is a module without any source.
  if (!holdsGo(files, '.', 2)) return false
  const sources = files.list('.').filter((name) => name.endsWith('.go') && !name.endsWith('_test.go'))
  const isProgram = sources.length > 0 || files.kind('cmd') === 'directory'
  return !isProgram || sources.some((name) => !/^package main\b/m.test(files.text(name) ?? ''))
}

/** True where a folder, or one that lies so deep in it, has a source of Go. */
function holdsGo(files: Project['files'], folder: string, depth: number): boolean {
  const paths = files.list(folder).map((name) => (folder === '.' ? name : `${folder}/${name}`))
  return (
    paths.some((path) => path.endsWith('.go')) ||
    (depth > 0 && paths.some((path) => files.kind(path) === 'directory' && holdsGo(files, path, depth - 1)))
  )
}
