import type { Project } from '@frontdoor/kit/project'
import { squeeze } from './squeeze.ts'

/** True when a text holds the name of the project: that of a package, of the repository, or of the folder. */
export function isNameOf(text: string, project: Project): boolean {
  const said = squeeze(text)
  return namesOf(project).some((name) => said.includes(name))
}

function namesOf({ manifests, repository, folder }: Project): string[] {
  const folderName = folder.split(/[\\/]/).at(-1) ?? ''
  const names = [...manifests.map(({ name }) => name), repository?.name, folderName]
  // A scope or a module path names the owner, not the project.
  return names.map((name) => squeeze(name?.split('/').at(-1) ?? '')).filter((name) => name !== '')
}
