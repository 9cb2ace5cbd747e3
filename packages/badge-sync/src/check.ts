import type { Project } from '@frontdoor/kit/project'
import type { Finding } from '@frontdoor/markdown/finding'
import type { BadgedDocument } from './badge-images.ts'
import type { KnownPackages } from './registry/package-answers.ts'

/** What a check may look at. */
export interface CheckContext extends BadgedDocument {
  readonly project: Project
  /** Path of the document, relative to the project's folder, with forward slashes. */
  readonly path: string
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
