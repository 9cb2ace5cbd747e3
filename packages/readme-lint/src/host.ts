import type { Ecosystem } from '@frontdoor/kit/project'

/** How sure a fact is: read in the host's source code, in its documentation, or reported by users. */
type Certainty = 'source' | 'documented' | 'reported'

/** What a host does to something in a README. */
interface HostFact {
  /**
   * `kept`; `rewritten` to where the host knows that the repository has it; `needs-repository`: rewritten only if the
   * manifest names the repository; `broken`: it leads nowhere or shows nothing.
   */
  readonly does: 'kept' | 'rewritten' | 'needs-repository' | 'broken'
  readonly certainty: Certainty
  /** Where it was read, and when (`YYYY-MM-DD`). */
  readonly source: string
  readonly date: string
}

/** A place that renders a README. */
export interface Host {
  /** As users and `--host` name it: `npm`. */
  readonly name: string
  /** As messages name it: `PyPI`. */
  readonly title: string
  /** `forge` shows the repository itself, `registry` a published package. */
  readonly kind: 'forge' | 'registry'
  /** A manifest of this ecosystem brings the package here. */
  readonly ecosystem?: Ecosystem
  /** The registry shows the README that the manifest names, and none where it names none. */
  readonly namedOnly?: boolean
  readonly relativeLink: HostFact
  readonly relativeImage: HostFact
}
