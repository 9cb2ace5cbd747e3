/** What work gives, or undefined where it fails: for what may well be missing, and for caches, whatever is wrong with them. */
export function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
