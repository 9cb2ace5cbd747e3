import type { Io } from '../io.ts'
import { printable } from '../terminal.ts'

/** A line on standard error, beside what a command prints. It may hold the name of a file, which may hold anything. */
export function tell(message: string, { name }: { readonly name: string }, { stderr }: Pick<Io, 'stderr'>): void {
  stderr.write(`${name}: ${printable(message)}\n`)
}
