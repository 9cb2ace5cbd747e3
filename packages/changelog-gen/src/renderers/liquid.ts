import { UserError } from '@frontdoor/kit/io'
import { printable } from '@frontdoor/kit/terminal'
import { Liquid, LiquidError } from 'liquidjs'

/** A template that is read, ready to be filled. */
export type Filled = (values: object) => string

/** A template may take as much, and no more: far beyond any changelog, far below what would stop a build. */
const limits = { parseLimit: 100_000, memoryLimit: 10_000_000, renderLimit: 10_000 }

/**
 * Reads a template in Liquid. It reaches no file and no code: there are no other templates to include, and only the values
 * themselves are seen.
 *
 * @param name path for messages
 * @throws {UserError} with the line and column of a mistake, also while it is filled
 */
export function liquidTemplate(text: string, name: string): Filled {
  const engine = new Liquid({
    ...limits,
    templates: {},
    cache: false,
    ownPropertyOnly: true,
    strictFilters: true,
    strictVariables: true,
    lenientIf: true,
    timezoneOffset: 0,
    locale: 'en-US',
  })
  const parsed = tried(name, () => engine.parse(text))
  return (values) => tried(name, () => String(engine.renderSync(parsed, values)))
}

function tried<Result>(name: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (!LiquidError.is(error)) throw error
    const [line, column] = error.token.getPosition()
    // The first line says what, the others show where.
    const [said = ''] = error.message.split('\n')
    const bare = said.replace(/, (?:file:\S+, )?line:\d+, col:\d+$/, '')
    const what = bare.startsWith('ENOENT') ? 'no other template can be included; write it out' : bare
    throw new UserError(`${name}:${line}:${column}: ${printable(what)}`)
  }
}
