import { writtenVersion } from '../../model/bump.ts'
import type { MessageRule } from '../rule.ts'

const names = ['Release-As', 'Changelog']

/** Trailers that changelog-gen obeys. */
export const trailer: MessageRule = {
  name: 'message/trailer',
  summary: 'Release-As and Changelog are written so that they are obeyed.',
  severity: 'error',
  *check({ lines }) {
    for (const { start, end, text } of lines.slice(1)) {
      const { name = '', value = '' } = /^(?<name>[A-Za-z-]+):[ \t]*(?<value>.*)$/.exec(text)?.groups ?? {}
      const known = names.find((one) => one.toLowerCase() === name.toLowerCase())
      if (known === undefined) continue
      const at = { start, end: start + name.length }
      if (name !== known && (known === 'Release-As' || /^(?:skip|ignore|none)$/i.test(value)))
        yield {
          at,
          message: `"${name}" is read as text: write "${known}"`,
          fix: { safe: true, edits: [{ ...at, text: known }] },
        }
      if (known === 'Release-As' && !writtenVersion(value))
        yield { at: { start: end - value.length, end }, message: `"${value}" is no version, such as 1.2.3` }
    }
  },
}
