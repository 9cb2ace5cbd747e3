import { posix } from 'node:path'
import { fileUrl } from '@frontdoor/kit/forge'
import type { Project } from '@frontdoor/kit/project'

/** The page of a file of the project, which is found from every place that shows the README; else its path. */
export function pageOf(project: Project, path: string): string {
  const inRepository = posix.join(project.directory, path)
  const isInside = !inRepository.startsWith('../')
  return (isInside && project.repository && fileUrl(project.repository, 'HEAD', inRepository)) || path
}
