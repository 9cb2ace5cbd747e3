import type { Project } from '../project.ts'

/** A list is called awesome; so are tools for such lists, but those install a command or are published under the name. */
export function isAwesome({
  repository,
  folder,
  manifests,
}: Pick<Project, 'repository' | 'folder' | 'manifests'>): boolean {
  const name = repository?.name ?? folder.split(/[\\/]/).at(-1) ?? ''
  if (!/^awesome(?:$|[-_])|[-_]awesome$/i.test(name)) return false
  // A Go module or a Python project may hold the scripts that check the list.
  return !manifests.some(
    ({ ecosystem, name, version, private: hidden }) =>
      ecosystem === 'npm' && !hidden && name !== undefined && version !== undefined,
  )
}
