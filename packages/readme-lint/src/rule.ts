import type { OptionsSchema, OptionValues } from '@frontdoor/kit/config/options'
import type { Project } from '@frontdoor/kit/project'
import type { Severity } from '@frontdoor/kit/report'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Finding } from '@frontdoor/markdown/finding'
import type { Showing } from './hosts.ts'
import type { Web } from './web/web.ts'

/** What a rule may look at. */
export interface RuleContext<Options = Readonly<Record<string, unknown>>> {
  readonly document: MarkdownDocument
  readonly project: Project
  /** Path of the document, relative to the project's folder, with forward slashes. */
  readonly path: string
  /** The hosts that show this README. */
  readonly showings: readonly Showing[]
  /** Where addresses lead; only with `--link`. */
  readonly web?: Web
  readonly options: Options
}

/** Yields findings for a document in a project. */
export interface Rule {
  /** `group/name`. */
  readonly name: string
  /** What it asks for, in one line of Markdown. */
  readonly summary: string
  /** Why a maintainer should care: a paragraph of Markdown for the rule's page. */
  readonly why: string
  /** Error: a reader sees something broken, for certain. Warning: likely harm. Info: advice. */
  readonly severity: Severity
  /** True where it speaks of reStructuredText, too, and `fixes` where it mends it; to a README.rst the others do not apply. */
  readonly rst?: boolean | 'fixes'
  /** Options as JSON Schema properties; each has a default and a description. */
  readonly options: OptionsSchema
  /** True where it can say nothing without the network: it is run with `--link` only. */
  readonly network?: true
  check(context: RuleContext): Iterable<Finding> | AsyncIterable<Finding>
}

/** A rule as it is written, with the types of its options. */
export interface RuleDefinition<Schema extends OptionsSchema> extends Omit<Rule, 'options' | 'check'> {
  readonly options?: Schema
  check(context: RuleContext<OptionValues<Schema>>): Iterable<Finding> | AsyncIterable<Finding>
}

/** Gives a rule the types of its options. */
export function defineRule<const Schema extends OptionsSchema>(definition: RuleDefinition<Schema>): Rule {
  // The runner hands in only options that the schema has accepted.
  return { ...definition, options: definition.options ?? {}, check: definition.check as unknown as Rule['check'] }
}
