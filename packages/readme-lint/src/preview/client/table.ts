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
    if (view === before.view || view.version === '') return
    const lost = view.rows.filter(isLost).length
    find('table-note').textContent = lost === 0 ? 'nothing is lost' : `${counted(lost, 'feature')} lost somewhere`
    find('rows').replaceChildren(view.rows.length === 0 ? nothing() : tableOf(view))
  })
}

function nothing(): HTMLElement {
  return make('p', {}, 'This README uses nothing that the hosts treat differently.')
}

function tableOf({ hosts, rows }: View): HTMLElement {
  const names = ['Feature', 'Line', ...hosts.map(({ title }) => title)]
  const head = make('tr', {}, ...names.map((name) => make('th', { scope: 'col' }, name)))
  const written = rows.map((row, index) => ({ row, element: rowOf(row, index) }))
  const lost = written.filter(({ row }) => isLost(row)).map(({ element }) => element)
  const kept = written.filter(({ row }) => !isLost(row)).map(({ element }) => element)
  const isDoubtful = rows.some(({ cells }) => cells.some(({ certain, state }) => !certain && state !== 'unknown'))
  return make(
    'div',
    {},
    make('table', {}, make('thead', {}, head), make('tbody', {}, ...lost), make('tbody', {}, ...kept)),
    isDoubtful ? make('p', { class: 'doubt' }, doubt) : undefined,
  )
}

const doubt = '? as users report it; neither read in the code of the host nor in its documentation'

function isLost({ cells }: RowView): boolean {
  return cells.some(({ state }) => ['dropped', 'literal', 'broken'].includes(state))
}

function rowOf({ feature, line, cells }: RowView, index: number): HTMLElement {
  const show = () => pointAt(`row-${index}`)
  const name = make('button', { type: 'button', click: show, title: 'Show where it is lost' }, feature)
  const states = cells.map(({ state, certain }) => {
    const word = certain || state === 'unknown' ? state : `${state}?`
    const sign = make('span', { class: 'sign', 'aria-hidden': 'true' }, signs[state])
    return make('td', {}, make('span', { class: `state ${state}` }, sign, word))
  })
  const place = make('td', { class: 'line-number' }, String(line))
  return make('tr', { id: `row-${index}` }, make('th', { scope: 'row' }, name), place, ...states)
}
