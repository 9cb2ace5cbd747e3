import { directives as known, roles } from './docutils.ts'
import type { RstFault, Written } from './fault.ts'

/** Directives that read files, or write HTML. */
const disabled = new Set(['include', 'raw'])

export function directiveFaults({ directives }: Written): RstFault[] {
  return directives.flatMap(({ name, options, start, end }): RstFault[] => {
    if (!known.has(name)) return [{ kind: 'directive', name, start, end }]
    const readsFile = name === 'csv-table' && (options.file ?? options.url)
    if (disabled.has(name) || readsFile) return [{ kind: 'disabled', name, start, end }]
    const allowed = known.get(name)
    const others = allowed ? Object.keys(options).filter((option) => !allowed.includes(option.toLowerCase())) : []
    return others.map((option) => ({ kind: 'option', name: `${name} ${option}`, start, end }))
  })
}

export function roleFaults({ source, pieces, directives }: Written): RstFault[] {
  const own = directives.flatMap(({ name, argument: { start, end } }) =>
    name === 'role' ? (/^[\w.+:-]+/.exec(source.slice(start, end))?.[0].toLowerCase() ?? []) : [],
  )
  const isKnown = (role: string) => roles.has(role.toLowerCase()) || own.includes(role.toLowerCase())
  return pieces.flatMap((piece): RstFault[] => {
    if (piece.kind !== 'role' || isKnown(piece.role)) return []
    return [{ kind: 'role', name: piece.role, start: piece.start, end: piece.end }]
  })
}
