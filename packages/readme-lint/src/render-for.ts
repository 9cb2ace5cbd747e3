import type { Project } from '@frontdoor/kit/project'
import { loadReader } from '@frontdoor/kit/readme/parser'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import { findHost, type Showing, showingsOf } from './hosts.ts'

/** Where to show a document. */
export interface RenderOptions {
  /** Name of the host: `pypi`. */
  readonly host: string
  /** Path of the document, relative to the project's folder, with forward slashes; `README.md` where absent. */
  readonly path?: string
}

/** How to make a document for a host. */
export interface RenderMarkdownOptions extends RenderOptions {
  /** The tag, branch or commit that absolute addresses lead to, instead of the tag of the version where git has it, else `HEAD`. */
  readonly ref?: string
}

/** A document for one host. */
export interface Rendered {
  readonly text: string
  /** What could not be carried over, at places of the document as it is written, in order. */
  readonly notes: readonly { readonly at: Range; readonly message: string }[]
}

/**
 * Makes of a document one that a host shows as it is meant: what the host cannot show gives way to what it can, and all other bytes stay.
 *
 * @throws {UserError} where there is no such host, and where the markers of parts that are for some hosts only are not in order
 */
export async function renderMarkdown(
  document: MarkdownDocument,
  project: Project,
  { host, path = 'README.md', ref }: RenderMarkdownOptions,
): Promise<Rendered> {
  const showing = showingOn(host, project, path)
  const [{ renderMarkdown: render }, { releaseRef }, read] = await Promise.all([
    import('./render/markdown.ts'),
    import('./render/release-ref.ts'),
    loadReader('auto'),
  ])
  return render({ document, project, path }, showing, {
    ref: ref ?? (await releaseRef({ env: process.env }, project, showing)),
    shown: path,
    read: async (source) => read(source, path),
  })
}

/**
 * The HTML that a host makes of a document: what stands inside the box that it has for it, without scripts.
 *
 * @throws {UserError} where there is no such host, and where the HTML of the document is nested too deeply
 */
export async function renderHtml(
  document: MarkdownDocument,
  project: Project,
  { host, path = 'README.md' }: RenderOptions,
): Promise<string> {
  const showing = showingOn(host, project, path)
  const { renderHtml: render } = await import('./render/html.ts')
  return render({ document, project, path }, showing)
}

function showingOn(host: string, project: Project, path: string): Showing {
  const [showing] = showingsOf(project, path, [findHost(host).name]) as [Showing]
  return showing
}
