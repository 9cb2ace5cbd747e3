import type { Manifest, Project } from '@frontdoor/kit/project'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { sameName } from '../own.ts'
import { installed } from '../registry/install-commands.ts'

/** True for a package that people install; many manifests name what only runs, or what only holds packages together. */
export function isPublished(manifest: Manifest, { files }: Project, document: MarkdownDocument): boolean {
  const { ecosystem, name = '', path } = manifest
  if (installed(document).some((one) => one.ecosystem === ecosystem && sameName(one.name, name))) return true
  const text = files.text(path) ?? ''
  // A pom that lists modules is their parent, and Packagist has projects to start from, but hardly anybody's own site.
  if (ecosystem === 'maven') return !/<packaging>\s*pom\s*<\/packaging>/.test(text)
  if (ecosystem === 'packagist') return !/"type"\s*:\s*"project"/.test(text)
  // An action is used from its repository, though its package.json names a package.
  return ecosystem !== 'npm' || !['action.yml', 'action.yaml'].some((file) => files.kind(file) === 'file')
}

/** True for what others build on, of which a site shows the documentation: a crate or a module of Go may be a program alone. */
export function isLibrary({ ecosystem, path }: Manifest, { files }: Project): boolean {
  if (ecosystem === 'crates') {
    const isProgram = files.kind('src/main.rs') === 'file' || /^\[\[bin\]\]/m.test(files.text(path) ?? '')
    return !isProgram || files.kind('src/lib.rs') === 'file' || /^\[lib\]/m.test(files.text(path) ?? '')
  }
  if (ecosystem !== 'go') return true
  const sources = files.list('.').filter((name) => name.endsWith('.go') && !name.endsWith('_test.go'))
  const isProgram = sources.length > 0 || files.kind('cmd') === 'directory'
  return !isProgram || sources.some((name) => !/^package main\b/m.test(files.text(name) ?? ''))
}
