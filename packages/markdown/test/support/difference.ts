/** Where two trees differ, as a path and both values; undefined where they are equal, positions and all. Faster than `toEqual` by far. */
export function difference(left: unknown, right: unknown): string | undefined {
  const pairs: [left: unknown, right: unknown, path: string][] = [[left, right, '']]
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    const [a, b, path] = pair
    if (a === b) continue
    if (!isObject(a) || !isObject(b)) return `${path}: ${JSON.stringify(a)} and ${JSON.stringify(b)}`
    const keys = new Set([...Object.keys(a), ...Object.keys(b)])
    for (const key of keys) pairs.push([a[key], b[key], `${path}/${key}`])
  }
  return undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
