/** Gives the stored value of `key`, or makes and stores it; past half of its life it is made again in the background. */
export function larder({ life = 60_000, now = Date.now } = {}) {
  const shelf = new Map()
  return function get(key, make) {
    const jar = shelf.get(key)
    const age = jar ? now() - jar.made : Number.POSITIVE_INFINITY
    if (age < life / 2) return jar.value
    const fresh = { value: Promise.resolve(make(key)), made: now() }
    fresh.value.then(
      () => shelf.set(key, fresh),
      () => {},
    )
    return age < life ? jar.value : fresh.value
  }
}
