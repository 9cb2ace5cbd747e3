import { commonFlags } from '../cli/command.ts'
import type { Reporter } from '../report.ts'

/** Names of the formats of a report. */
export const formats: typeof commonFlags.format.choices = commonFlags.format.choices

export type Format = (typeof formats)[number]

const reporters: Readonly<Record<Format, () => Promise<Reporter>>> = {
  text: async () => (await import('./reporters/text.ts')).text,
  json: async () => (await import('./reporters/json.ts')).json,
  sarif: async () => (await import('./reporters/sarif.ts')).sarif,
  junit: async () => (await import('./reporters/junit.ts')).junit,
  github: async () => (await import('./reporters/github.ts')).github,
  gitlab: async () => (await import('./reporters/gitlab.ts')).gitlab,
}

/** The reporter for a format; its code is loaded only now. */
export function loadReporter(format: Format): Promise<Reporter> {
  return reporters[format]()
}
