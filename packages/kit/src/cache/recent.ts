/** Keeps as many answers as a long README has links; then it starts afresh, so that memory stays bounded. */
const most = 1000

/** Remembers what was last made of a text. What is made is shared by all who ask, so nobody may change it. */
export function recent<Value>(make: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, { readonly value: Value }>()
  return (text) => {
    const found = known.get(text)
    if (found) return found.value
    if (known.size >= most) known.clear()
    const value = make(text)
    known.set(text, { value })
    return value
  }
}
