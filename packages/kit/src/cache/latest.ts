/** Keeps what was made last: whoever asks for it mostly asks again soon. What is made is shared, so nobody may change it. */
export function latest<Argument, Value>(make: (argument: Argument) => Value): (argument: Argument) => Value {
  let known: { readonly argument: Argument; readonly value: Value } | undefined
  return (argument) => {
    if (known?.argument !== argument) known = { argument, value: make(argument) }
    return known.value
  }
}
