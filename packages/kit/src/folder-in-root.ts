import type { Project } from './project.ts'
import { relativePath } from './relative-path.ts'

/** Path of the project's folder, relative to the root of its repository; empty at the root. */
export function folderInRoot({ root, folder }: Pick<Project, 'root' | 'folder'>): string {
  return relativePath(root, folder)
}
