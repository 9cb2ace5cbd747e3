import { posix } from 'node:path'
import { nearest } from '@frontdoor/kit/text/nearest'
import { decode } from '@frontdoor/kit/text/percent'
import { addressEdits, withName } from '../address/edits.ts'
import { namesOwn } from '../address/own.ts'
import { recognise } from '../badges.ts'
import type { Check } from '../check.ts'

export const check: Check = {
  name: 'badge/workflow',
  summary: 'The workflow that a badge shows exists.',
  *check({ document, images, project }) {
    const files = project.workflows.map((path) => posix.basename(path))
    // Without any, this is no checkout of the repository but a part of it.
    if (files.length === 0) return
    for (const badge of images) {
      const { image, link, url } = badge
      const found = recognise(url)
      const written = found?.parts.workflow
      if (!found || written === undefined || !namesOwn(found.parts, project) || files.includes(decode(written)))
        continue
      const name = decode(written)
      const sameStem = files.find((file) => stem(file) === stem(name))
      const instead = sameStem ?? nearest(name, files) ?? (files.length === 1 ? files[0] : undefined)
      const message = `There is no workflow ${name}`
      if (instead === undefined) {
        yield {
          at: image.urlAt,
          message: `${message}: there are ${files.slice(0, 5).join(', ')}${files.length > 5 ? ' …' : ''}`,
        }
        continue
      }
      const to = { image: found.replace({ workflow: instead }), link: withName(link, written, instead) }
      yield {
        at: image.urlAt,
        message: `${message}: write ${instead}`,
        fix: { safe: sameStem !== undefined, edits: addressEdits(document, badge, to) },
      }
    }
  },
}

function stem(file: string): string {
  return file.replace(/\.ya?ml$/, '').toLowerCase()
}
