import type { View } from '../view.ts'

/** What the page shows, and how. */
export interface PageState {
  /** The last one that could be shown. */
  readonly view: View
  /** Why there is no newer one. */
  readonly problem: string | undefined
  readonly layout: 'one' | 'all'
  /** Name of the host that is shown, or looked at. */
  readonly host: string
  readonly dark: boolean
  /** Images from other servers are loaded. */
  readonly images: boolean
  /** Index of the finding that is open. */
  readonly selected: number | undefined
}

type Listener = (now: PageState, before: PageState) => void

const empty: View = { version: '', path: '', writable: false, hosts: [], findings: [], unseen: 0, rows: [] }
const remembered = ['layout', 'dark', 'images'] as const
const listeners: Listener[] = []

let state: PageState = {
  view: empty,
  problem: undefined,
  layout: innerWidth < 900 ? 'one' : 'all',
  host: '',
  dark: matchMedia('(prefers-color-scheme: dark)').matches,
  images: false,
  selected: undefined,
  ...recall(),
}

export function current(): PageState {
  return state
}

/** Changes the state, and tells who wants to know. */
export function change(patch: Partial<PageState>): void {
  const before = state
  state = { ...state, ...patch }
  remember()
  for (const listener of listeners) listener(state, before)
}

/** Calls back at every change, and once at the start. */
export function onChange(listener: Listener): void {
  listeners.push(listener)
  listener(state, state)
}

// The switch for images is not kept: to load them is a decision about one README.
function remember(): void {
  const kept = Object.fromEntries(remembered.filter((key) => key !== 'images').map((key) => [key, state[key]]))
  try {
    localStorage.setItem('readme-lint', JSON.stringify(kept))
  } catch {
    // A browser may forbid it, for a page that is a file above all.
  }
}

function recall(): Partial<PageState> {
  try {
    const { layout, dark } = JSON.parse(localStorage.getItem('readme-lint') ?? '{}')
    return {
      ...((layout === 'one' || (layout === 'all' && innerWidth >= 900)) && { layout }),
      ...(typeof dark === 'boolean' && { dark }),
    }
  } catch {
    return {}
  }
}
