import type { HostView } from '../view.ts'
import { counted, find, make } from './dom.ts'
import { dress, fill, frameDocument, sandbox } from './frame-document.ts'
import type { Source } from './source.ts'
import { change, current, onChange } from './store.ts'
import { keepTogether } from './sync.ts'

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

/** Who wants to know of what happens to panes. */
interface Watcher {
  /** A frame is newer than the view, or cannot be had. */
  stale(): void
  /** A frame has a new document. */
  opened(inside: Document, host: HostView): void
  /** A README was put into it. */
  filled(): void
}

/** Shows a pane for each host, and fills those that can be seen. */
export function showPanes(source: Source, watcher: Watcher): void {
  /** Version and images of what stands in each frame. */
  const filled = new Map<string, string>()

  // The first link of the page leads here, and who uses the keyboard can scroll it.
  find('frames').tabIndex = 0

  const load = async (pane: Pane): Promise<void> => {
    const { view, images, dark } = current()
    const wanted = `${view.version} ${images}`
    const { name } = pane.host
    if (filled.get(name) === wanted) return
    const before = filled.get(name)
    filled.set(name, wanted)
    pane.element.setAttribute('aria-busy', 'true')
    const { version, html } = await source.frame(name)
    if (version !== view.version) {
      filled.delete(name)
      return watcher.stale()
    }
    // A policy cannot be taken back, so another one needs another document.
    const isSame = before?.split(' ')[1] === String(images)
    const inside = isSame ? pane.frame.contentDocument : await open(pane, { host: name, dark, images }, watcher)
    if (!inside || filled.get(name) !== wanted) return
    fill(inside, html, current())
    pane.element.removeAttribute('aria-busy')
    pane.frame.dispatchEvent(new Event('filled'))
    watcher.filled()
  }

  onChange(({ view, layout, host, dark }, before) => {
    if (view.hosts !== before.view.hosts) place(view.hosts)
    find('frames').dataset.layout = layout
    for (const pane of panes.values()) {
      pane.element.hidden = layout === 'one' && pane.host.name !== host
      pane.element.classList.toggle('current', pane.host.name === host)
      if (dark !== before.dark && pane.frame.contentDocument) dress(pane.frame.contentDocument, dark)
    }
    for (const pane of shownPanes()) void load(pane).catch(watcher.stale)
  })
}

/** Panes stay where their hosts stay, so that a change does not lose the place that is read. */
function place(hosts: readonly HostView[]): void {
  for (const [name, { element }] of panes) {
    if (hosts.some((host) => host.name === name)) continue
    element.remove()
    panes.delete(name)
  }
  for (const host of hosts) {
    const frame = panes.get(host.name)?.frame ?? frameFor(host)
    const element = panes.get(host.name)?.element ?? elementFor(host, frame)
    panes.set(host.name, { host, element, frame })
    const note = element.querySelector('.losses')
    if (note) note.textContent = host.losses === 0 ? 'nothing lost' : `${counted(host.losses, 'feature')} lost`
    element.classList.toggle('lossless', host.losses === 0)
    if (!element.isConnected) find('frames').append(element)
  }
}

function frameFor({ title }: HostView): HTMLIFrameElement {
  return make('iframe', { title: `The README as ${title} shows it`, sandbox, referrerpolicy: 'no-referrer' })
}

function elementFor({ name, title }: HostView, frame: HTMLIFrameElement): HTMLElement {
  const heading = make('header', {}, make('h2', {}, title), make('span', { class: 'losses' }))
  return make('article', { class: 'pane', id: `pane-${name}`, 'aria-label': title }, heading, frame)
}

/** Makes an empty document in a frame, and waits for it. */
async function open(
  pane: Pane,
  dressed: Parameters<typeof frameDocument>[0],
  watcher: Watcher,
): Promise<Document | null> {
  const scroll = pane.frame.contentWindow?.scrollY ?? 0
  await new Promise((resolve) => {
    pane.frame.addEventListener('load', resolve, { once: true })
    pane.frame.srcdoc = frameDocument(dressed)
  })
  const inside = pane.frame.contentDocument
  if (!inside) return null
  watcher.opened(inside, pane.host)
  keepTogether(pane.frame, shownPanes)
  pane.frame.addEventListener('filled', () => pane.frame.contentWindow?.scrollTo(0, scroll), { once: true })
  return inside
}

/** Goes to the host at a place in the list. */
export function goToHost(index: number): void {
  const { view } = current()
  const host = view.hosts[index]
  if (!host) return
  change({ host: host.name })
  find(`pane-${host.name}`).scrollIntoView({ inline: 'nearest', block: 'nearest', behavior: 'smooth' })
}
