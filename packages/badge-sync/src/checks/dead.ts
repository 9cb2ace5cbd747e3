import type { Check } from '../check.ts'
import { findOutdated, isDead, sayOutdated } from '../migrations.ts'

export const check: Check = {
  name: 'badge/dead',
  summary: 'A badge shows something: its service is there, and has an image at this address.',
  *check({ images }) {
    for (const { image, url } of images) {
      const outdated = isDead(url) ? findOutdated(url) : undefined
      if (outdated) yield { at: image.urlAt, message: `${sayOutdated(outdated)}; ${whatToDo}` }
    }
  },
}

const whatToDo = '`badge-sync migrate` renews or removes it, or says what that takes'
