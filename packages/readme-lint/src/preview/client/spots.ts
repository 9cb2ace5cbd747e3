import type { HostView } from '../view.ts'
import { shownPanes } from './panes.ts'
import { change, current, onChange } from './store.ts'
import { stayApart } from './sync.ts'

/** Selects what an element of a README belongs to: a finding, or else what the table says about it. */
export function selectSpot(spot: string, { name }: HostView): void {
  const finding = /\bfinding-(\d+)/.exec(spot)?.[1]
  change({ host: name, selected: finding === undefined ? undefined : Number(finding) })
  const row = /\brow-(\d+)/.exec(spot)?.[1]
  if (row !== undefined) showRow(Number(row), finding === undefined)
}

/** Marks a row of the table, and opens the table where nothing else tells more. */
function showRow(row: number, open: boolean): void {
  const table = document.getElementById('table') as HTMLDetailsElement
  if (open) table.open = true
  for (const one of table.querySelectorAll('tr.current')) one.classList.remove('current')
  const element = document.getElementById(`row-${row}`)
  element?.classList.add('current')
  if (table.open) element?.scrollIntoView({ block: 'nearest' })
}

/** Points at what is selected in every README that can be seen. */
export function pointAtSelection(): void {
  onChange(({ selected, layout, host, view }, before) => {
    const isSame =
      selected === before.selected && view === before.view && layout === before.layout && host === before.host
    if (!isSame) pointAt(selected === undefined ? undefined : `finding-${selected}`)
  })
}

/** Points at everything of one name, and brings the first of it into view. */
export function pointAt(spot: string | undefined): void {
  stayApart()
  for (const { frame } of shownPanes()) {
    const inside = frame.contentDocument
    if (!inside) continue
    for (const old of inside.querySelectorAll('[data-selected]')) old.removeAttribute('data-selected')
    if (spot === undefined) continue
    const found = [...inside.querySelectorAll(`[data-spot~="${spot}"]`)]
    for (const one of found) one.setAttribute('data-selected', '')
    bringIntoView(frame, found[0])
  }
}

/** In its frame only: `scrollIntoView` would move the page, too. */
function bringIntoView({ contentWindow }: HTMLIFrameElement, element: Element | undefined): void {
  if (!contentWindow || !element) return
  const { top, height } = element.getBoundingClientRect()
  const room = contentWindow.innerHeight
  if (top >= 0 && top + height <= room) return
  contentWindow.scrollBy({ top: height < room ? top - (room - height) / 2 : top - 16 })
}

/** Points again after a README has been put into a frame. */
export function pointAgain(): void {
  const { selected } = current()
  if (selected !== undefined) pointAt(`finding-${selected}`)
}
