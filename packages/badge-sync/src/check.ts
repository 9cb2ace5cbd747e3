import type { Project } from '@frontdoor/kit/project'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Finding } from '@frontdoor/markdown/finding'
import type { BadgeImage } from './badge-images.ts'
import type { KnownPackages } from './registry/run.ts'

/** What a check may look at. */
export interface CheckContext {
  readonly document: MarkdownDocument
  readonly project: Project
  /** Path of the document, relative to the project's folder, with forward slashes. */
  readonly path: string
  /** The images of the document that may be badges. */
  readonly images: readonly BadgeImage[]
  /** What registries say of packages; absent where nobody was asked. */
  readonly known?: KnownPackages | undefined
}

/** Looks at the badges of a document. What it can mend safely is drift; anything else is advice. */
export interface Check {
  /** `badge/name`. */
  readonly name: string
  /** What it asks for, in one line of Markdown. */
  readonly summary: string
  check(context: CheckContext): Iterable<Finding>
}
