import type { Ecosystem, Manifest, Project } from '@frontdoor/kit/project'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import { distance } from 'fastest-levenshtein'
import { wholeText } from '../../readme/per-document.ts'
import { defineRule, type Rule } from '../../rule.ts'
import { comparable, installsIn } from '../../snippet/commands.ts'
import { installsOf } from '../../snippet/installs.ts'
import { sectionsAbout } from '../../topics/topics.ts'

export const rule: Rule = defineRule({
  name: 'meta/install-name',
  summary: 'The command to install the package names the package.',
  why: 'A package that got a scope, moved to another owner or was renamed keeps the old command in its README. Readers then install a package that is abandoned, or one that somebody else has registered under the old name.',
  severity: 'warning',
  rst: true,
  *check({ document, project, showings }) {
    for (const { manifest } of showings) {
      if (manifest?.name === undefined || manifest.private) continue
      const { ecosystem, name } = manifest
      const installs = namesIn(document, ecosystem)
      if (
        installs.length === 0 ||
        installs.some((install) => isOwn(install.name, name, ecosystem)) ||
        namesOwn(document, manifest)
      )
        continue
      const only = onlyInstalled(document, installs)
      for (const install of installs) {
        if (isBeside(install.name, manifest, project)) continue
        if (install !== only && !isSlipOf(install.name, manifest)) continue
        const at = { start: install.start, end: install.end }
        yield {
          at,
          message: `This installs ${install.name}, but the package is called ${name} in ${manifest.path}`,
          fix: { safe: false, edits: [{ ...at, text: name }] },
        }
      }
    }
  },
})

interface Named extends Range {
  readonly name: string
}

function namesIn(document: MarkdownDocument, ecosystem: Ecosystem): Named[] {
  return installsOf(document)
    .filter((install) => install.ecosystem === ecosystem && install.how !== 'run-local')
    .map(({ name, at }) => ({ name, ...at }))
}

/** Text in HTML, such as `<pre>`, may have the right command. */
function namesOwn(document: MarkdownDocument, { ecosystem, name = '' }: Manifest): boolean {
  return wholeText(document)
    .split('\n')
    .some((line) =>
      installsIn(line).some((install) => install.ecosystem === ecosystem && isOwn(install.name, name, ecosystem)),
    )
}

/** A command of a Go module lies in a folder of it. */
function isOwn(name: string, own: string, ecosystem: Ecosystem): boolean {
  const [a, b] = [comparable(name, ecosystem), comparable(own, ecosystem)]
  return a === b || (ecosystem === 'go' && a.startsWith(`${b}/`))
}

/** What a section about installing installs, if the whole README installs nothing else. */
function onlyInstalled(document: MarkdownDocument, installs: readonly Named[]): Named | undefined {
  const [first, ...more] = installs
  if (!first || more.some(({ name }) => name !== first.name)) return undefined
  const titled = sectionsAbout('install', document).filter(({ depth }) => depth > 1)
  return titled.some(({ body }) => body.start <= first.start && first.end <= body.end) ? first : undefined
}

/** Tools to work on a project with, which one installs for all projects. */
const tools =
  /^(?:p?npm|yarn|bun|deno|corepack|node|lerna|nx|turbo|gulp|grunt|bower|(?:gulp|grunt|vue|angular|ng|expo|react-native)-cli|typescript|ts-node|nodemon|serve|http-server|pip|setuptools|wheel|build|twine|poetry|pdm|uv|hatch|tox|nox|pipx|pipenv|virtualenv|pre-commit|just|cross|trunk|wasm-(?:pack|bindgen-cli)|cargo-\S+|bundler|rake|husky|concurrently|jupyter(?:lab)?|notebook|conda)$/i

/** True for what is installed beside the package: what it builds on or extends, a package of its workspace, a tool. */
function isBeside(name: string, { ecosystem, name: own = '', dependencies = [] }: Manifest, project: Project): boolean {
  if (tools.test(name) || dependencies.some((one) => comparable(one, ecosystem) === comparable(name, ecosystem)))
    return true
  if (project.packages.some((folder) => folder.split('/').at(-1) === bare(name))) return true
  // `larder` for `larder-plugin-tea`, and the other way round.
  const [a, b] = [squeeze(name), squeeze(own)]
  return a !== b && (a.includes(b) || b.includes(a))
}

/** True for an old or mistyped name of the package. */
function isSlipOf(name: string, { ecosystem, name: own = '' }: Manifest): boolean {
  const [a, b] = [squeeze(name), squeeze(own)]
  if (ecosystem === 'go') return a === b
  if (a === b) return true
  // Names of a few letters are near to many others.
  return Math.min(a.length, b.length) >= 6 && a[0] === b[0] && !/\d$/.test(a + b) && distance(a, b) === 1
}

/** The last part of a name, without the major version of a Go module: what stays when a package changes hands. */
function bare(name: string): string {
  const parts = name.split('/')
  return (/^v\d+$/.test(parts.at(-1) ?? '') ? parts.at(-2) : parts.at(-1)) ?? ''
}

function squeeze(name: string): string {
  return bare(name)
    .toLowerCase()
    .replaceAll(/[^a-z\d]/g, '')
}
