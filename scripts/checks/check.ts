/** What a check came to. */
export interface Outcome {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** In a few words, for the check's line. */
  readonly note: string
  /** All there is to say about a failure. */
  readonly output: string
}

/** One step of `npm test`. */
export interface Check {
  readonly name: string
  run(): Promise<Outcome>
}

/** The outcome of a check that counts as one test. */
export function outcome(failed: boolean, output: string, note = ''): Outcome {
  return { passed: failed ? 0 : 1, failed: failed ? 1 : 0, skipped: 0, note, output }
}

/**
 * Runs stages of checks; the checks of a stage run side by side, and a stage with a failure is the last one.
 *
 * @param tell called with each check as it ends, and the seconds it took
 */
export async function runStages(
  stages: readonly (readonly Check[])[],
  tell: (check: Check, outcome: Outcome, seconds: number) => void,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const stage of stages) {
    outcomes.push(...(await Promise.all(stage.map((check) => runOne(check, tell)))))
    if (outcomes.some(({ failed }) => failed > 0)) break
  }
  return outcomes
}

async function runOne(check: Check, tell: Parameters<typeof runStages>[1]): Promise<Outcome> {
  const start = performance.now()
  const result = await check.run().catch((error: Error) => outcome(true, error.stack ?? error.message))
  tell(check, result, (performance.now() - start) / 1000)
  return result
}

/** `3 passed, 0 failed`, and the skipped ones where there are any. */
export function tally(outcomes: readonly Outcome[]): string {
  const sum = (count: (outcome: Outcome) => number) => outcomes.reduce((total, one) => total + count(one), 0)
  const skipped = sum((one) => one.skipped)
  const line = `${sum((one) => one.passed)} passed, ${sum((one) => one.failed)} failed`
  return skipped === 0 ? line : `${line}, ${skipped} skipped`
}
