import { percentEncoded } from '@frontdoor/markdown/percent'
import { printable } from '../terminal.ts'

/**
 * A line that the runner of GitHub Actions obeys, such as `::error file=a.md::message`, whatever is in its parts: they may come from
 * anywhere.
 */
export function workflowCommand(name: string, properties: Readonly<Record<string, unknown>>, message: string): string {
  const pairs = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`)
  return `::${name}${pairs.length > 0 ? ` ${pairs.join(',')}` : ''}::${data(message)}`
}

function data(text: string): string {
  return text.replace(/[%\r\n]/g, percentEncoded)
}

function property(text: string): string {
  return printable(text).replace(/[%\r\n:,]/g, percentEncoded)
}
