import type { Io } from '@frontdoor/kit/io'
import type { Project } from '@frontdoor/kit/project'
import type { BadgedDocument } from '../badge-images.ts'
import type { Mention } from './mentions.ts'
import type { Known, Registries, RegistryPlan } from './registries.ts'

/** What registries say of each package that a document names, in its order, then of those that the project declares. */
export type KnownPackages = readonly { readonly mention: Mention; readonly found: Known }[]

/** What registries say of the packages that the documents of one run name. */
export interface PackageAnswers {
  /** Asks for all that a document names, and the project declares; undefined where the run asks nobody. */
  about(page: BadgedDocument, project: Project): Promise<KnownPackages | undefined>
  /** Must be called at the end. */
  close(): Promise<void>
}

/**
 * What asks is loaded with the first document.
 *
 * @param plan absent where nobody is to be asked
 */
export function openPackageAnswers(
  io: Pick<Io, 'env' | 'now' | 'stderr'>,
  plan: RegistryPlan | undefined,
): PackageAnswers {
  let registries: Registries | undefined
  return {
    async about(page, project) {
      if (!plan) return undefined
      const [{ mentions }, { openRegistries }] = await Promise.all([import('./mentions.ts'), import('./registries.ts')])
      const open = registries ?? openRegistries(io, plan)
      registries = open
      const named = [...mentions(page), ...ownPackages(project)]
      const asked = named.map(async (mention) => ({ mention, found: await open.lookUp(mention, project) }))
      return (await Promise.all(asked)).flatMap(({ mention, found }) => (found ? [{ mention, found }] : []))
    },
    close: async () => registries?.close(),
  }
}

/** Packages of a project that are not private. */
function ownPackages({ manifests }: Project): Mention[] {
  return manifests.flatMap(({ ecosystem, name, private: isPrivate }) =>
    name === undefined || isPrivate ? [] : [{ ecosystem, name, at: { start: 0, end: 0 }, own: true }],
  )
}
