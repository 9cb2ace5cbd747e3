import type { Range } from '../../edit.ts'
import type { RstDirective } from '../block.ts'
import { alignments, type DirectiveForm, directives as known, roles, values } from './docutils.ts'
import type { RstFault, Written } from './fault.ts'

/** Directives that read files, or write HTML. */
const disabled = new Set(['include', 'raw'])

export function directiveFaults({ source, directives }: Written): RstFault[] {
  return directives.flatMap((directive): RstFault[] => {
    const { name, options, start, end } = directive
    const form = known.get(name)
    if (!form) return [{ kind: 'directive', name, start, end }]
    const readsFile = name === 'csv-table' && (options.file ?? options.url)
    if (disabled.has(name) || readsFile) return [{ kind: 'disabled', name, start, end }]
    return [...optionFaults(directive, form, source), ...formFaults(directive, form, source)]
  })
}

function optionFaults(directive: RstDirective, form: DirectiveForm, source: string): RstFault[] {
  const { name, options, start, end, isDefinition, stray } = directive
  if (!form.options) return []
  const isKnown = (option: string) => form.options?.includes(option.toLowerCase())
  const faults = Object.entries(options).flatMap(([option, at]): RstFault[] => {
    if (!isKnown(option)) return [{ kind: 'option', name: `${name} ${option}`, start, end }]
    const value = source.slice(at.start, at.end)
    const pattern = option.toLowerCase() === 'align' ? alignments(name, isDefinition) : values.get(option.toLowerCase())
    return !pattern || pattern.test(value) ? [] : [{ kind: 'value', name: `${option} ${value}`, ...spot(at) }]
  })
  return stray ? [...faults, { kind: 'stray', name, ...stray }] : faults
}

/** An option without a value has one sign of itself to point at. */
function spot({ start, end }: Range): Range {
  return start === end ? { start: start - 1, end } : { start, end }
}

function formFaults(directive: RstDirective, form: DirectiveForm, source: string): RstFault[] {
  const { name, start, end, argument, content, isDefinition, isInside } = directive
  const words = source.slice(argument.start, argument.end).trim()
  const fault = (kind: RstFault['kind']): RstFault[] => [{ kind, name, start, end }]
  if (form.argument === 'must' && words === '') return fault('argument')
  if (form.argument === 'word' && /\s/.test(words)) return fault('word')
  // What has no options may start with fields.
  const hasFields = !form.options && Object.keys(directive.options).length > 0
  const isEmpty = content.start === content.end && !hasFields && (form.argument !== 'none' || words === '')
  if (form.content === 'must' && isEmpty) return fault('empty')
  if (form.content === 'none' && !isEmpty)
    return [{ kind: 'content', name, ...(content.start < content.end ? content : argument) }]
  if (form.place === 'definition' && !isDefinition) return fault('outside')
  return form.place === 'top' && isInside ? fault('inside') : []
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
