import { posix } from 'node:path'
import { fileUrl } from '@frontdoor/kit/forge'
import { atRef } from '../../shown/absolute.ts'
import type { Rendering } from './transformation.ts'

/** The page of a forge that shows this README whole, at a heading where one is given; undefined where no repository is known. */
export function forgePage({ project, path, ref }: Omit<Rendering, 'document'>, anchor = ''): string | undefined {
  const { repository } = project
  const page = repository && atRef(fileUrl(repository, ref, posix.join(project.directory, path)), repository)
  return page && `${page}${anchor === '' ? '' : `#${anchor}`}`
}
