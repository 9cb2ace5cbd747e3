import type { HostView } from '../view.ts'
import { counted } from './dom.ts'

/** What a host loses, as a sign and in words. */
export function lossOf({ losses, unknown }: HostView): { readonly sign: string; readonly words: string } {
  if (losses > 0) return { sign: String(losses), words: `${counted(losses, 'feature')} lost` }
  return unknown > 0
    ? { sign: '?', words: `${counted(unknown, 'feature')} not known` }
    : { sign: '✓', words: 'nothing lost' }
}

/** For colours. */
export function kindOf({ losses, unknown }: HostView): 'some' | 'unknown' | 'none' {
  if (losses > 0) return 'some'
  return unknown > 0 ? 'unknown' : 'none'
}
