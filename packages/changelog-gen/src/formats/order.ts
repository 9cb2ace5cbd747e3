/**
 * The titles of several lists in one order: that of the first lists where they disagree, and what only later ones have behind what it
 * stands behind there, or above all of its list.
 */
export function inOneOrder(lists: readonly (readonly string[])[]): string[] {
  const order: string[] = []
  for (const list of lists) {
    for (const [at, title] of list.entries()) {
      if (order.includes(title)) continue
      const before = list[at - 1]
      const behind = order.findIndex((other) => list.includes(other))
      const place = before === undefined ? behind : order.indexOf(before) + 1
      order.splice(place === -1 ? order.length : place, 0, title)
    }
  }
  return order
}
