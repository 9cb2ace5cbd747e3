import { find, make } from './dom.ts'
import { kindOf, lossOf } from './losses.ts'
import { goToHost } from './panes.ts'
import { onChange } from './store.ts'

/** A button for each host: it shows that host, or goes to it. */
export function showHosts(): void {
  onChange(({ view, host }, before) => {
    if (view.hosts !== before.view.hosts) {
      const items = view.hosts.map((one, index) => {
        const { sign, words } = lossOf(one)
        const count = make(
          'span',
          { class: `count ${kindOf(one)}` },
          make('span', { 'aria-hidden': 'true' }, sign),
          make('span', { class: 'unseen' }, `, ${words}`),
        )
        const settings = { type: 'button', 'data-host': one.name, click: () => goToHost(index) }
        return make('li', {}, make('button', settings, one.title, count))
      })
      find('hosts').replaceChildren(...items)
    }
    for (const button of find('hosts').querySelectorAll<HTMLElement>('button')) {
      button.setAttribute('aria-pressed', String(button.dataset.host === host))
    }
  })
}
