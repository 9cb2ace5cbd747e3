/**
 * Replaces what stands between `<!-- NAME:start … -->` and `<!-- NAME:end -->`, each on a line of its own.
 *
 * @throws {Error} when the text has no such region
 */
export function replaceRegion(text: string, name: string, body: string): string {
  const start = new RegExp(`^<!-- ${name}:start\\b.*-->$`, 'm').exec(text)
  const end = new RegExp(`^<!-- ${name}:end -->$`, 'm').exec(text)
  if (!start || !end || end.index < start.index)
    throw new Error(`No region <!-- ${name}:start --> … <!-- ${name}:end -->`)
  return `${text.slice(0, start.index + start[0].length)}\n\n${body.trim()}\n\n${text.slice(end.index)}`
}
