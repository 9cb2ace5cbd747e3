import { randomUUID } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import type { Io } from '@frontdoor/kit/io'

/** GitHub takes 1 MiB of summary from a step, and shows none of it where there is more (docs.github.com, read 2026-11). */
const longestSummary = 1024 * 1024

/**
 * Hands values to the steps that follow. Each stands between two lines that nobody could foresee, so that no value ends early and
 * makes an output of its own.
 */
export function writeOutputs({ GITHUB_OUTPUT: file }: Io['env'], outputs: Readonly<Record<string, string>>): void {
  if (!file) return
  for (const [name, value] of Object.entries(outputs)) {
    const delimiter = `frontdoor_${randomUUID()}`
    appendFileSync(file, `${name}<<${delimiter}\n${value}\n${delimiter}\n`)
  }
}

/** Adds Markdown to the page of the run. */
export function writeSummary({ GITHUB_STEP_SUMMARY: file }: Io['env'], markdown: string): void {
  if (!file || markdown === '') return
  const isTooLong = Buffer.byteLength(markdown) > longestSummary
  appendFileSync(
    file,
    isTooLong ? 'The summary is longer than GitHub takes; the log has all of it.\n' : `${markdown}\n`,
  )
}
