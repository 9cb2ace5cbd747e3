import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { releaseSchema } from '../../packages/changelog-gen/src/release-schema.ts'
import { root } from '../workspace.ts'
import type { GeneratedFile } from './generator.ts'

export const folders: readonly string[] = []

/** The JSON Schema of releases, with what the comments of the types say. */
export async function files(): Promise<readonly GeneratedFile[]> {
  const comments = new Map(['release.ts', 'change.ts'].flatMap(commentsIn))
  const definitions = Object.entries(releaseSchema.definitions).map(([type, { properties, ...rest }]) => {
    const described = Object.entries(properties).map(([name, schema]) => [
      name,
      withComment(schema, comments.get(`${type}.${name}`)),
    ])
    return [type, withComment({ ...rest, properties: Object.fromEntries(described) }, comments.get(type))]
  })
  const schema = { ...releaseSchema, definitions: Object.fromEntries(definitions) }
  return [{ path: 'docs/release.schema.json', text: `${JSON.stringify(schema, undefined, 2)}\n` }]
}

/** What stands beside a `$ref` counts for nothing in draft 7. */
function withComment(schema: object, description: string | undefined): object {
  if (description === undefined) return schema
  return '$ref' in schema ? { description, allOf: [schema] } : { description, ...schema }
}

/** The comments of a module's interfaces, under `Type` and `Type.property`. */
function commentsIn(name: string): [string, string][] {
  const source = readFileSync(join(root, 'packages', 'changelog-gen', 'src', name), 'utf8')
  const found: [string, string][] = []
  let type = ''
  let comment: string | undefined
  for (const line of source.split('\n')) {
    const [, declared] = /^(?:export )?interface (\w+)/.exec(line) ?? []
    const [, property] = /^ {2}readonly (\w+)\??:/.exec(line) ?? []
    type = declared ?? type
    if (comment !== undefined && (declared ?? property)) found.push([property ? `${type}.${property}` : type, comment])
    comment = /^ *\/\*\* (.*) \*\/$/.exec(line)?.[1]
  }
  return found
}
