import type { Bump } from '../../change.ts'
import type { Tag } from '../../history/tags.ts'
import type { VersionTag } from '../../history/versions.ts'
import type { Settings } from '../../settings.ts'
import type { BumpPolicy } from '../bump.ts'
import type { Judged } from '../judged.ts'

/** The release that the next one follows on. */
export type Base = Pick<VersionTag, 'name' | 'version' | 'seconds'>

/** What the next version is made from. */
export interface NextRequest {
  /** What is not released. */
  readonly unreleased: Judged
  /** The release before; absent for the first one. */
  readonly base: Base | undefined
  /** All versions that are tagged, be it on other branches. */
  readonly taken: readonly VersionTag[]
  readonly settings: Pick<Settings, 'zero' | 'versioning' | 'initialVersion' | 'sources'>
  readonly policy: Pick<BumpPolicy, 'pre' | 'stable'>
  /** What the manifest says: of the first release, and of one that it was raised for. */
  readonly manifestVersion?: string | undefined
  /** The newest version that the changelog tells of, be it tagged or not. */
  readonly listed?: string | undefined
  /** What people wrote of what is unreleased. */
  readonly written?: Written | undefined
  /** True where fragments wait for a release. */
  readonly hasFragments: boolean
  /** False for a package that is never published, whose versions nobody tags. */
  readonly isTagged: boolean
  /** A tag that is a version of something else, where the whole repository is asked about. */
  readonly otherTag?: Tag | undefined
  readonly now: Date
}

/** The title in a changelog whose entries move the version most. */
export interface Written {
  readonly title: string
  readonly bump: Bump
}
