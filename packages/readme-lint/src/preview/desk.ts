import { setImmediate } from 'node:timers/promises'
import { UserError } from '@frontdoor/kit/io'
import { once } from '@frontdoor/kit/once'
import { type Frame, frameOf } from './frame.ts'
import { type Look, lookAt, type Target } from './look.ts'
import type { View } from './view.ts'
import { problemView, viewOf } from './view-of.ts'

/** One look, and what is made of it when it is asked for. */
export interface Shown {
  readonly view: View
  /** Absent where the README cannot be read. */
  readonly look?: Look
  /** What a host shows; undefined for a host that is not among those of the view. */
  frame(host: string): Promise<Frame | undefined>
}

/** Looks when it is asked to, and again when something has changed. */
export interface Desk {
  shown(): Promise<Shown>
  /** What is known may be old. */
  changed(): void
}

/** @param name of the README, for when it cannot be read */
export function openDesk(target: Target, name: string): Desk {
  let current: Promise<Shown> | undefined
  return {
    shown: () => {
      current ??= show(target, name)
      return current
    },
    changed: () => {
      current = undefined
    },
  }
}

async function show(target: Target, name: string): Promise<Shown> {
  try {
    const look = await lookAt(target)
    return { view: await viewOf(look), look, frame: once(inTurn((host: string) => frameFor(look, host))) }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { view: problemView(name, error.message), frame: async () => undefined }
  }
}

/** One at a time, and between two of them whatever else was asked is answered: a long README keeps the server busy with each. */
function inTurn<Asked, Given>(work: (asked: Asked) => Promise<Given>): (asked: Asked) => Promise<Given> {
  let last: Promise<unknown> = Promise.resolve()
  return (asked) => {
    const next = last.then(() => setImmediate()).then(() => work(asked))
    last = next.catch(() => undefined)
    return next
  }
}

async function frameFor(look: Look, name: string): Promise<Frame | undefined> {
  const showing = look.showings.find(({ host }) => host.name === name)
  return showing && frameOf(showing, look)
}
