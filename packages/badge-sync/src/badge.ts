/** What a badge is about. */
export type BadgeKind =
  | 'activity'
  | 'chat'
  | 'ci'
  | 'contributors'
  | 'coverage'
  | 'dependencies'
  | 'documentation'
  | 'downloads'
  | 'funding'
  | 'issues'
  | 'license'
  | 'other'
  | 'popularity'
  | 'quality'
  | 'runtime'
  | 'security'
  | 'size'
  | 'social'
  | 'style'
  | 'version'

/** A badge that can be recognised. */
export interface Badge {
  readonly name: string
  readonly kind: BadgeKind
  /** What it shows, as the alternative text of its image. */
  readonly title: string
  /** Patterns for the address of its image; see `addressPattern`. Parts that have a meaning are called alike in all badges. */
  readonly images: readonly string[]
  /** Where it leads: a template for the parts of its address. */
  readonly link?: string
}
