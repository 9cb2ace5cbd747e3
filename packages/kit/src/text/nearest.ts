import { distance } from 'fastest-levenshtein'

/** The name that was most likely meant: a third of its letters may be wrong or missing. Undefined where none is near. */
export function nearest(given: string, names: Iterable<string>): string | undefined {
  // The time goes with the product of the lengths, and nobody takes a long text for a name.
  if (given.length > 100) return undefined
  let [best, fewest]: [string | undefined, number] = [undefined, Math.ceil(given.length / 3) + 1]
  for (const name of names) {
    const wrong = mistakes(given.toLowerCase(), name.toLowerCase())
    if (wrong < fewest && wrong < name.length) [best, fewest] = [name, wrong]
  }
  return best
}

// Letters in the wrong order are one slip of the fingers, but two edits or more.
function mistakes(given: string, name: string): number {
  if (given !== name && sorted(given) === sorted(name)) return 1
  return distance(given, name)
}

function sorted(word: string): string {
  return [...word].toSorted().join('')
}
