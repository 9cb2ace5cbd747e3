import type { Pane } from './panes.ts'

/** Headings of a README by name, and how far down they are. */
type Stops = readonly (readonly [name: string, top: number])[]

/** The frame that is scrolled; the others follow, and are not to be followed. */
let leader: HTMLIFrameElement | 'none' | undefined
let release: ReturnType<typeof setTimeout> | undefined

/** Keeps what is read on one host in view on the others: between the same headings, as far down. */
export function keepTogether(frame: HTMLIFrameElement, shown: () => readonly Pane[]): void {
  const view = frame.contentWindow
  view?.document.addEventListener('scroll', () => {
    if (leader !== undefined && leader !== frame) return
    lead(frame)
    for (const other of shown()) if (other.frame !== frame) follow(frame, other.frame)
  })
}

/** Lets each frame scroll on its own, for a moment. */
export function stayApart(): void {
  lead('none')
}

function lead(frame: typeof leader): void {
  leader = frame
  clearTimeout(release)
  release = setTimeout(() => {
    leader = undefined
  }, 150)
}

function follow(from: HTMLIFrameElement, to: HTMLIFrameElement): void {
  const [a, b] = [stopsIn(from), stopsIn(to)]
  const shared = a.filter(([name]) => b.some(([other]) => other === name)).map(([name]) => name)
  const tops = (stops: Stops) => stops.filter(([name]) => shared.includes(name)).map(([, top]) => top)
  const [own, others] = [tops(a), tops(b)]
  const y = from.contentWindow?.scrollY ?? 0
  const next = own.findIndex((top) => top > y)
  const index = next === -1 ? own.length - 1 : next
  const [start = 0, end = start + 1] = [own[index - 1], own[index]]
  const [otherStart = 0, otherEnd = otherStart + 1] = [others[index - 1], others[index]]
  const part = Math.min((y - start) / Math.max(end - start, 1), 1)
  to.contentWindow?.scrollTo({ top: otherStart + part * (otherEnd - otherStart), behavior: 'instant' })
}

/** The top, the headings, and as far as one can scroll. */
function stopsIn({ contentWindow }: HTMLIFrameElement): Stops {
  if (!contentWindow) return []
  const { document: inside, scrollY, innerHeight } = contentWindow
  const last = Math.max(inside.documentElement.scrollHeight - innerHeight, 0)
  const headings = [...inside.querySelectorAll<HTMLElement>('[data-spot*="section-"]')]
  const stops = headings.map((heading) => {
    const name = /section-\d+/.exec(heading.dataset.spot ?? '')?.[0] ?? ''
    return [name, heading.getBoundingClientRect().top + scrollY - 16] as const
  })
  return [['top', 0], ...stops.filter(([, top]) => top > 0 && top < last), ['end', last]]
}
