import type { Range } from '../edit.ts'

/** The options of a directive: where the value of each stands. */
export type Options = Readonly<Record<string, Range>>

/** What an option says; nothing where it is not there. */
export function written(source: string, options: Options, name: string): string {
  const { start, end } = options[name] ?? { start: 0, end: 0 }
  return source.slice(start, end).trim()
}

/** The number that an option says; 0 where it is none, or not there. */
export function count(source: string, options: Options, name: string): number {
  return Number(written(source, options, name)) || 0
}
