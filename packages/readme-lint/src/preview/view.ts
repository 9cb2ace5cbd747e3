import type { Severity } from '@frontdoor/kit/report'
import type { Host, State } from '../host.ts'

// What the server tells the page, as JSON. The page imports these types and nothing else from here.

/** A README as it is looked at. */
export interface View {
  /** Another one for whatever differs in what follows. */
  readonly version: string
  /** Path as the user named it. */
  readonly path: string
  /** Why there is nothing else to show: the text cannot be read. */
  readonly problem?: string
  /** False for standard input, and in a page that was written to a folder: there is no file to mend. */
  readonly writable: boolean
  readonly hosts: readonly HostView[]
  readonly findings: readonly FindingView[]
  /** How many more findings there are. */
  readonly unseen: number
  readonly rows: readonly RowView[]
}

/** A host that the README is shown on. */
export interface HostView extends Pick<Host, 'name' | 'title' | 'kind'> {
  /** How many things it drops or breaks. */
  readonly losses: number
  /** Of how many things nobody knows what it makes of them. */
  readonly unknown: number
  /** What else there is to know of what it shows. */
  readonly notes: readonly string[]
  /** How its links find their place in the page; see `AnchorFact`. */
  readonly anchors: { readonly link: string; readonly anyCase: boolean }
}

/** A finding with what its reader wants to see of it. */
export interface FindingView {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly docs?: string
  /** Names of the hosts it concerns; absent means every place. */
  readonly hosts?: readonly string[]
  readonly line: number
  readonly column: number
  readonly excerpt: readonly SourceLine[]
  readonly fix?: { readonly safe: boolean; readonly diff: readonly DiffLine[] }
}

/** A line of the source. */
export interface SourceLine {
  readonly number: number
  readonly text: string
  /** Which part of the text is meant. */
  readonly mark?: readonly [from: number, to: number]
}

/** A line of a diff. */
export interface DiffLine {
  readonly kind: 'same' | 'old' | 'new' | 'gap'
  readonly text: string
}

/** What hosts make of one thing in the README. */
export interface RowView {
  readonly feature: string
  readonly line: number
  /** One for each host, in their order. */
  readonly cells: readonly { readonly state: State; readonly certain: boolean }[]
}

/** What the page asks the server to write. */
export interface ApplyRequest {
  /** Of the view that the reader saw. */
  readonly version: string
  /** Indices of findings of that view. */
  readonly findings: readonly number[]
}
