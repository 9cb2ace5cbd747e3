import type { Finding } from '@frontdoor/markdown/finding'
import { leadingEmoji } from '../../message/emoji.ts'
import { conventionalHeader } from '../../message/header.ts'
import type { MessageContext, MessageRule } from '../rule.ts'
import { isSlipWithin } from '../slip.ts'

/** Who looks for the changes of a package by its scope does not find those under a misspelt one. */
export const scope: MessageRule = {
  name: 'message/scope',
  summary: 'The scope is none that the settings do not list, and no misspelt name of a package.',
  severity: 'error',
  async *check(context) {
    const [line] = context.lines
    const { rest } = leadingEmoji(line.text.trimStart())
    const { type = '', scope: written } = conventionalHeader.exec(rest)?.groups ?? {}
    if (context.isMade || written === undefined || written.trim() === '') return
    const { listed, packages } = await context.scopes()
    const known = new Set([...(listed ?? []), ...packages].map((name) => name.toLowerCase()))
    if (known.has(written.trim().toLowerCase())) return
    const start = line.end - rest.length + type.length + 1
    // `a, b` and `a/b` are two scopes, as other tools read them, too.
    for (const { 0: given, index } of written.matchAll(/[^\s,/\\|]+/g)) {
      if (known.has(given.toLowerCase())) continue
      const at = { start: start + index, end: start + index + given.length }
      yield* listed ? unlisted(given, at, listed) : misspelt(given, at, context, packages)
    }
  },
}

function* unlisted(given: string, at: Finding['at'], listed: readonly string[]): Generator<Finding> {
  const near = listed.find((name) => isSlipWithin(given.toLowerCase(), name.toLowerCase()))
  const advice = near ? `did you mean "${near}"?` : `there are ${shortList(listed)}`
  yield {
    at,
    message: `"${given}" is no scope here; ${advice}`,
    ...(near && { fix: { safe: false, edits: [{ ...at, text: near }] } }),
  }
}

/** A package is best called by its bare name, and nobody reads them all. */
function shortList(listed: readonly string[]): string {
  const names = listed.filter((name) => !name.includes('/'))
  return `${names.slice(0, 12).join(', ')}${names.length > 12 ? ' …' : ''}`
}

/** Where scopes are free, a name is only wrong that is nearly a package's and nothing else here. */
async function* misspelt(
  given: string,
  at: Finding['at'],
  { isScope }: MessageContext,
  packages: readonly string[],
): AsyncGenerator<Finding> {
  const near = packages.find((name) => isSlipWithin(given.toLowerCase(), name.toLowerCase()))
  // `tea-cups`, `tea_cups` and `teaCups` are found by each other, and on registries they are one name.
  if (
    near === undefined ||
    packages.some((name) => letters(name) === letters(given)) ||
    (await isScope(given.toLowerCase()))
  )
    return
  yield {
    at,
    message: `There is no package "${given}"; did you mean "${near}"?`,
    fix: { safe: false, edits: [{ ...at, text: near }] },
  }
}

function letters(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}
