import { once } from '@frontdoor/kit/cache/once'
import { UserError } from '@frontdoor/kit/io'
import { type Frame, frameOf } from './frame.ts'
import { type Look, lookAt, type Target } from './look.ts'
import type { View } from './view.ts'
import { problemView, viewOf } from './view-of.ts'

/** One look, and what is made of it when it is asked for. */
export interface Shown {
  readonly view: View
  /** Absent where the README cannot be read. */
  readonly look?: Pick<Look, 'subject' | 'findings'>
  /** What a host shows; undefined for a host that is not among those of the view. */
  frame(host: string): Promise<Frame | undefined>
}

/** Looks when it is asked to, and again when something has changed. */
export interface Desk {
  shown(): Promise<Shown>
  /** What is known may be old. */
  changed(): void
}

export function openDesk(show: () => Promise<Shown>): Desk {
  let current: Promise<Shown> | undefined
  return {
    shown: () => {
      current ??= show()
      return current
    },
    changed: () => {
      current = undefined
    },
  }
}

/**
 * Looks at a README, as long as that takes.
 *
 * @param name of the README, for when it cannot be read
 */
export async function show(target: Target, name: string): Promise<Shown> {
  try {
    const look = await lookAt(target)
    const view = await viewOf(look)
    return { view, look, frame: once((host: string) => frameFor(look, view, host)) }
  } catch (error) {
    return unreadable(name, error)
  }
}

/** What is shown of a README that cannot be. */
export function unreadable(name: string, error: unknown): Shown {
  if (!(error instanceof UserError)) throw error
  return { view: problemView(name, error.message), frame: async () => undefined }
}

async function frameFor(look: Look, { version }: View, name: string): Promise<Frame | undefined> {
  const showing = look.showings.find(({ host }) => host.name === name)
  return showing && { version, ...(await frameOf(showing, look)) }
}
