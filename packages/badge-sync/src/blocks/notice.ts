import { UserError } from '@frontdoor/kit/io'
import { untrustedUrl } from '@frontdoor/markdown/untrusted'
import { type Generator, generator } from '../block.ts'
import { issuesOf } from './links.ts'

export const block: Generator = generator({
  name: 'notice',
  summary: 'A notice for helpers that stands for one month and then removes itself, markers and all.',
  example: 'notice month=2026-11 text="This month we close old issues: join us"',
  options: {
    month: {
      type: 'string',
      pattern: '^(?:\\d{4}-(?:0[1-9]|1[0-2]))?$',
      examples: ['2026-11'],
      default: '',
      description: 'The month in UTC, such as `2026-11`. Before it the block is empty.',
    },
    text: {
      type: 'string',
      default: 'This month we look at open issues together. Help is welcome',
      description: 'What it says.',
    },
    link: { type: 'string', default: '', description: 'Where it leads; to the open issues where it does not say.' },
  },
  generate({ io, project, options: { month, text, link } }) {
    if (month === '') throw new UserError('it names no month: add month=2026-11')
    const now = io.now().toISOString().slice(0, 7)
    if (now > month) return 'remove'
    if (now < month) return { wait: `it waits for ${month}` }
    const url = link === '' ? issuesOf(project) : untrustedUrl(link)
    if (link !== '' && url === undefined) throw new UserError(`link=${link} is no address on the web`)
    const children = [{ type: 'text' as const, value: url === undefined ? text : `${text}: ` }]
    const where =
      url === undefined
        ? []
        : [{ type: 'link' as const, url, children: [{ type: 'text' as const, value: 'see where' }] }]
    return [{ type: 'blockquote', children: [{ type: 'paragraph', children: [...children, ...where] }] }]
  },
})
