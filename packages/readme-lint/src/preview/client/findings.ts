import type { FindingView, View } from '../view.ts'
import { counted, find, make } from './dom.ts'
import { detailOf } from './finding-detail.ts'
import { goToHost } from './panes.ts'
import { change, current, onChange, type PageState } from './store.ts'

/** Writes the fixes of findings; absent where there is nothing to write to. */
export type Apply = (findings: readonly number[]) => Promise<void>

/** Lists the findings. That which is selected shows its lines and its fix. */
export function showFindings(apply: Apply | undefined): void {
  onChange((now, before) => {
    // Before a README was read, nothing is known of it.
    if (now.view.version === '') return
    const isSame = now.view === before.view && now.host === before.host && now.layout === before.layout
    if (!isSame) list(now, apply)
    if (now.selected !== before.selected || !isSame) open(now, apply)
  })
  find('apply-all').addEventListener('click', () => void apply?.(safeFixes(current())))
}

/** Indices of the findings that are listed: all of them, or those that the host that is shown has to do with. */
function listedFindings({ view, layout, host }: PageState): number[] {
  const concerns = ({ hosts }: FindingView) => layout === 'all' || hosts?.includes(host) !== false
  return view.findings.flatMap((finding, index) => (concerns(finding) ? [index] : []))
}

/** Goes so many findings further. */
export function stepFinding(step: number): void {
  const listed = listedFindings(current())
  const at = listed.indexOf(current().selected ?? -1)
  const next = at === -1 ? (step > 0 ? 0 : listed.length - 1) : at + step
  const selected = listed[Math.min(Math.max(next, 0), listed.length - 1)]
  if (selected === undefined) return
  selectFinding(selected)
  find(`finding-${selected}`).querySelector('button')?.focus({ preventScroll: true })
}

/** Opens a finding, and goes to a host that it concerns. */
function selectFinding(index: number): void {
  const { view, host } = current()
  const hosts = view.findings[index]?.hosts
  const wanted = hosts && !hosts.includes(host) ? view.hosts.findIndex(({ name }) => hosts.includes(name)) : -1
  if (wanted !== -1) goToHost(wanted)
  change({ selected: index })
}

/** Of the findings that are listed. */
function safeFixes(now: PageState): number[] {
  return listedFindings(now).filter((index) => now.view.findings[index]?.fix?.safe)
}

function list(now: PageState, apply: Apply | undefined): void {
  const { view, layout, host } = now
  const listed = listedFindings(now)
  const title = view.hosts.find(({ name }) => name === host)?.title
  const where = layout === 'one' && title ? ` for ${title}` : ''
  find('findings-title').textContent =
    listed.length === 0 ? `No findings${where}` : `${counted(listed.length, 'finding')}${where}`
  const more =
    view.unseen > 0 ? [make('li', { class: 'more' }, `and ${view.unseen} more, which the command tells`)] : []
  find('findings').replaceChildren(...listed.map((index) => itemFor(index, view)), ...more)
  const safe = safeFixes(now).length
  const all = find('apply-all')
  all.hidden = !apply || !view.writable || safe === 0
  all.textContent = `Apply ${counted(safe, 'safe fix', 'safe fixes')}`
}

const severities = { error: 'Error', warning: 'Warning', info: 'Advice' }

function itemFor(index: number, view: View): HTMLElement {
  const { severity, message, rule, line, hosts, fix } = view.findings[index] as FindingView
  const names = hosts?.map((name) => view.hosts.find((host) => host.name === name)?.title ?? name)
  const facts = [
    `line ${line}`,
    rule,
    ...(names ? [names.join(', ')] : []),
    ...(fix ? [fix.safe ? 'safe fix' : 'suggestion'] : []),
  ]
  const toggle = make(
    'button',
    {
      type: 'button',
      'aria-expanded': 'false',
      click: () => (current().selected === index ? change({ selected: undefined }) : selectFinding(index)),
    },
    make('span', { class: `severity ${severity}` }, severities[severity]),
    make('span', { class: 'message' }, ...withCode(message)),
    make('span', { class: 'facts' }, facts.join(' · ')),
  )
  return make('li', { id: `finding-${index}` }, toggle)
}

/** What stands between backticks is code. */
function withCode(message: string): (Node | string)[] {
  return message.split('`').map((part, index) => (index % 2 === 1 ? make('code', {}, part) : part))
}

function open({ view, selected }: PageState, apply: Apply | undefined): void {
  for (const item of find('findings').querySelectorAll('li[id]')) {
    const index = Number(item.id.replace('finding-', ''))
    const isOpen = index === selected
    item.classList.toggle('open', isOpen)
    item.querySelector('button')?.setAttribute('aria-expanded', String(isOpen))
    const detail = item.querySelector('.detail')
    if (!isOpen) detail?.remove()
    else if (!detail) {
      const write = apply && view.writable ? () => apply([index]) : undefined
      item.append(detailOf(view.findings[index] as FindingView, write))
      item.scrollIntoView({ block: 'nearest' })
    }
  }
}
