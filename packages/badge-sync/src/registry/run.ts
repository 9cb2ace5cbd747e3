import type { Io } from '@frontdoor/kit/io'
import type { Project } from '@frontdoor/kit/project'
import type { CheckContext } from '../check.ts'
import type { Known, PackageName, Registries } from './registries.ts'

/** What registries say of the packages that the documents of one run name. */
export interface PackageAnswers {
  /** Asks for all that a document names; undefined where the run asks nobody. */
  about(context: Pick<CheckContext, 'document' | 'images'>, project: Project): Promise<CheckContext['known']>
  /** Must be called at the end. */
  close(): Promise<void>
}

interface Settings {
  /** Absent where nobody is to be asked. */
  readonly plan: { readonly offline: boolean } | undefined
  /** Name and version of the tool, for the hosts that it asks. */
  readonly agent: string
}

/** What asks is loaded with the first document, and only where it is wanted. */
export function openPackageAnswers(io: Pick<Io, 'env' | 'now' | 'stderr'>, { plan, agent }: Settings): PackageAnswers {
  let registries: Registries | undefined
  return {
    async about(context, project) {
      if (!plan) return undefined
      const [{ mentions }, { openRegistries }] = await Promise.all([import('./mentions.ts'), import('./registries.ts')])
      const open = registries ?? openRegistries(io, { ...plan, agent })
      registries = open
      const answers = new Map<string, Known | undefined>()
      await Promise.all(
        mentions(context).map(async (mention) => answers.set(keyOf(mention), await open.lookUp(mention, project))),
      )
      return (wanted) => answers.get(keyOf(wanted))
    },
    close: async () => registries?.close(),
  }
}

function keyOf({ ecosystem, name }: PackageName): string {
  return `${ecosystem} ${name}`
}
