import { leadingEmoji } from '../../message/emoji.ts'
import { conventionalHeader } from '../../message/header.ts'
import type { MessageContext, MessageRule, Types } from '../rule.ts'
import { slip } from '../slip.ts'

/** A type that is misspelt puts a feature among the other changes, and moves another version. */
export const type: MessageRule = {
  name: 'message/type',
  summary: 'The type is one that means something here.',
  severity: 'error',
  async *check(context) {
    const { lines, types, strict, isMade, item } = context
    if (isMade) return
    const [line] = lines
    const { rest } = leadingEmoji(line.text.trimStart())
    const given = conventionalHeader.exec(rest)?.groups?.type
    if (given === undefined) {
      if (strict && item.message.type === undefined) yield { at: line, message: `No type here; ${advice(types)}` }
      return
    }
    if (types.has(given)) return
    const start = line.end - rest.length
    const at = { start, end: start + given.length }
    const near = await meant(given.toLowerCase(), context)
    const message = `"${given}" is no type here; `
    if (near)
      yield { at, message: `${message}did you mean "${near}"?`, fix: { safe: false, edits: [{ ...at, text: near }] } }
    else if (strict) yield { at, message: message + advice(types) }
  },
}

/** The type that was meant, where the fingers slipped. What the project calls so is meant: `core: …`. */
async function meant(given: string, { types, isWord }: MessageContext): Promise<string | undefined> {
  const near = types.told.find((one) => isSlip(given, one))
  return near === undefined || (await isWord(given)) ? undefined : near
}

/** `faet` and `fxi` have all the letters; in short words, a wrong letter makes another word: `cli` is not `ci`. */
function isSlip(given: string, name: string): boolean {
  if ([...given].toSorted().join('') === [...name].toSorted().join('')) return true
  // `jest` and `rest` are no tests.
  return given[0] === name[0] && Math.min(given.length, name.length) > 3 && slip(given, name) === 1
}

function advice({ told }: Types): string {
  return `start with one of ${told.join(', ')}, and a colon`
}
