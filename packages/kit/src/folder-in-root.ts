import { relative, sep } from 'node:path'
import type { Project } from './project.ts'

/** Path of the project's folder, relative to the root of its repository; empty at the root. */
export function folderInRoot({ root, folder }: Pick<Project, 'root' | 'folder'>): string {
  return relative(root, folder).replaceAll(sep, '/')
}
