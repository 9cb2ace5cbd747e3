import type { Example, ExitCodes, MainCommand } from './command.ts'

/** What always holds. */
const failed = 'the job could not be done'

/** What the help says before the flags: what the command does, and how it is called. */
export function inFront(summary: string, command: Pick<MainCommand, 'examples'> | undefined): string {
  const { examples = [] } = command ?? {}
  return examples.length === 0 ? summary : `${summary}\n\nExamples:\n${aligned(examples)}`
}

/** What the help says behind the flags. */
export function behind({ epilogue, exitCodes }: Pick<MainCommand, 'epilogue' | 'exitCodes'>): string {
  const codes = exitCodes && `Exit codes:\n${aligned(meanings(exitCodes))}`
  return [epilogue, codes].filter((text) => text !== undefined).join('\n\n')
}

/** `print it` as a sentence. */
export function sentence(summary: string): string {
  return `${summary.charAt(0).toUpperCase()}${summary.slice(1)}${summary.endsWith('.') ? '' : '.'}`
}

/** Each code that a command ends with, and what it means. */
export function meanings(codes: ExitCodes): readonly Example[] {
  return Object.entries({ ...codes, 2: codes[2] ?? failed })
}

/** Where explanations start at most, so that they fit into 80 columns; what is longer has its explanation below. */
const widest = 36

function aligned(rows: readonly Example[]): string {
  const width = Math.min(widest, Math.max(...rows.map(([typed]) => typed.length)))
  const gap = (typed: string) =>
    typed.length > width ? `\n${' '.repeat(width + 2)}` : ' '.repeat(width - typed.length)
  return rows.map(([typed, does]) => `  ${typed}${gap(typed)}  ${does}`).join('\n')
}
