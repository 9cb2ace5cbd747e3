import type { TitleForm } from '../changelog/heading.ts'

/** Of a heading. */
export type Depth = 1 | 2 | 3 | 4 | 5 | 6

/** How a changelog is written. Plain data: a preset, or a preset as far as a file does not show its own way. */
export interface Format {
  readonly name: FormatName
  readonly title: string
  /** Markdown between the title and the first release of a new file; one paragraph a string. */
  readonly preamble: readonly string[]
  /** Depth of a release's heading. */
  readonly depth: Depth
  /** Depth of the heading of a release whose patch number is 0, where it is another one. */
  readonly minorDepth?: Depth
  readonly form: TitleForm
  /** True where it is underlined with `===` or `---`. */
  readonly setext?: boolean
  /** Depth of the headings inside a release. */
  readonly groupDepth: Depth
  /** True where a release is one list, without groups. */
  readonly isFlat?: boolean
  /** How a group is called where that is no heading but a line above its list. */
  readonly groupLabel?: GroupLabel
  readonly bullet: '-' | '*' | '+'
  /** What the section of the unreleased is called. */
  readonly unreleased: string
  /** Titles of groups by the id of a default category; where there is none, the category's own title. */
  readonly titles: Readonly<Record<string, string>>
  /** Order of the titles; others stand behind, as they come. */
  readonly order: readonly string[]
  /** What an entry looks like. */
  readonly entry: EntryForm
}

/** A line above a list, as `{title}:` or `**{title}**`. */
export interface GroupLabel {
  readonly text: string
  /** True where it is in capital letters: `BUG FIXES:`. */
  readonly isUpper: boolean
}

/** What of an entry is shown, and how. */
export interface EntryForm {
  /** Starts with a capital letter. */
  readonly capital: boolean
  /** `bold`: `**tea:** a`, as conventional-changelog writes it; `bold-word`: `**tea**: a`, as Commitizen does; `italic`: `*(tea)* a`, as git-cliff does; `type`: `**FIX**(tea): a`, as melos does. */
  readonly scope: 'bold' | 'bold-word' | 'italic' | 'type'
  /** `parentheses`: `(#12)`, or the commit where there is no number; `both`: the number and the commit; `leading`: a commit at the start. */
  readonly references: 'parentheses' | 'both' | 'commit' | 'leading'
  /** True where numbers are written without their addresses, for forges or people to find. */
  readonly isPlain?: true
  /** `closes #1` behind it. */
  readonly closes: boolean
  /** `inline`: marked in its place; `section`: told in a section of its own, too; `title`: the title of its group says it. */
  readonly breaking: 'inline' | 'section' | 'title'
}

/** The line above the list of a group. */
export function labelled(title: string, { text, isUpper }: GroupLabel): string {
  return text.replace('{title}', () => (isUpper ? title.toUpperCase() : title))
}

export const formatNames = [
  'keep-a-changelog@1.1.0',
  'keep-a-changelog@2.0.0',
  'conventional-changelog',
  'release-please',
  'changesets',
] as const

export type FormatName = (typeof formatNames)[number]
