import type { OptionsSchema, OptionValues } from '@frontdoor/kit/config/options'
import type { Io } from '@frontdoor/kit/io'
import type { Project } from '@frontdoor/kit/project'
import type { ReadDocument } from '@frontdoor/kit/readme/parser'
import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import type { RootContent } from 'mdast'
import type { Ask } from './network.ts'

/** What a generator may look at. */
export interface BlockContext<Options extends OptionsSchema = OptionsSchema> {
  readonly document: MarkdownDocument
  readonly project: Project
  /** From the end of the start marker to the start of the end marker. */
  readonly body: Range
  /** What stands between all markers of the document, which is no source for what is generated. */
  readonly generated: readonly Range[]
  readonly options: OptionValues<Options>
  readonly io: Pick<Io, 'env' | 'now'>
  /** True where programs of the project may be run. */
  readonly mayRun: boolean
  /** Asks the network, or what is kept of it. */
  readonly ask: Ask
  readonly read: ReadDocument
  /** Makes something once in a run, however often the text is looked at. */
  once<Value>(key: string, make: () => Promise<Value>): Promise<Value>
}

/**
 * What is to stand in a block: nodes; what stands there with other words; `wait` for what should stay as it is, with what is
 * to be said of an empty block; or `remove` for a block that goes with its markers.
 */
export type Content = readonly RootContent[] | { readonly text: string } | { readonly wait: string } | 'remove'

/** Writes what stands between two markers. What it throws as a `UserError` or an `HttpFailure` leaves the block as it is. */
export interface Generator<Options extends OptionsSchema = OptionsSchema> {
  readonly name: string
  /** What it writes, in one line of Markdown. */
  readonly summary: string
  /** Each can be given in the start marker, and for all blocks of this name in the config. */
  readonly options: Options
  /** A start marker as one would write it. */
  readonly example: string
  generate(context: BlockContext<Options>): Content | Promise<Content>
}

/** Checks a generator against the types of its options, and gives it as one of any. */
export function generator<const Options extends OptionsSchema>(definition: Generator<Options>): Generator {
  // What calls it has made the options of the schema beside it.
  return definition as unknown as Generator
}
