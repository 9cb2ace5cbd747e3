/**
 * What is open at a place, the innermost last. Each thing has names by which it is closed.
 *
 * All is linear in the number of things: a count of each name tells without a search that nothing of that name is open.
 */
export class Nesting<Thing> {
  readonly #open: { readonly thing: Thing; readonly names: readonly string[] }[] = []
  readonly #counts = new Map<string, number>()

  get innermost(): Thing | undefined {
    return this.#open.at(-1)?.thing
  }

  push(thing: Thing, names: readonly string[]): void {
    this.#open.push({ thing, names })
    this.#count(names, 1)
  }

  /** Takes out the innermost thing that has one of the names, and with it all inside it. */
  close(names: readonly string[]): Thing | undefined {
    if (!names.some((name) => this.#counts.get(name))) return undefined
    for (;;) {
      const last = this.#open.pop() as { thing: Thing; names: readonly string[] }
      this.#count(last.names, -1)
      if (last.names.some((name) => names.includes(name))) return last.thing
    }
  }

  /** Takes out the innermost thing of a name, and leaves open what is inside it. */
  drop(name: string): void {
    if (!this.#counts.get(name)) return
    const index = this.#open.findLastIndex(({ names }) => names.includes(name))
    for (const { names } of this.#open.splice(index, 1)) this.#count(names, -1)
  }

  #count(names: readonly string[], by: number): void {
    for (const name of names) this.#counts.set(name, (this.#counts.get(name) ?? 0) + by)
  }
}
