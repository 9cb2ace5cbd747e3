import { type AST, ParseError, parseTOML } from 'toml-eslint-parser'
import { addEntry, deepest, fail, type Located, type LocatedObject, type Source, scalar } from './located.ts'

/** Reads TOML 1.0. Dates become the text they are written as. */
export function parseToml(source: Source): Located {
  const root = newTable(0)
  for (const statement of parse(source).body[0].body) {
    if (statement.type === 'TOMLKeyValue') addKeyValue(source, root, statement)
    else addTable(source, root, statement)
  }
  return root
}

function parse(source: Source): AST.TOMLProgram {
  try {
    return parseTOML(source.text)
  } catch (error) {
    if (error instanceof ParseError) return fail(source, error.index, `not TOML: ${error.message}`)
    throw error
  }
}

function newTable(start: number): LocatedObject {
  return { kind: 'object', start, entries: new Map() }
}

type Key = AST.TOMLBare | AST.TOMLQuoted

function addKeyValue(source: Source, table: LocatedObject, { key, value }: AST.TOMLKeyValue, depth = 1): void {
  const parent = key.keys.slice(0, -1).reduce((inner, part) => enter(source, inner, part), table)
  const last = key.keys.at(-1) as Key
  const located = convert(source, value, depth + key.keys.length)
  addEntry(source, parent, nameOf(last), { keyStart: last.range[0], value: located })
}

function addTable(source: Source, root: LocatedObject, { key, kind, body }: AST.TOMLTable): void {
  if (key.keys.length > deepest) fail(source, key.range[0], `nested deeper than ${deepest}`)
  const parent = key.keys.slice(0, -1).reduce((inner, part) => enter(source, inner, part), root)
  const last = key.keys.at(-1) as Key
  if (kind === 'array') appendTable(source, parent, last)
  const table = enter(source, parent, last)
  for (const statement of body) addKeyValue(source, table, statement, key.keys.length + 1)
}

function appendTable(source: Source, parent: LocatedObject, key: Key): void {
  const start = key.range[0]
  const there = parent.entries.get(nameOf(key))?.value
  if (there?.kind === 'list') there.items.push(newTable(start))
  else
    addEntry(source, parent, nameOf(key), { keyStart: start, value: { kind: 'list', start, items: [newTable(start)] } })
}

// The table that a key leads to, made where it is not there yet; of a list of tables, the last. The parser has made sure
// that it is one of them.
function enter(source: Source, table: LocatedObject, key: Key): LocatedObject {
  const there = table.entries.get(nameOf(key))?.value
  const last = there?.kind === 'list' ? there.items.at(-1) : there
  if (last?.kind === 'object') return last
  const made = newTable(key.range[0])
  addEntry(source, table, nameOf(key), { keyStart: key.range[0], value: made })
  return made
}

function nameOf(key: Key): string {
  return key.type === 'TOMLBare' ? key.name : key.value
}

function convert(source: Source, node: AST.TOMLContentNode, depth: number): Located {
  const start = node.range[0]
  if (depth > deepest) fail(source, start, `nested deeper than ${deepest}`)
  if (node.type === 'TOMLArray') {
    return { kind: 'list', start, items: node.elements.map((item) => convert(source, item, depth + 1)) }
  }
  if (node.type === 'TOMLValue') return scalar(source, start, 'datetime' in node ? node.datetime : node.value)
  const table = newTable(start)
  for (const statement of node.body) addKeyValue(source, table, statement, depth)
  return table
}
