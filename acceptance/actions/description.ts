import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

interface Description {
  readonly paths: Readonly<Record<string, Json>>
  readonly components: Readonly<Record<string, Readonly<Record<string, Json>>>>
}

const repository = '/repos/{owner}/{repo}'

/** All that the tools and recipes ask of GitHub beside GraphQL. */
const asked = [
  `${repository}/releases`,
  `${repository}/releases/{release_id}`,
  `${repository}/pulls/{pull_number}`,
  `${repository}/pulls/{pull_number}/files`,
  `${repository}/issues/{issue_number}/labels`,
  `${repository}/issues/{issue_number}/comments`,
  `${repository}/issues/comments/{comment_id}`,
]

/** GitHub's own description of what is asked of it. Whole, it is 13 MB, and a server takes half a minute to read it. */
export function description(): object {
  const file = join(
    import.meta.dirname,
    '..',
    'node_modules',
    '@octokit',
    'openapi',
    'generated',
    'api.github.com.json',
  )
  const whole = JSON.parse(readFileSync(file, 'utf8')) as Description
  const paths = Object.fromEntries(asked.map((path) => [path, whole.paths[path] ?? missing(path)]))
  const components: Record<string, Record<string, Json>> = {}
  const waiting: Json[] = Object.values(paths)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const [kind = '', name = ''] of references(next)) {
      components[kind] ??= {}
      if (name in components[kind]) continue
      const found = whole.components[kind]?.[name] ?? missing(name)
      components[kind][name] = found
      waiting.push(found)
    }
  }
  return { ...whole, paths, components, servers: [{ url: '/' }], 'x-webhooks': {} }
}

/** `#/components/schemas/release` as `['schemas', 'release']`. */
function references(value: Json): string[][] {
  const found = JSON.stringify(value).matchAll(/"\$ref":"#\/components\/([\w-]+)\/([^"/]+)"/g)
  return [...found].map(([, kind = '', name = '']) => [kind, name])
}

function missing(name: string): never {
  throw new Error(`GitHub's description has no ${name} any more`)
}
