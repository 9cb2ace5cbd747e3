import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from 'yaml'
import { addEntry, deepest, fail, type Located, type LocatedObject, type Source, scalar } from './located.ts'

/** Reads one YAML 1.2 document without aliases, merge keys and tags of its own: what JSON could say as well. */
export function parseYaml(source: Source): Located {
  const document = parseDocument(source.text, {
    schema: 'core',
    stringKeys: true,
    merge: false,
    // The library compares each key with every other; we have a map.
    uniqueKeys: false,
    prettyErrors: false,
    // At `silent`, a second document would be dropped without an error.
    logLevel: 'error',
  })
  const [problem] = [...document.errors, ...document.warnings]
  if (problem?.code === 'RESOURCE_EXHAUSTION') fail(source, problem.pos[0], `nested deeper than ${deepest}`)
  if (problem?.code === 'MULTIPLE_DOCS') fail(source, problem.pos[0], 'a second document begins here; keep one')
  if (problem) fail(source, problem.pos[0], `not usable YAML: ${problem.message}`)
  return convert(source, document.contents, { depth: 1, start: 0 })
}

interface Place {
  readonly depth: number
  /** Where a value is missing, the offset of its key. */
  readonly start: number
}

function convert(source: Source, node: Node | null, place: Place): Located {
  const start = node?.range?.[0] ?? place.start
  if (place.depth > deepest) fail(source, start, `nested deeper than ${deepest}`)
  if (isAlias(node)) fail(source, start, 'aliases are not followed; write the value out')
  if (isMap(node)) return convertMap(source, node, { depth: place.depth, start })
  if (!isSeq(node)) return scalar(source, start, isScalar(node) ? node.value : null)
  const items = node.items.map((item) => convert(source, item as Node | null, { depth: place.depth + 1, start }))
  return { kind: 'list', start, items }
}

function convertMap(source: Source, map: YAMLMap, { depth, start }: Place): LocatedObject {
  const object: LocatedObject = { kind: 'object', start, entries: new Map() }
  for (const { key, value } of map.items) {
    const keyStart = (key as Node | null)?.range?.[0] ?? start
    if (!isScalar(key)) fail(source, keyStart, 'a key must be a plain name')
    const located = convert(source, value as Node | null, { depth: depth + 1, start: keyStart })
    addEntry(source, object, String(key.value), { keyStart, value: located })
  }
  return object
}
