import { counted, find } from './dom.ts'
import { newFiller } from './filling.ts'
import { showFindings } from './findings.ts'
import { listen } from './frame-events.ts'
import { showHosts } from './hosts.ts'
import { useKeys } from './keys.ts'
import { type Pane, shownPanes, showPanes } from './panes.ts'
import { openSource } from './source.ts'
import { pointAgain, pointAtSelection } from './spots.ts'
import { change, current, onChange } from './store.ts'
import { keepTogether } from './sync.ts'
import { showTable } from './table.ts'

const source = openSource()
let asked = 0

showSwitches()
showHosts()
showPanes(newFiller(source, { outdated: refresh, opened, filled: pointAgain }))
showFindings(source.apply && applyFixes)
showTable()
pointAtSelection()
useKeys()
source.watch?.(() => void refresh(), connected)
void refresh()

function opened({ host, frame }: Pane, inside: Document): void {
  listen(inside, host)
  keepTogether(frame, shownPanes)
}

/** Takes what is new. Of several answers the last one counts. */
async function refresh(): Promise<void> {
  const number = ++asked
  const view = await source.view().catch(() => undefined)
  const { view: before, host, selected } = current()
  if (!view || number !== asked) return
  // What could be read before stays in sight.
  change({ problem: view.problem, ...(before.path === '' && { view: { ...before, path: view.path } }) })
  if (view.problem !== undefined) return tell('')
  if (view.version === before.version) return
  const isKnown = view.hosts.some(({ name }) => name === host)
  const kept = selected === undefined ? undefined : sameFinding(before.findings[selected], view.findings)
  change({ view, host: isKnown ? host : (view.hosts[0]?.name ?? ''), selected: kept })
  tell(before.version === '' ? '' : 'Reloaded')
}

/** A finding that is still there stays open, wherever it is now. */
function sameFinding<One extends { rule: string; message: string }>(
  old: One | undefined,
  findings: readonly One[],
): number | undefined {
  const index = findings.findIndex(({ rule, message }) => rule === old?.rule && message === old.message)
  return index === -1 ? undefined : index
}

async function applyFixes(findings: readonly number[]): Promise<void> {
  const notice = find('notice')
  try {
    await source.apply?.({ version: current().view.version, findings })
    notice.className = 'good'
    notice.textContent = `${counted(findings.length, 'fix', 'fixes')} written to ${current().view.path}`
  } catch (error) {
    notice.className = 'bad'
    notice.textContent = error instanceof Error ? error.message : String(error)
  }
  notice.hidden = false
  await refresh()
}

function connected(is: boolean): void {
  document.documentElement.classList.toggle('lost', !is)
  if (!is) tell('readme-lint has stopped; this page is as it was')
}

function tell(message: string): void {
  find('status').textContent = message
}

function showSwitches(): void {
  find('one').addEventListener('click', () => change({ layout: 'one' }))
  find('all').addEventListener('click', () => change({ layout: 'all' }))
  find('images').addEventListener('click', () => change({ images: !current().images }))
  find('dark').addEventListener('click', () => change({ dark: !current().dark }))
  onChange(({ view, problem, layout, images, dark }) => {
    const pressed = { one: layout === 'one', all: layout === 'all', images, dark }
    for (const [id, is] of Object.entries(pressed)) find(id).setAttribute('aria-pressed', String(is))
    document.documentElement.dataset.theme = dark ? 'dark' : 'light'
    find('path').textContent = view.path
    find('problem').hidden = problem === undefined
    find('problem').textContent = problem ?? ''
    if (view.path !== '') document.title = `${view.path} · readme-lint preview`
  })
}
