import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { addEntry, deepest, fail, type Located, type LocatedObject, type Source, scalar } from './located.ts'

/** Reads JSON as it is specified. */
export function parseJson(source: Source): Located {
  return parse(source, { disallowComments: true })
}

/** Reads JSON with comments and trailing commas. */
export function parseJsonc(source: Source): Located {
  return parse(source, { allowTrailingComma: true })
}

function parse(source: Source, options: { disallowComments?: boolean; allowTrailingComma?: boolean }): Located {
  const errors: ParseError[] = []
  const tree = parseTree(source.text, errors, options)
  const [error] = errors
  if (error) fail(source, error.offset, describe(error))
  if (!tree) return fail(source, 0, 'is empty; write {} for no settings')
  return convert(source, tree, 1)
}

// The library names its errors in camel case: PropertyNameExpected.
function describe({ error }: ParseError): string {
  const name = printParseErrorCode(error)
  if (name === 'InvalidCommentToken') return 'JSON has no comments; name the file frontdoor.jsonc to use them'
  return `not JSON: ${name.replace(/\B[A-Z]/g, (letter) => ` ${letter}`).toLowerCase()}`
}

function convert(source: Source, node: Node, depth: number): Located {
  if (depth > deepest) fail(source, node.offset, `nested deeper than ${deepest}`)
  if (node.type === 'object') return convertObject(source, node, depth)
  if (node.type !== 'array') return scalar(source, node.offset, node.value)
  const items = (node.children ?? []).map((item) => convert(source, item, depth + 1))
  return { kind: 'list', start: node.offset, items }
}

function convertObject(source: Source, node: Node, depth: number): LocatedObject {
  const object: LocatedObject = { kind: 'object', start: node.offset, entries: new Map() }
  for (const { children } of node.children ?? []) {
    const [key, value] = children ?? []
    if (!key || !value) continue
    addEntry(source, object, String(key.value), { keyStart: key.offset, value: convert(source, value, depth + 1) })
  }
  return object
}
