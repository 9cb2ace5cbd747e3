import type { Repository } from '@frontdoor/kit/project'
import type { Severity } from '@frontdoor/kit/report'
import type { Finding } from '@frontdoor/markdown/finding'
import type { ReleaseSection } from '../changelog/changelog.ts'
import type { Item } from '../changelog/items.ts'
import type { ListedRelease } from '../forge/release-host.ts'
import type { Writing } from '../writing/context.ts'
import type { ProjectHistory } from '../writing/project-history.ts'

/** What a check of a changelog may look at. */
export interface VerifyContext extends Writing {
  readonly history: ProjectHistory
  readonly repository: Repository | undefined
  /** Versions that the manifests of the folder give. */
  readonly manifests: readonly { readonly path: string; readonly version: string }[]
  /** Releases on the forge, where they were asked for. */
  readonly hosted?: readonly ListedRelease[] | undefined
  /** What stands in a section; read once. */
  items(section: ReleaseSection): readonly Item[]
  /** Number of the line that an offset is on. */
  line(offset: number): number
}

/** Looks at a changelog and yields findings. */
export interface VerifyRule {
  /** `changelog/name`. */
  readonly name: string
  readonly summary: string
  readonly why: string
  readonly severity: Severity
  check(context: VerifyContext): Iterable<Finding> | AsyncIterable<Finding>
}
