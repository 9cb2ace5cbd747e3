import { outcome } from '../../explain/explanation.ts'
import type { MessageContext, MessageRule } from '../rule.ts'

/** How the message will be read, be that as it was meant or not. */
export const reading: MessageRule = {
  name: 'message/reading',
  summary: 'How the message is read: type, scope, section and version.',
  severity: 'info',
  *check(context) {
    const { lines } = context
    const parts = [outcome(context), ...step(context), ...takenBack(context)]
    yield { at: lines[0], message: `Read as ${[kind(context), ...parts].join('; ')}` }
  },
}

function kind({ verdict: { type, scope, breaking, reason }, types, item }: MessageContext): string {
  if (item.isMerge) return 'a merge'
  if (reason === 'fixup') return item.message.line.replace(/ .*/, '')
  if (type !== undefined && !types.has(type)) return `free text, as "${type}" is no type here`
  const read = [type ?? 'free text', type && scope && `scope ${scope}`, breaking && 'breaking']
  return read.filter(Boolean).join(', ')
}

function step({ level, verdict: { reason } }: MessageContext): string[] {
  if (reason !== undefined && reason !== 'category') return []
  return [level === 'none' ? 'moves no version' : `at least the next ${level} version`]
}

function takenBack({ item: { revert, isMerge } }: MessageContext): string[] {
  return revert && !isMerge ? ['what it takes back is left out with it if no release has that yet'] : []
}
