import type { RowView, View } from '../view.ts'
import { counted, find, make } from './dom.ts'
import { pointAt } from './spots.ts'
import { onChange } from './store.ts'

const signs = { kept: '✓', rewritten: '✓', dropped: '−', literal: '“”', broken: '✕', unknown: '?' }

/** Shows what each host makes of each thing in the README. */
export function showTable(): void {
  // Who uses the keyboard can scroll it.
  find('rows').tabIndex = 0
  onChange(({ view }, before) => {
    if (view === before.view && view.version !== '') return
    const differing = view.rows.filter(differs)
    find('table-note').textContent =
      differing.length === 0 ? 'all of it is the same everywhere' : `${counted(differing.length, 'difference')}`
    find('rows').replaceChildren(view.rows.length === 0 ? nothing() : tableOf(view))
  })
}

function differs({ cells }: RowView): boolean {
  return new Set(cells.map(({ state }) => (state === 'rewritten' ? 'kept' : state))).size > 1
}

function nothing(): HTMLElement {
  return make('p', {}, 'This README uses nothing that the hosts treat differently.')
}

function tableOf({ hosts, rows }: View): HTMLElement {
  const names = hosts.map(({ title }) => make('th', { scope: 'col' }, title))
  const head = make('tr', {}, make('th', { scope: 'col' }, 'Feature'), make('th', { scope: 'col' }, 'Line'), ...names)
  const body = rows.map((row, index) => {
    const show = () => pointAt(`row-${index}`)
    const name = make('button', { type: 'button', click: show, title: 'Show where it is lost' }, row.feature)
    const cells = row.cells.map(({ state, certain }) => {
      const word = certain || state === 'unknown' ? state : `${state}?`
      const sign = make('span', { class: 'sign', 'aria-hidden': 'true' }, signs[state])
      return make('td', {}, make('span', { class: `state ${state}` }, sign, word))
    })
    const line = make('td', { class: 'line-number' }, String(row.line))
    return make(
      'tr',
      { id: `row-${index}`, class: differs(row) ? undefined : 'same' },
      make('th', { scope: 'row' }, name),
      line,
      ...cells,
    )
  })
  const doubt = rows.some(({ cells }) => cells.some(({ certain, state }) => !certain && state !== 'unknown'))
  return make(
    'div',
    {},
    make('table', {}, make('thead', {}, head), make('tbody', {}, ...body)),
    doubt
      ? make(
          'p',
          { class: 'doubt' },
          '? as users report it; neither read in the code of the host nor in its documentation',
        )
      : undefined,
  )
}
