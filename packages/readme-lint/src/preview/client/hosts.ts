import { find, make } from './dom.ts'
import { goToHost } from './panes.ts'
import { onChange } from './store.ts'

/** A button for each host: it shows that host, or goes to it. */
export function showHosts(): void {
  onChange(({ view, host }, before) => {
    if (view.hosts !== before.view.hosts) {
      const items = view.hosts.map(({ name, title, losses }, index) => {
        const [sign, words] = losses === 0 ? ['✓', 'nothing lost'] : [String(losses), 'lost']
        const count = make(
          'span',
          { class: losses === 0 ? 'count none' : 'count' },
          make('span', { 'aria-hidden': losses === 0 ? 'true' : undefined }, sign),
          make('span', { class: 'unseen' }, ` ${words}`),
        )
        const settings = { type: 'button', 'data-host': name, click: () => goToHost(index) }
        const button = make('button', settings, title, count)
        return make('li', {}, button)
      })
      find('hosts').replaceChildren(...items)
    }
    for (const button of find('hosts').querySelectorAll<HTMLElement>('button')) {
      button.setAttribute('aria-pressed', String(button.dataset.host === host))
    }
  })
}
