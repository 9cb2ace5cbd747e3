import { posix } from 'node:path'
import type { Project } from '@frontdoor/kit/project'
import { addressEdits } from '../address/edits.ts'
import { isOwn, packageOf } from '../address/own.ts'
import { type Recognised, recognise } from '../badges.ts'
import type { Check } from '../check.ts'
import { type Drawing, drawingsOf, isPublished } from './drawings.ts'

/** Asks that badges of this project that are drawn in its folder are shown from there. `folder` is relative to the project's. */
export function drawn(folder: string): Check {
  return {
    name: 'badge/drawn',
    summary: 'Badges that the project draws itself are not fetched from elsewhere.',
    *check({ document, images, path, project }) {
      const drawings = drawingsOf(project)
      for (const badge of images) {
        const { image, url } = badge
        const found = recognise(url)
        const drawing = found && drawings.find(({ kind }) => shows(found, kind, project))
        // The root of a workspace has drawings for its published packages; whoever draws in a folder has some there.
        if (!drawing || (!isPublished(project) && !project.files.list(folder).includes(drawing.file))) continue
        const target = posix.relative(posix.dirname(path), posix.join(folder, drawing.file))
        yield {
          at: image.urlAt,
          message: `This badge is fetched from ${url.hostname}: show ${target}`,
          fix: { safe: true, edits: addressEdits(document, badge, { image: target }) },
        }
      }
    },
  }
}

/** True for a badge that says the same. The release on a forge or the licence of another project is something else. */
function shows(found: Recognised, kind: Drawing['kind'], project: Project): boolean {
  if (found.badge.kind !== kind) return false
  if (found.badge.name === kind) return true
  return isOwn(found, project) && (kind === 'license' || packageOf(found) !== undefined)
}
