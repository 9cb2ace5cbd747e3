/** What the source of a manifest that is a program says beyond doubt. The program is never run. */
interface StaticText {
  readonly text: string
  /** False where the text ends before something that only running the program could tell. */
  readonly complete: boolean
}

/**
 * The value of an expression of Ruby or Elixir that starts a piece of source: a string, with what is known inserted, or a
 * known name (`@source_url`, `spec.homepage`). Undefined where it is anything else.
 */
function evaluate(source: string, names: ReadonlyMap<string, string>): StaticText | undefined {
  const [, double, single, name] =
    /^(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|(@?[a-z_][\w.]*))/.exec(source) ?? []
  if (single !== undefined) return { text: single.replace(/\\(['\\])/g, '$1'), complete: true }
  if (double !== undefined) return insertNames(double, names)
  const known = names.get(name ?? '')
  return known === undefined ? undefined : { text: known, complete: true }
}

/** The value of an expression that is known to its end. */
export function evaluateAll(source: string, names: ReadonlyMap<string, string>): string | undefined {
  const found = evaluate(source, names)
  return found?.complete && found.text.trim() !== '' ? found.text.trim() : undefined
}

/** The part of an address that is known, up to its last whole segment. */
export function evaluateAddress(source: string, names: ReadonlyMap<string, string>): string | undefined {
  const found = evaluate(source, names)
  if (found === undefined || found.complete) return found?.text
  return found.text.slice(0, found.text.lastIndexOf('/'))
}

function insertNames(string: string, names: ReadonlyMap<string, string>): StaticText {
  let text = ''
  for (const [, plain = '', name] of string.matchAll(/((?:[^#\\]|\\.|#(?!\{))*)(?:#\{\s*([^}]*?)\s*\}|$)/g)) {
    text += plain.replace(/\\(["\\#])/g, '$1')
    if (name === undefined) break
    const value = names.get(name)
    if (value === undefined) return { text, complete: false }
    text += value
  }
  return { text, complete: true }
}
