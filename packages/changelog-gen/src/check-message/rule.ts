import type { Severity } from '@frontdoor/kit/report'
import type { Finding } from '@frontdoor/markdown/finding'
import type { Bump } from '../change.ts'
import type { Verdict } from '../model/assemble.ts'
import type { Item } from '../model/item.ts'
import type { SpokenLine } from './spoken.ts'

/** A message that is to become a commit, and all that is known of how it will be read. */
export interface MessageContext {
  /** The text as an editor showed it. */
  readonly source: string
  /** What git will keep of it. */
  readonly lines: readonly [SpokenLine, ...SpokenLine[]]
  readonly item: Item
  readonly verdict: Verdict
  /** Headings of the changelog that list it. */
  readonly headings: readonly string[]
  /** What the change asks of the next version. */
  readonly level: Bump
  readonly types: Types
  /** True where free text is not wanted. */
  readonly strict: boolean
  /** True for what git and forges write by themselves, and for `fixup!` and its like: nobody chose these words. */
  readonly isMade: boolean
  /** Whether a word is one of the project's own: older commits start with it and a colon, or a file or folder is called so. */
  isWord(word: string): Promise<boolean>
  scopes(): Promise<Scopes>
  /** Whether older commits have a scope, or a file or folder is called so. */
  isScope(word: string): Promise<boolean>
}

/** What scopes may name. */
export interface Scopes {
  /** All that the settings let pass; absent where scopes are free. */
  readonly listed?: readonly string[]
  /** Names and folders of the workspace's packages. */
  readonly packages: readonly string[]
}

/** Types of changes, in lower case. */
export interface Types {
  /** True for one that means something here. */
  has(type: string): boolean
  /** Those that people are told of. */
  readonly told: readonly string[]
}

/** Looks at a message and yields findings. */
export interface MessageRule {
  /** `message/name`. */
  readonly name: string
  readonly summary: string
  readonly severity: Severity
  check(context: MessageContext): Iterable<Finding> | AsyncIterable<Finding>
}
