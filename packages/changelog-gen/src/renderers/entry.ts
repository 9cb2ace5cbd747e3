import { untrustedText } from '@frontdoor/markdown/untrusted'
import type { BlockContent, ListItem, PhrasingContent } from 'mdast'
import type { Reference } from '../change.ts'
import type { ForgePages } from '../forge-pages.ts'
import type { EntryForm } from '../formats/format.ts'
import { hasSmallStart } from '../formats/small-start.ts'
import { commonTypes } from '../message/common-types.ts'
import type { Entry } from '../release.ts'
import { noteBlocks } from './note.ts'

/** Blocks of Markdown, of which no raw HTML is left. */
export type ReadMarkdown = (markdown: string) => BlockContent[]

/** What entries are written with. */
export interface EntryContext {
  readonly form: EntryForm
  readonly pages: ForgePages
  /** Reads Markdown that maintainers wrote, as in a fragment. */
  readonly read: ReadMarkdown
}

/** An entry as an item of a list. Text of commits and pull requests does nothing but say itself. */
export function entryItem(entry: Entry, given: EntryContext): ListItem {
  const { form } = given
  const context = form.isPlain ? { ...given, pages: withoutNumbers(given.pages) } : given
  const content: PhrasingContent[] = [
    ...(form.references === 'leading' ? leading(entry, context) : []),
    ...(entry.breaking && form.breaking === 'inline'
      ? [strong(form.scope === 'type' ? 'BREAKING' : 'Breaking:'), text(' ')]
      : []),
    ...scopeNodes(entry, form),
    ...entryText(entry, context),
    ...trailing(entry, context),
  ]
  const note = form.breaking === 'section' ? [] : noteOf(entry)
  const more = [...note, ...(entry.details === undefined ? [] : context.read(entry.details))]
  return { type: 'listItem', spread: more.length > 0, children: [{ type: 'paragraph', children: content }, ...more] }
}

function withoutNumbers(pages: ForgePages): ForgePages {
  return { ...pages, pull: () => undefined, issue: () => undefined }
}

/** True for an entry that tells of another package of the workspace, which is released with it. */
export function isOfWorkspace({ dependency, shas }: Entry): boolean {
  return dependency !== undefined && dependency.prs.length + shas.length === 0
}

/** Packages of the workspace in one item, as changesets has them, with the commits that brought what is new in them. */
export function dependenciesItem(entries: readonly Entry[], { pages }: EntryContext): ListItem {
  const shas = new Set(entries.flatMap(({ references }) => references.map(({ id }) => id)))
  const links = joined([...shas].map((sha) => commitLink(sha, pages)))
  const content = [
    text('Updated dependencies'),
    ...(links.length === 0 ? [] : [text(' '), bracket('['), ...links, bracket(']')]),
  ]
  const children = entries.map(({ dependency }) =>
    paragraphItem(untrustedText(`${dependency?.name}@${dependency?.to}`)),
  )
  const item = paragraphItem(content)
  return { ...item, children: [...item.children, { type: 'list', ordered: false, spread: false, children }] }
}

/** As text, the writer would escape it beside a link. */
function bracket(value: '[' | ']'): PhrasingContent {
  return { type: 'html', value }
}

function paragraphItem(children: PhrasingContent[]): ListItem {
  return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children }] }
}

/** What breaks, as an item of the section that tells of nothing else. */
export function breakingItem(entry: Entry, context: EntryContext): ListItem {
  const note = noteOf(entry)
  const [first] = note
  const rest = first?.type === 'paragraph' ? note.slice(1) : note
  const said = first?.type === 'paragraph' ? first.children : entryText(entry, context)
  const children = [...scopeNodes(entry, context.form), ...said]
  return { type: 'listItem', spread: rest.length > 0, children: [{ type: 'paragraph', children }, ...rest] }
}

function scopeNodes({ scope, type }: Entry, form: EntryForm): PhrasingContent[] {
  const nodes = scope ? untrustedText(scope) : []
  // Another word before a colon stands in the text.
  if (form.scope === 'type' && type && commonTypes.has(type)) {
    const inside = scope ? [text('('), ...nodes, text(')')] : []
    return [{ type: 'strong', children: untrustedText(type.toUpperCase()) }, ...inside, text(': ')]
  }
  if (!scope) return []
  if (form.scope === 'italic') return [{ type: 'emphasis', children: [text('('), ...nodes, text(')')] }, text(' ')]
  if (form.scope === 'bold-word' || form.scope === 'type') return [{ type: 'strong', children: nodes }, text(': ')]
  return [{ type: 'strong', children: [...nodes, text(':')] }, text(' ')]
}

/** What an entry says, without its references. */
export function entryText(entry: Entry, context: EntryContext): PhrasingContent[] {
  const { form, read } = context
  if (entry.dependency) return dependencyText(entry.dependency)
  const nodes =
    entry.format === 'markdown'
      ? firstParagraph(read(entry.text), entry.text)
      : untrustedText(entry.text, { allow: (reference) => issuePage(reference, context) })
  const [first, ...rest] = nodes
  if (!form.capital || first?.type !== 'text') return nodes
  return [text(capitalised(first.value)), ...rest]
}

function firstParagraph([first]: readonly BlockContent[], markdown: string): PhrasingContent[] {
  return first?.type === 'paragraph' ? first.children : [text(markdown)]
}

/** A word that starts like `iOS` or `npm-run` is left as it is, and so are a name, or several, before a colon. */
function capitalised(value: string): string {
  return hasSmallStart(value) ? value.charAt(0).toUpperCase() + value.slice(1) : value
}

function dependencyText({ name, from, to }: NonNullable<Entry['dependency']>): PhrasingContent[] {
  const versions = from === undefined ? ` to ${to}` : ` from ${from} to ${to}`
  return [
    text('Bump '),
    { type: 'inlineCode', value: name.replaceAll(/[`\s]/g, '') },
    ...untrustedText(versions.trim()).flatMap((node, index) => (index === 0 ? [text(' '), node] : [node])),
  ]
}

function issuePage(reference: string, context: EntryContext): string | boolean {
  const [, id] = /^(?:#|GH-)(\d+)$/i.exec(reference) ?? []
  return id !== undefined && (context.form.isPlain || (context.pages.issue(id) ?? false))
}

function trailing(entry: Entry, { form, pages }: EntryContext): PhrasingContent[] {
  if (form.references === 'leading') return []
  const [sha] = entry.shas
  const pulls =
    entry.dependency && entry.dependency.prs.length > 0
      ? entry.dependency.prs
      : entry.pr === undefined
        ? []
        : [entry.pr]
  const commits =
    sha !== undefined && (form.references !== 'parentheses' || pulls.length === 0) ? [commitLink(sha, pages)] : []
  const parts = form.references === 'commit' ? [commits] : [pulls.map((number) => pullLink(number, pages)), commits]
  const shown = parts.filter((links) => links.length > 0)
  return [
    ...shown.flatMap((links) => [text(' ('), ...joined(links), text(')')]),
    ...(shown.length === 0 ? newsIssues(entry, pages) : []),
    ...(form.closes ? closing(entry, pages) : []),
  ]
}

/** The issues that a fragment is called after, unless it says no more than that. */
function newsIssues({ origins, references, text: said }: Entry, pages: ForgePages): PhrasingContent[] {
  if (origins?.references !== 'fragment') return []
  const told = references.filter(({ raw }) => !isIn(said, raw))
  if (told.length === 0) return []
  return [text(' ('), ...joined(told.map((reference) => issueLink(reference, pages))), text(')')]
}

/** True where a text names a reference, and not only one that begins alike. */
function isIn(said: string, raw: string): boolean {
  return said
    .split(raw)
    .slice(1)
    .some((rest) => !/^\d/.test(rest))
}

/** `, closes #1 #2`, as conventional-changelog writes it, but for what the title says already. */
function closing({ references, text: said }: Entry, pages: ForgePages): PhrasingContent[] {
  const closed = references.filter(
    ({ raw, action, kind, repository }) =>
      action !== undefined && kind !== 'commit' && repository === undefined && !isIn(said, raw),
  )
  if (closed.length === 0) return []
  return [
    text(', closes '),
    ...closed.flatMap((reference, index) => [...(index > 0 ? [text(' ')] : []), issueLink(reference, pages)]),
  ]
}

function leading(entry: Entry, { pages }: EntryContext): PhrasingContent[] {
  const [sha] = entry.shas
  const pull = entry.pr === undefined ? [] : [pullLink(entry.pr, pages), text(' ')]
  const commit = sha === undefined ? [] : [commitLink(sha, pages), text(' ')]
  const all = [...pull, ...commit]
  return all.length === 0 ? [] : [...all.slice(0, -1), text(': ')]
}

function joined(links: readonly PhrasingContent[]): PhrasingContent[] {
  return links.flatMap((link, index) => (index === 0 ? [link] : [text(', '), link]))
}

function pullLink(number: number, pages: ForgePages): PhrasingContent {
  return linked(pages.pullMark + number, pages.pull(number))
}

function issueLink({ id, raw, repository }: Reference, pages: ForgePages): PhrasingContent {
  const own = pages.issue(id)
  if (repository !== undefined && /^https?:/.test(raw))
    return linked(own?.includes(`/${repository}/`) ? `#${id}` : `${repository}#${id}`, raw)
  return repository === undefined && /^\d+$/.test(id)
    ? linked(`#${id}`, own)
    : { type: 'inlineCode', value: raw.replaceAll(/[`\s]/g, '') }
}

function commitLink(sha: string, pages: ForgePages): PhrasingContent {
  const short = sha.slice(0, 7)
  const url = pages.commit(sha)
  return url === undefined ? { type: 'inlineCode', value: short } : linked(short, url)
}

function linked(label: string, url: string | undefined): PhrasingContent {
  return url === undefined ? text(label) : { type: 'link', url, children: [text(label)] }
}

/** What breaks, unless the entry says just that. */
function noteOf({ breakingNote, text: said }: Entry): BlockContent[] {
  return breakingNote === undefined || breakingNote.trim() === said.trim() ? [] : noteBlocks(breakingNote)
}

function strong(value: string): PhrasingContent {
  return { type: 'strong', children: [text(value)] }
}

function text(value: string): { type: 'text'; value: string } {
  return { type: 'text', value }
}
