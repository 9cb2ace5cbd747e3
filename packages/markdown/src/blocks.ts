import type { Range } from './edit.ts'
import type { HtmlComment } from './html.ts'
import { Nesting } from './nesting.ts'

/** A region between two marker comments that a generator owns. The range spans both markers. */
export interface Block extends Range {
  /** Who writes it: `badge-sync`, `doctoc`, `all-contributors` …; `unknown` for two markers of a common form. */
  readonly owner: string
  /** Name of the block, as the marker writes it. */
  readonly name: string
  /** What stands behind the name in the start marker. */
  readonly parameters: string
  readonly open: HtmlComment
  /** Absent where the end marker is missing. */
  readonly close: HtmlComment | undefined
  /** What the generator writes: all between the markers; up to the end of the document without an end marker. */
  readonly body: Range
}

/** Form of one generator's markers: `open` and `close` capture the name, `open` what follows it. */
interface MarkerForm {
  readonly owner: string
  readonly open: RegExp
  readonly close: RegExp
  /** People write such comments for themselves too, so without its end marker a start marker is none. */
  readonly common?: boolean
}

/** `<!-- /x -->` ends `<!-- x -->`, and a block x of any other form. */
const slash: MarkerForm = { owner: 'unknown', open: /^([^/].*)$/s, close: /^\/(.+)$/s, common: true }

/**
 * Forms in use on 2026-11-22, read in the documentation of each generator; tried in this order. An end marker closes the
 * nearest start marker of its form and, where the form has a name there, of its name.
 */
const forms: readonly MarkerForm[] = [
  { owner: 'badge-sync', open: /^badge-sync:start\s+(\S+)(.*)$/s, close: /^badge-sync:end(?:\s+(\S+))?/ },
  { owner: 'doctoc', open: /^START (doctoc)\b(.*)$/s, close: /^END (doctoc)\b/ },
  {
    owner: 'all-contributors',
    open: /^(ALL-CONTRIBUTORS-[A-Z]+):START\b(.*)$/s,
    close: /^(ALL-CONTRIBUTORS-[A-Z]+):END\b/,
  },
  { owner: 'automd', open: /^automd:([\w-]+)(.*)$/s, close: /^\/automd\b/ },
  { owner: 'markdown-magic', open: /^doc-gen\s+[[{(]?([\w-]+)[\]})]?(.*)$/s, close: /^end-doc-gen\b/ },
  { owner: 'markdown-magic', open: /^docs\s+[[{(]?([\w-]+)[\]})]?(.*)$/s, close: /^\/docs\b/, common: true },
  {
    owner: 'markdown-magic',
    open: /^AUTO-GENERATED-CONTENT:START\s*\(?([\w-]*):?(.*?)\)?$/s,
    close: /^AUTO-GENERATED-CONTENT:END\b/,
  },
  { owner: 'release-please', open: /^x-release-please-start-(\w+)/, close: /^x-release-please-end\b/ },
  { owner: 'markdown-toc', open: /^(toc)(?:\s+(?!start\b|begin\b)(\S.*))?$/is, close: /^(toc)stop$/i, common: true },
  { owner: 'vim-markdown-toc', open: /^(vim-markdown-toc)\s+(\S.*)$/s, close: /^(vim-markdown-toc)$/, common: true },
  { owner: 'gh-md-toc', open: /^(ts)$/, close: /^te$/, common: true },
  // JamesIves/github-sponsors-readme-action: both markers are the same. Behind `/sponsors`, FastAPI's, it is the other form.
  { owner: 'unknown', open: /^(sponsors)$/i, close: /^(sponsors)$/i, common: true },
  // Scripts of ESLint and of those that took them over.
  { owner: 'unknown', open: /^(sponsors|team)start$/, close: /^(sponsors|team)end$/, common: true },
  { owner: 'cog', open: /^\[\[\[(cog)\b(.*)$/s, close: /^\[\[\[end\]\]\]/ },
  // npalm/action-docs: both markers are the same.
  { owner: 'action-docs', open: /^action-docs-(\w+)(.*)$/s, close: /^action-docs-(\w+)/, common: true },
  { owner: 'MarkdownSnippets', open: /^(snippet|include):(.*)$/s, close: /^end(snippet|include)$/i, common: true },
  { owner: 'oclif', open: /^(usage|commands)$/, close: /^(usage|commands)stop$/, common: true },
  {
    owner: 'unknown',
    // The name has a bound: without one, a long comment of spaces would be tried in as many ways as it has spaces.
    // What a tool is to leave out (`MANPAGE: BEGIN EXCLUDED SECTION`) is nothing that it writes.
    open: /^([\w.:/ -]{1,80}?)(?<!ignore)\s?[:_\- ]\s?(?:start|begin)\b(?!\s+(?:exclu|ignor|skip))(.*)$/is,
    close: /^([\w.:/ -]{1,80}?)\s?[:_\- ]\s?(?:end|stop)\b/i,
    common: true,
  },
  {
    owner: 'unknown',
    open: /^(?:start|begin(?:ning)?)\s?[:_\- ]\s?(.+)$/is,
    close: /^(?:end|stop)\s?[:_\- ]\s?(.+)$/is,
    common: true,
  },
  slash,
]

/** Finds the blocks of a document, in document order. Markers are comments of the tree, so none is ever found inside code. */
export function readBlocks(comments: readonly HtmlComment[], end: number): Block[] {
  const blocks: { readonly block: Block; readonly common: boolean }[] = []
  const open = new Nesting<Block>()
  for (const comment of comments) {
    if (!comment.closed) continue
    const text = comment.value.trim()
    const block = open.close(namesClosedBy(text))
    if (block) {
      Object.assign(block, { close: comment, end: comment.end, body: { start: block.open.end, end: comment.start } })
      continue
    }
    const started = readStart(text)
    if (!started) continue
    const { form, ...marker } = started
    const body = { start: comment.end, end }
    const opened = { ...marker, owner: form.owner, start: comment.start, end, open: comment, close: undefined, body }
    blocks.push({ block: opened, common: form.common === true })
    open.push(opened, namesOf(form, marker.name))
  }
  return blocks.filter(({ block, common }) => block.close || !common).map(({ block }) => block)
}

interface StartMarker extends Pick<Block, 'name' | 'parameters'> {
  readonly form: MarkerForm
}

function readStart(text: string): StartMarker | undefined {
  for (const form of forms) {
    const match = form.open.exec(text)
    if (match) return { form, name: (match[1] as string).trim(), parameters: (match[2] ?? '').trim() }
  }
  return undefined
}

/** The names by which a block is closed (see `Nesting`): its form alone, its form with its name, and `/name`. */
function namesOf(form: MarkerForm, name: string): string[] {
  return [keyOf(form), keyOf(form, name), keyOf(slash, name)]
}

function namesClosedBy(text: string): string[] {
  const names: string[] = []
  for (const form of forms) {
    const match = form.close.exec(text)
    if (match) names.push(keyOf(form, match[1]))
  }
  return names
}

function keyOf(form: MarkerForm, name = ''): string {
  return `${forms.indexOf(form)} ${name.trim().toLowerCase()}`
}
