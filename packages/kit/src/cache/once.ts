/** Asks once for each argument; a promise that is rejected stays so. */
export function once<Argument, Value>(ask: (argument: Argument) => Value): (argument: Argument) => Value {
  const known = new Map<Argument, Value>()
  return (argument) => {
    if (known.has(argument)) return known.get(argument) as Value
    const value = ask(argument)
    known.set(argument, value)
    return value
  }
}
