import type { HostView } from '../view.ts'
import { onKey } from './keys.ts'
import { selectSpot } from './spots.ts'

/** Hears clicks and keys in a frame, whose own links lead nowhere. */
export function listen(inside: Document, host: HostView): void {
  inside.addEventListener('click', (event) => onClick(event, inside, host))
  inside.addEventListener('auxclick', (event) => event.preventDefault())
  inside.addEventListener('keydown', onKey)
}

function onClick(event: MouseEvent, inside: Document, host: HostView): void {
  const target = event.target as Element | null
  const link = target?.closest?.('a[href], area[href]')
  if (link) event.preventDefault()
  const lost = target?.closest?.<HTMLElement>('[data-state]')
  const href = link?.getAttribute('href')
  if (lost) selectSpot(lost.dataset.spot ?? '', host)
  else if (href) follow(href, inside, host)
}

/** Within the README, as the host does it; else in a new tab that knows nothing of this one. */
function follow(href: string, inside: Document, host: HostView): void {
  if (href.startsWith('#')) placeOf(href.slice(1), inside, host)?.scrollIntoView()
  else if (/^https?:\/\//i.test(href)) window.open(href, '_blank', 'noopener,noreferrer')
}

function placeOf(written: string, inside: Document, { anchors }: HostView): Element | undefined {
  const anchor = decoded(written)
  if (anchor === '' || anchor === 'top') return inside.documentElement
  const wanted = [anchors.link + anchor, anchor].map((name) => (anchors.anyCase ? name.toLowerCase() : name))
  const places = [...inside.querySelectorAll('[id], a[name]')]
  return places.find((place) => {
    const name = place.id || (place.getAttribute('name') ?? '')
    return wanted.includes(anchors.anyCase ? name.toLowerCase() : name)
  })
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
