import { isFound } from '@frontdoor/kit/config/search'
import type { PathTest } from './model/category.ts'

/** When a pull request gets a label: where one of the patterns holds. */
export interface LabelRule {
  readonly label: string
  /** Globs; one of the changed files. */
  readonly files?: readonly string[]
  /** Expressions such as `/^fix/i`, or words. */
  readonly branch?: readonly string[]
  readonly title?: readonly string[]
  readonly body?: readonly string[]
}

/** What a label is decided by. */
export interface Labelled {
  readonly files: readonly string[]
  readonly branch: string
  readonly title: string
  readonly body: string
}

/** The labels that a pull request should have, each once. */
export function labelsFor(pull: Labelled, rules: readonly LabelRule[], matches: PathTest): string[] {
  const found = (text: string, patterns: readonly string[] = []) => patterns.some((pattern) => isFound(text, pattern))
  const isMeant = ({ files = [], branch, title, body }: LabelRule) =>
    files.some((glob) => pull.files.some((path) => matches(path, glob))) ||
    found(pull.branch, branch) ||
    found(pull.title, title) ||
    found(pull.body, body)
  return [...new Set(rules.filter(isMeant).map(({ label }) => label))]
}
