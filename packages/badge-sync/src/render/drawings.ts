import type { Ecosystem, Project } from '@frontdoor/kit/project'
import { declaredVersions } from '../declared-versions.ts'

/** A badge that can be drawn without asking anybody. */
export interface Drawing {
  readonly kind: 'version' | 'license' | 'runtime'
  /** Name of its file. */
  readonly file: string
  readonly label: string
  readonly message: string
  readonly color: string
}

const runtimes: Readonly<Partial<Record<Ecosystem, string>>> = { npm: 'node', pypi: 'python', crates: 'rust' }

/** What the manifests and the licence file of a project say, in the order of a row. A message is a word or two, and plain. */
export function drawingsOf(project: Project): Drawing[] {
  return [...version(project), ...license(project), ...runtime(project)].filter(
    ({ message }) => message.length <= 60 && /^[\x20-\x7E]+$/.test(message),
  )
}

/** True for a package of a workspace that somebody sees; of the others nothing is drawn. */
export function isPublished({ manifests }: Pick<Project, 'manifests'>): boolean {
  return manifests.some((manifest) => !manifest.private)
}

function version(project: Project): Drawing[] {
  // Of several that differ, nobody can say which is meant.
  const [only, another] = declaredVersions(project)
  if (only === undefined || another !== undefined) return []
  return [{ kind: 'version', file: 'version.svg', label: 'version', message: `v${only}`, color: 'blue' }]
}

function license({ license: found }: Project): Drawing[] {
  if (found?.spdx === undefined) return []
  return [{ kind: 'license', file: 'license.svg', label: 'license', message: found.spdx, color: 'blue' }]
}

function runtime({ manifests }: Project): Drawing[] {
  const found = manifests.find(({ ecosystem, runtime: range }) => range && runtimes[ecosystem])
  const label = found && runtimes[found.ecosystem]
  if (!found?.runtime || !label) return []
  const message = /^\d/.test(found.runtime) && found.ecosystem === 'crates' ? `>=${found.runtime}` : found.runtime
  return [{ kind: 'runtime', file: `${label}.svg`, label, message, color: 'brightgreen' }]
}
