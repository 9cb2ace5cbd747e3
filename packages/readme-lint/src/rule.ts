import type { OptionsSchema, OptionValues } from '@frontdoor/kit/options'
import type { Project } from '@frontdoor/kit/project'
import type { Severity } from '@frontdoor/kit/report'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Finding } from '@frontdoor/markdown/finding'
import type { Host } from './host.ts'

/** What a rule may look at. */
export interface RuleContext<Options> {
  readonly document: MarkdownDocument
  readonly project: Project
  /** Path of the document, relative to the project's folder, with forward slashes. */
  readonly path: string
  /** Places that show this README. */
  readonly hosts: readonly Host[]
  readonly options: Options
}

/** Yields findings for a document in a project. */
export interface Rule<Schema extends OptionsSchema = OptionsSchema> {
  /** `group/name`. */
  readonly name: string
  /** What it asks for, in one line. */
  readonly summary: string
  /** Why a maintainer should care: a paragraph of Markdown for the rule's page. */
  readonly why: string
  readonly severity: Severity
  /** Options as JSON Schema properties; each has a default and a description. */
  readonly options: Schema
  check(context: RuleContext<OptionValues<Schema>>): Iterable<Finding>
}
