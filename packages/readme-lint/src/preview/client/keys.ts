import { find, make } from './dom.ts'
import { stepFinding } from './findings.ts'
import { goToHost } from './panes.ts'
import { change, current } from './store.ts'

interface Shortcut {
  /** As `KeyboardEvent` names them. */
  readonly keys: readonly string[]
  /** As people read them, where that is something else. */
  readonly shown?: string
  readonly does: string
  readonly run: () => void
}

const shortcuts: readonly Shortcut[] = [
  { keys: ['j'], does: 'Next finding', run: () => stepFinding(1) },
  { keys: ['k'], does: 'Previous finding', run: () => stepFinding(-1) },
  { keys: ['a'], does: 'Apply the fix that is shown', run: () => click('.open .actions .primary') },
  { keys: ['ArrowRight'], shown: '→', does: 'Next host', run: () => stepHost(1) },
  { keys: ['ArrowLeft'], shown: '←', does: 'Previous host', run: () => stepHost(-1) },
  { keys: ['s'], does: 'Side by side, or one host at a time', run: toggleLayout },
  { keys: ['i'], does: 'Load images from other servers, or not', run: () => change({ images: !current().images }) },
  { keys: ['d'], does: 'Dark colours, or light ones', run: () => change({ dark: !current().dark }) },
  { keys: ['t'], does: 'What each host makes of it', run: toggleTable },
  { keys: ['Escape'], shown: 'Esc', does: 'Close the finding', run: () => change({ selected: undefined }) },
  { keys: ['?'], does: 'Keyboard shortcuts', run: showKeys },
]

/** Listens to keys, in the page and through its buttons. */
export function useKeys(): void {
  document.addEventListener('keydown', onKey)
  find('help').addEventListener('click', showKeys)
  find('close-keys').addEventListener('click', () => find<HTMLDialogElement>('keys').close())
  const first = [make('dt', {}, make('kbd', {}, '1'), '–', make('kbd', {}, '9')), make('dd', {}, 'Go to a host')]
  const others = shortcuts.flatMap(({ keys, shown, does }) => [
    make('dt', {}, make('kbd', {}, shown ?? keys[0])),
    make('dd', {}, does),
  ])
  find('key-list').replaceChildren(...first, ...others)
}

/** Does what a key stands for, unless it is meant for something else. */
export function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
  if (find<HTMLDialogElement>('keys').open) return
  const shortcut = shortcutFor(event.key)
  if (!shortcut || (event.key.startsWith('Arrow') && scrollsSideways(event.target))) return
  event.preventDefault()
  shortcut.run()
}

function shortcutFor(key: string): Pick<Shortcut, 'run'> | undefined {
  if (/^[1-9]$/.test(key)) return { run: () => goToHost(Number(key) - 1) }
  return shortcuts.find(({ keys }) => keys.includes(key))
}

/** A table or a piece of code that has the focus takes the arrows. */
function scrollsSideways(target: EventTarget | null): boolean {
  const element = target as Element | null
  return (element?.closest?.('pre, #rows')?.scrollWidth ?? 0) > (element?.closest?.('pre, #rows')?.clientWidth ?? 0)
}

function toggleLayout(): void {
  change({ layout: current().layout === 'one' ? 'all' : 'one' })
}

function stepHost(step: number): void {
  const { view, host } = current()
  goToHost(view.hosts.findIndex(({ name }) => name === host) + step)
}

function toggleTable(): void {
  const table = find<HTMLDetailsElement>('table')
  table.open = !table.open
}

function showKeys(): void {
  find<HTMLDialogElement>('keys').showModal()
}

function click(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.click()
}
