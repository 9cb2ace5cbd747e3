import { posix } from 'node:path'
import { fileUrl } from '@frontdoor/kit/forge'
import { folderInRoot } from '../../readme/address.ts'
import type { Rendering } from './transformation.ts'

/** The page of a forge that shows this README whole, at a heading where one is given; undefined where no repository is known. */
export function forgePage({ project, path, ref }: Omit<Rendering, 'document'>, anchor = ''): string | undefined {
  const page = project.repository && fileUrl(project.repository, ref, posix.join(folderInRoot(project), path))
  return page && `${page}${anchor === '' ? '' : `#${anchor}`}`
}
