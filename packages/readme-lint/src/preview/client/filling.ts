import { make } from './dom.ts'
import { fill, frameDocument } from './frame-document.ts'
import type { Pane } from './panes.ts'
import type { Source } from './source.ts'
import { current } from './store.ts'

/** Who wants to know of what happens to frames. */
export interface Watcher {
  /** A frame is newer than the view. */
  outdated(): void
  /** A frame has a new document. */
  opened(pane: Pane, inside: Document): void
  /** A README was put into a frame. */
  filled(): void
}

/** The document of a frame, with or without images of others. */
interface Opened {
  readonly images: boolean
  readonly inside: Promise<Document | null>
}

/** Fills frames with what hosts show; one that is as it should be is left alone. */
export function newFiller(source: Source, watcher: Watcher): (pane: Pane) => Promise<void> {
  /** What stands in each frame, or is on its way there. */
  const contents = new WeakMap<HTMLIFrameElement, string>()
  const documents = new WeakMap<HTMLIFrameElement, Opened>()

  const documentOf = (pane: Pane): Opened['inside'] => {
    const { images } = current()
    const known = documents.get(pane.frame)
    // A policy cannot be taken back, so another one needs another document.
    if (known?.images === images) return known.inside
    const inside = open(pane, watcher)
    documents.set(pane.frame, { images, inside })
    return inside
  }

  return async (pane) => {
    const { view, images } = current()
    const { host, element, frame } = pane
    const wanted = `${view.version} ${images}`
    if (contents.get(frame) === wanted) return
    contents.set(frame, wanted)
    element.setAttribute('aria-busy', 'true')
    element.querySelector('.failure')?.remove()
    try {
      const [{ version, html }, inside] = await Promise.all([source.frame(host.name), documentOf(pane)])
      // Something else was wanted meanwhile.
      if (contents.get(frame) !== wanted) return
      if (version !== view.version) watcher.outdated()
      else if (inside) fill(inside, html, current())
      watcher.filled()
    } catch (error) {
      // Asked again, it would fail again.
      const why = error instanceof Error ? error.message : String(error)
      element.querySelector('.notes')?.append(make('li', { class: 'failure' }, make('span', { role: 'alert' }, why)))
    }
    element.removeAttribute('aria-busy')
  }
}

/** Makes an empty document in a frame, and waits for it. */
async function open(pane: Pane, watcher: Watcher): Promise<Document | null> {
  const { frame, host } = pane
  const { images, dark } = current()
  await new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true })
    frame.srcdoc = frameDocument({ host: host.name, dark, images })
  })
  if (frame.contentDocument) watcher.opened(pane, frame.contentDocument)
  return frame.contentDocument
}
