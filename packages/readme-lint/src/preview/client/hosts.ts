import { counted, find, make } from './dom.ts'
import { goToHost } from './panes.ts'
import { onChange } from './store.ts'

/** A button for each host: it shows that host, or goes to it. */
export function showHosts(): void {
  onChange(({ view, host }, before) => {
    if (view.hosts !== before.view.hosts) {
      const items = view.hosts.map(({ name, title, losses }, index) => {
        const loss = losses === 0 ? 'shows all of it' : `loses ${counted(losses, 'thing')}`
        const count = make(
          'span',
          { class: losses === 0 ? 'count none' : 'count', 'aria-hidden': 'true' },
          losses === 0 ? '✓' : String(losses),
        )
        const label = `${title}, ${loss}`
        const button = make(
          'button',
          { type: 'button', 'data-host': name, 'aria-label': label, click: () => goToHost(index) },
          title,
          count,
        )
        return make('li', {}, button)
      })
      find('hosts').replaceChildren(...items)
    }
    for (const button of find('hosts').querySelectorAll<HTMLElement>('button')) {
      button.setAttribute('aria-pressed', String(button.dataset.host === host))
    }
  })
}
