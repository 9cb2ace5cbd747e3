import type { Range } from '../edit.ts'
import type { Marker, RstItem } from './items.ts'
import type { RstTable } from './tables/row.ts'

/** What a reStructuredText document is made of, without what it stands in: lists, quotes and the like are its `items`. */
export type RstBlock = Range &
  (
    | { readonly kind: 'title'; readonly inside: Range; readonly style: string }
    /** It may announce code with `::` that is not there. That of a footnote or citation knows its label. */
    | { readonly kind: 'text'; readonly announces?: true; readonly note?: string }
    | { readonly kind: 'math'; readonly value: string }
    | { readonly kind: 'code'; readonly language?: string; readonly value: string }
    | { readonly kind: 'comment'; readonly value: string }
    /** Links to the sections of the document, down to a depth, or to those around it only. */
    | {
        readonly kind: 'contents'
        readonly title: Range | undefined
        readonly depth: number | undefined
        readonly isLocal: boolean
      }
    /** A line between texts. */
    | { readonly kind: 'rule' }
    /** `.. _name: address`; without a name it belongs to the next anonymous reference. */
    | { readonly kind: 'target'; readonly name: string | undefined; readonly address: Range }
    | RstImage
    | RstTable
    /** A marker of a list alone. */
    | { readonly kind: 'nothing' }
    /** The head of an admonition that does not stand in the source: `Note`. */
    | { readonly kind: 'head'; readonly value: string }
    /** `.. |name| replace:: text` */
    | { readonly kind: 'replacement'; readonly name: string; readonly value: string }
  )

/** An image or a figure, or with a name one that stands wherever `|name|` does. */
export interface RstImage extends Range {
  readonly kind: 'image'
  readonly name?: string
  readonly address: Range
  /** Empty where nothing stands for the image. */
  readonly alt: string
  /** Where `:target:` leads. */
  readonly target: Range | undefined
  /** As they are written: `64px`. */
  readonly width?: string
  readonly height?: string
}

/** A block with the items of lists that it stands in, from the outermost one. */
export type PlacedBlock = RstBlock & { readonly items: readonly RstItem[] }

/** A directive as it is written, its text among the blocks or not. */
export interface RstDirective extends Range {
  readonly name: string
  readonly argument: Range
  readonly options: Readonly<Record<string, Range>>
  /** A line among the options that is none, or an option that is there twice. */
  readonly stray: Range | undefined
  /** What stands below argument and options; empty where nothing does. */
  readonly content: Range
  /** It says what stands for a name. */
  readonly isDefinition: boolean
  /** It stands in something else. */
  readonly isInside: boolean
  /** All that is indented below it, and the directive itself. */
  readonly whole: Range
}

/** Blocks that were read, and the number of the line behind them. */
export interface Reading {
  readonly blocks: readonly RstBlock[]
  readonly next: number
  readonly directive?: Omit<RstDirective, 'isInside'>
  /** What holds the blocks, and all that is indented below. */
  readonly opens?: Marker
}

/** Where a block starts: behind the markers of lists on its line, at a column. */
export interface Start {
  readonly line: number
  readonly offset: number
  readonly column: number
  /** What stands there, to the end of the line. */
  readonly text: string
  /** Those of the markers that start an item. */
  readonly markers: readonly Marker[]
}
