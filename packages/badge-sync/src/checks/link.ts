import { posix } from 'node:path'
import type { Project } from '@frontdoor/kit/project'
import { decode } from '@frontdoor/kit/text/percent'
import { covers } from '@frontdoor/markdown/edit'
import { attributeText } from '@frontdoor/markdown/untrusted'
import { isOwn } from '../address/own.ts'
import { fillTemplate } from '../address/pattern.ts'
import { type Recognised, recognise } from '../badges.ts'
import type { Check } from '../check.ts'
import { workflowNamed, workflowsOf } from '../workflows.ts'

export const check: Check = {
  name: 'badge/link',
  summary: 'A badge of this project leads to what it is about.',
  *check({ document, images, project }) {
    for (const { image, url, link } of images) {
      const found = link ? undefined : recognise(url)
      const target = found && isOwn(found, project) ? targetOf(found, project) : undefined
      if (target === undefined) continue
      // A `<picture>` holds only images.
      if (document.elements.some((element) => element.name === 'picture' && covers(element, image))) continue
      const [before, after] = image.tag ? [`<a href="${attributeText(target)}">`, '</a>'] : ['[', `](${target})`]
      yield {
        at: image,
        message: `This badge leads nowhere: link it to ${target}`,
        fix: {
          safe: true,
          edits: [
            { start: image.start, end: image.start, text: before },
            { start: image.end, end: image.end, text: after },
          ],
        },
      }
    }
  },
}

function targetOf({ badge, parts }: Recognised, project: Project): string | undefined {
  // To a workflow that is not there nothing leads: another check has a better one for the badge.
  if (parts.workflow !== undefined && !mayBeThere(decode(parts.workflow), project)) return undefined
  const licenseFile = project.folder === project.root ? project.license?.path : undefined
  // Old addresses name a workflow by its title, and its page has the name of its file.
  const named = parts.title === undefined ? undefined : workflowNamed(decode(parts.title), workflowsOf(project))
  const workflow = named && encodeURIComponent(named.file)
  const known = { ...(licenseFile && { licenseFile }), ...(workflow && { workflow }) }
  return badge.link && fillTemplate(badge.link, { ...parts, ...known })
}

/** Without any workflow, this is no checkout of the repository but a part of it. */
function mayBeThere(workflow: string, { workflows }: Project): boolean {
  return workflows.length === 0 || workflows.some((path) => posix.basename(path) === workflow)
}
