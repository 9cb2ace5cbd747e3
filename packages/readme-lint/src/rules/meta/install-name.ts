import { posix } from 'node:path'
import type { Project } from '@frontdoor/kit/project'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import { covers, type Range } from '@frontdoor/markdown/edit'
import type { Finding } from '@frontdoor/markdown/finding'
import { distance } from 'fastest-levenshtein'
import { leavesRepository } from '../../readme/address.ts'
import { ownAddress } from '../../readme/own-file.ts'
import { perDocument, wholeText } from '../../readme/per-document.ts'
import { defineRule, type Rule, type RuleContext } from '../../rule.ts'
import { codeOf, textAbove } from '../../snippet/code.ts'
import { comparable, installsIn, type Source } from '../../snippet/commands.ts'
import { wrongImages } from '../../snippet/images.ts'
import { installsOf } from '../../snippet/installs.ts'
import { publishedBy, type Subject } from '../../snippet/published.ts'
import { sectionsAbout } from '../../topics/topics.ts'

export const rule: Rule = defineRule({
  name: 'meta/install-name',
  summary: 'The command to install the package names the package.',
  why: 'A package that got a scope, moved to another owner or was renamed keeps the old command in its README. Readers then install a package that is abandoned, or one that somebody else has registered under the old name.',
  severity: 'warning',
  rst: true,
  *check(context) {
    for (const subject of publishedBy(context)) yield* wrongNames(subject, context)
    yield* wrongImages(context)
  },
})

function* wrongNames(subject: Subject, { document, project, path }: RuleContext): Generator<Finding> {
  const { ecosystem, name } = subject
  const installs = namesIn(document, ecosystem)
  const isNamed = installs.some((install) => isOwn(install.name, name, ecosystem))
  if (installs.length === 0 || isNamed || namesOwn(document, subject)) return
  const only = subject.likely ? undefined : onlyInstalled(document, installs)
  for (const install of installs) {
    if (
      isBeside(install.name, subject, project) ||
      parts(document, project, path).has(bare(install.name)) ||
      isSaidToBeAnother(install, document)
    )
      continue
    const isTheOne = install === only && !isTool(install.name, subject, document)
    if (!isTheOne && !isSlipOf(install.name, subject)) continue
    const at = { start: install.start, end: install.end }
    const text = install.name.slice(0, install.name.length - last(install.name, ecosystem).length) + name
    yield {
      at,
      message: `This installs ${install.name}, but the package is called ${name} in ${subject.path}`,
      fix: { safe: false, edits: [{ ...at, text }] },
    }
  }
}

/** What of a written name is the package's: a tap, a channel or a repository of charts may stand before it. */
function last(name: string, ecosystem: Source): string {
  return /^(?:brew|helm|conda)$/.test(ecosystem) ? (name.split(/[/:]/).at(-1) ?? name) : name
}

interface Named extends Range {
  readonly name: string
}

function namesIn(document: MarkdownDocument, ecosystem: Source): Named[] {
  return installsOf(document)
    .filter((install) => install.ecosystem === ecosystem && install.how !== 'run-local')
    .map(({ name, at }) => ({ name, ...at }))
}

/** Text in HTML, such as `<pre>`, may have the right command. */
function namesOwn(document: MarkdownDocument, { ecosystem, name }: Subject): boolean {
  return wholeText(document)
    .split('\n')
    .some((line) =>
      installsIn(line).some((install) => install.ecosystem === ecosystem && isOwn(install.name, name, ecosystem)),
    )
}

/** A command of a Go module lies in a folder of it. */
function isOwn(name: string, own: string, ecosystem: Source): boolean {
  const [a, b] = [comparable(name, ecosystem), comparable(own, ecosystem)]
  return a === b || (ecosystem === 'go' && a.startsWith(`${b}/`))
}

/** What a section about installing installs, if the whole README installs nothing else. */
function onlyInstalled(document: MarkdownDocument, installs: readonly Named[]): Named | undefined {
  const [first, ...more] = installs
  if (!first || more.some(({ name }) => name !== first.name)) return undefined
  const titled = sectionsAbout('install', document).filter(({ depth }) => depth > 1)
  return titled.some(({ body }) => covers(body, first)) ? first : undefined
}

/** Tools to work on a project with, which one installs for all projects. */
const tools =
  /^(?:p?npm|yarn|bun|deno|corepack|node|lerna|nx|turbo|gulp|grunt|bower|(?:gulp|grunt|vue|angular|ng|expo|react-native)-cli|typescript|ts-node|nodemon|serve|http-server|pip|setuptools|wheel|build|twine|poetry|pdm|uv|hatch|tox|nox|pipx|pipenv|virtualenv|pre-commit|just|cross|trunk|wasm-(?:pack|bindgen-cli)|cargo-\S+|bundler|rake|husky|concurrently|jupyter(?:lab)?|notebook|conda)$/i

/** True for a program that the README goes on to call, where the package has no command of that name. */
function isTool(name: string, { commands = [] }: Subject, document: MarkdownDocument): boolean {
  if (commands.includes(name)) return false
  const call = new RegExp(String.raw`^\s*(?:[$>#] )?(?:sudo )?${name.replaceAll(/[^\w-]/g, String.raw`\$&`)}\s`)
  return codeOf(document).some(
    ({ lines, language }) => language !== undefined && lines.some(({ text }) => call.test(text)),
  )
}

/** True for what is installed beside the package: what it builds on or extends, a package of its workspace, a tool. */
function isBeside(name: string, { ecosystem, name: own, dependencies = [] }: Subject, project: Project): boolean {
  if (ecosystem === 'go' && isNestedModule(name, own, project)) return true
  // The types of a package that has none of its own.
  if (name.startsWith('@types/')) return true
  if (tools.test(name) || dependencies.some((one) => comparable(one, ecosystem) === comparable(name, ecosystem)))
    return true
  if (project.packages.some((folder) => folder.split('/').at(-1) === bare(name))) return true
  // `larder` for `larder-plugin-tea`, and the other way round.
  const [a, b] = [squeeze(name), squeeze(own)]
  return a !== b && (a.includes(b) || b.includes(a))
}

/** Names of folders that the README leads to: parts of the repository that no workspace lists. */
const parts = perDocument(({ links }, project: Project, path: string): ReadonlySet<string> => {
  const own = links.flatMap(({ url }) => ownAddress(url, path, project) ?? [])
  const folders = own.filter(
    (address) => !leavesRepository(address) && project.files.kind(address.path) === 'directory',
  )
  return new Set(folders.map(({ inRoot }) => posix.basename(inRoot)))
})

/** True where the paragraph above the command calls it by name as something that is needed, too. */
function isSaidToBeAnother({ name, start }: Named, document: MarkdownDocument): boolean {
  const above = textAbove(document, start)
  return above.includes(name) && /\b(?:also|too|need|require|peer|optional|additional|depend)/i.test(above)
}

/** True for a Go module in a folder of the repository, which has a version of its own at the end of its path. */
function isNestedModule(name: string, own: string, { files }: Project): boolean {
  const root = own.replace(/\/v\d+$/, '')
  const folders = name.startsWith(`${root}/`) ? name.slice(root.length + 1).split('/') : []
  return folders.some((_, at) => files.kind(`${folders.slice(0, at + 1).join('/')}/go.mod`) === 'file')
}

/** True for an old or mistyped name of the package. */
function isSlipOf(name: string, { ecosystem, name: own }: Subject): boolean {
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
