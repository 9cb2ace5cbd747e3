import type { Repository } from '@frontdoor/kit/project'
import { untrustedText } from '@frontdoor/markdown/untrusted'
import type { ListItem, PhrasingContent } from 'mdast'
import type { Contributor, Entry, Release } from '../release.ts'
import type { Template } from '../writing/context.ts'
import { type EntryContext, entryItem, entryText } from './entry.ts'
import { groupsOf } from './groups.ts'
import { liquidTemplate } from './liquid.ts'
import type { RenderContext } from './markdown.ts'

/**
 * What makes the text of releases with a template in Liquid. Whatever is somebody else's text is Markdown by then that says it and does
 * nothing, so a template can put it anywhere in a line.
 *
 * @param name path of the template, for messages
 * @throws {UserError} with the place of a mistake in it
 */
export function readTemplate(text: string, name: string, repository: Repository | undefined): Template {
  const fill = liquidTemplate(text.replace(/^\uFEFF/, ''), name)
  return {
    body(release, context) {
      const made = fill(valuesOf(release, { ...context, repository }))
      const lines = made.replaceAll(/\r\n?/g, '\n').trim()
      return lines === '' ? '' : `${lines}\n`.replaceAll('\n', context.style.eol)
    },
  }
}

interface Context extends RenderContext {
  readonly repository: Repository | undefined
}

/** All that a template may name; what a release does not have is nil. */
function valuesOf(release: Release, context: Context): object {
  const { version, tag, date, prerelease, range, contributors } = release
  const { owner, name, url } = context.repository ?? {}
  const groups = groupsOf(release, context.format)
  return {
    version: version ?? null,
    tag: tag ?? null,
    date: date ?? null,
    package: release.package ?? null,
    prerelease,
    previous: range.from?.tag ?? null,
    commits: range.commits,
    compare_url: release.compareUrl ?? null,
    repository: { owner: owner ?? null, name: name ?? null, url: url ?? null },
    contributors: contributors.map((person) => personOf(person, context)),
    sections: groups.map(({ title, entries }) => ({
      title,
      entries: entries.map((entry) => entryOf(entry, context)),
    })),
    breaking: groups.flatMap(({ entries }) =>
      entries.filter((entry) => entry.breaking).map((entry) => entryOf(entry, context)),
    ),
  }
}

function entryOf(entry: Entry, context: Context): object {
  const { type, scope, breaking, breakingNote, pr, shas, authors } = entry
  const { pages } = context
  const own: EntryContext = { form: { ...context.format.entry, capital: false }, pages, read: context.read }
  const [sha] = shas
  return {
    // As it is listed without a template, and its parts.
    line: inline(paragraphOf(entry, context), context),
    text: inline(entryText(entry, own), context),
    type: said(type, context),
    scope: said(scope, context),
    breaking,
    breaking_note: said(breakingNote?.replaceAll(/\s*\n\s*/g, ' '), context),
    pr: pr ?? null,
    pr_url: (pr !== undefined && pages.pull(pr)) || null,
    sha: sha ?? null,
    short_sha: sha?.slice(0, 7) ?? null,
    commit_url: (sha !== undefined && pages.commit(sha)) || null,
    authors: authors.map((person) => personOf(person, context)),
    references: entry.references.map(({ raw, action = null }) => ({ text: said(raw, context), action })),
  }
}

function paragraphOf(entry: Entry, { format, pages, read }: Context): PhrasingContent[] {
  const [first] = entryItem(entry, { form: format.entry, pages, read }).children
  return first?.type === 'paragraph' ? first.children : []
}

function personOf({ name, login, isNew = false }: Contributor, context: Context): object {
  return { name: said(name, context), login: login ?? null, is_new: isNew }
}

function said(text: string | undefined, context: Context): string | null {
  return text === undefined ? null : inline(untrustedText(text), context)
}

/** Written as an item of a list, where a line begins, so that it is safe in any place of a line. */
function inline(children: PhrasingContent[], { write, style }: RenderContext): string {
  const item: ListItem = { type: 'listItem', spread: false, children: [{ type: 'paragraph', children }] }
  return write([{ type: 'list', ordered: false, spread: false, children: [item] }], style)
    .slice(2)
    .trimEnd()
}
