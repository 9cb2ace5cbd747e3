import type { DiffLine, FindingView, SourceLine } from '../view.ts'
import { make } from './dom.ts'

/** The lines that a finding is about, what its fix would change, and where to read more. */
export function detailOf({ excerpt, fix, docs, rule }: FindingView, write: (() => void) | undefined): HTMLElement {
  return make(
    'div',
    { class: 'detail' },
    make('pre', { class: 'code' }, ...excerpt.map(sourceLine)),
    fix && make('h3', {}, fix.safe ? 'Safe fix' : 'Suggestion, to be looked at'),
    fix && diffOf(fix.diff),
    make(
      'p',
      { class: 'actions' },
      fix && write && make('button', { type: 'button', class: 'primary', click: write }, 'Apply to the file'),
      docs ? make('a', { href: docs, target: '_blank', rel: 'noopener noreferrer' }, `Why: ${rule}`) : undefined,
    ),
  )
}

function sourceLine({ number, text, mark }: SourceLine): HTMLElement {
  const [from, to] = mark ?? [0, 0]
  const marked = from < to ? [text.slice(0, from), make('mark', {}, text.slice(from, to)), text.slice(to)] : [text]
  return make('span', { class: mark ? 'line meant' : 'line' }, numbered(String(number)), textOf(...marked))
}

function diffOf(diff: readonly DiffLine[]): HTMLElement {
  if (diff.length === 0) return make('p', {}, 'It changes too many lines to be shown here.')
  return make('pre', { class: 'code diff' }, ...diff.map(diffLine))
}

const signs = { old: ['del', '−'], new: ['ins', '+'], same: ['span', ' '], gap: ['span', '⋯'] } as const

function diffLine({ kind, text }: DiffLine): HTMLElement {
  const [name, sign] = signs[kind]
  return make(name, { class: `line ${kind}` }, numbered(sign), textOf(text))
}

function numbered(text: string): HTMLElement {
  return make('span', { class: 'number' }, text)
}

/** The line ending is for who copies it. */
function textOf(...parts: readonly (Node | string)[]): HTMLElement {
  return make('span', { class: 'text' }, ...parts, '\n')
}
