import { hash } from 'node:crypto'

/** A text as 32 hexadecimal digits, which no other text has. */
export function digest(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 32)
}
