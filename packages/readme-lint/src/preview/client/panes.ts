import type { HostView } from '../view.ts'
import { find, make } from './dom.ts'
import { dress, sandbox } from './frame-document.ts'
import { kindOf, lossOf } from './losses.ts'
import { change, current, onChange } from './store.ts'

/** What a host shows, in a frame of its own. */
export interface Pane {
  readonly host: HostView
  readonly element: HTMLElement
  readonly frame: HTMLIFrameElement
}

const panes = new Map<string, Pane>()

/** Panes that can be seen, in the order of the hosts. */
export function shownPanes(): Pane[] {
  return [...panes.values()].filter(({ element }) => !element.hidden)
}

/** Shows a pane for each host, and has those filled that can be seen. */
export function showPanes(fill: (pane: Pane) => Promise<void>): void {
  // The first link of the page leads here, and who uses the keyboard can scroll it.
  find('frames').tabIndex = 0
  onChange(({ view, layout, host, dark }, before) => {
    if (view.hosts !== before.view.hosts) place(view.hosts)
    find('frames').dataset.layout = layout
    for (const { host: own, element, frame } of panes.values()) {
      element.hidden = layout === 'one' && own.name !== host
      element.classList.toggle('current', own.name === host)
      if (dark !== before.dark && frame.contentDocument) dress(frame.contentDocument, dark)
    }
    for (const pane of shownPanes()) void fill(pane)
  })
}

/** Panes stay where their hosts stay, so that a change does not lose the place that is read. */
function place(hosts: readonly HostView[]): void {
  for (const [name, { element }] of panes) {
    if (hosts.some((host) => host.name === name)) continue
    element.remove()
    panes.delete(name)
  }
  for (const [index, host] of hosts.entries()) {
    const frame = panes.get(host.name)?.frame ?? frameFor(host)
    const element = panes.get(host.name)?.element ?? elementFor(host, frame)
    panes.set(host.name, { host, element, frame })
    const note = element.querySelector('.losses')
    note?.replaceChildren(lossOf(host).words)
    note?.setAttribute('class', `losses ${kindOf(host)}`)
    element.querySelector('.notes')?.replaceChildren(...host.notes.map((text) => make('li', {}, text)))
    // To move an element would empty its frame.
    element.style.order = String(index)
    if (!element.isConnected) find('frames').append(element)
  }
}

function frameFor({ title }: HostView): HTMLIFrameElement {
  return make('iframe', { title: `The README as ${title} shows it`, sandbox, referrerpolicy: 'no-referrer' })
}

function elementFor({ name, title }: HostView, frame: HTMLIFrameElement): HTMLElement {
  const heading = make('header', {}, make('h2', {}, title), make('span', { class: 'losses' }))
  return make(
    'article',
    { class: 'pane', id: `pane-${name}`, 'aria-label': title },
    heading,
    make('ul', { class: 'notes' }),
    frame,
  )
}

/** Goes to the host at a place in the list. */
export function goToHost(index: number): void {
  const { view } = current()
  const host = view.hosts[index]
  if (!host) return
  change({ host: host.name })
  find(`pane-${host.name}`).scrollIntoView({ inline: 'nearest', block: 'nearest', behavior: 'smooth' })
}
