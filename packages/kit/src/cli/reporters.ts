import type { Reporter } from '../report.ts'
import { commonFlags } from './command.ts'

/** Names of the formats of a report. */
export const formats: typeof commonFlags.format.choices = commonFlags.format.choices

export type Format = (typeof formats)[number]

const reporters: Readonly<Record<Format, () => Promise<Reporter>>> = {
  text: async () => (await import('../report/reporters/text.ts')).text,
  json: async () => (await import('../report/reporters/json.ts')).json,
  sarif: async () => (await import('../report/reporters/sarif.ts')).sarif,
  junit: async () => (await import('../report/reporters/junit.ts')).junit,
  github: async () => (await import('../report/reporters/github.ts')).github,
  gitlab: async () => (await import('../report/reporters/gitlab.ts')).gitlab,
}

/** The reporter for a format; its code is loaded only now. */
export function loadReporter(format: Format): Promise<Reporter> {
  return reporters[format]()
}
