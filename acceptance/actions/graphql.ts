import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, execute, type GraphQLSchema, parse, validate } from 'graphql'

/** GitHub's own description of its GraphQL. It has fields twice, which only matters to whoever checks the description. */
export function githubSchema(): GraphQLSchema {
  const file = join(import.meta.dirname, '..', 'node_modules', '@octokit', 'graphql-schema', 'schema.graphql')
  return buildSchema(readFileSync(file, 'utf8'), { assumeValidSDL: true })
}

/** What somebody asked, and the data that a server answered. */
export interface Exchange {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly data: unknown
}

/** What is wrong with a query or its answer; nothing where GitHub would take the one and could give the other. */
export async function faultsOf(
  schema: GraphQLSchema,
  { query, variables, data }: Exchange,
): Promise<readonly string[]> {
  const document = parse(query)
  const slips = validate(schema, document)
  if (slips.length > 0) return slips.map(({ message }) => message)
  const { errors = [] } = await execute({
    schema,
    document,
    variableValues: variables,
    rootValue: data,
    // An answer has the names that the query gave its fields.
    fieldResolver: (source, _arguments, _context, { path }) => source[path.key],
  })
  return errors.map(({ message, path }) => `${path?.join('.') ?? ''}: ${message}`)
}
