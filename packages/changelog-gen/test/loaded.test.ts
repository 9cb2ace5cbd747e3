import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const packages = resolve(import.meta.dirname, '../..')

/** Packages that a module imports, and all that it imports in turn; not what stands behind an `import()`. */
function packagesFor(module: string, seen: Set<string> = new Set()): string[] {
  if (seen.has(module)) return []
  seen.add(module)
  const source = readFileSync(module, 'utf8')
  const imports = [...source.matchAll(/^import (?!type\b)(?:[^'";]*? from )?'([^']+)'/gm)].map(([, name = '']) => name)
  return imports.flatMap((name) => {
    const [, own, path] = /^@frontdoor\/([^/]+)\/(.+)$/.exec(name) ?? []
    if (own) return packagesFor(join(packages, own, 'src', `${path}.ts`), seen)
    if (name.startsWith('.')) return packagesFor(resolve(dirname(module), name), seen)
    return name.startsWith('node:') ? [] : [name]
  })
}

test.each(['next', 'notes', 'update', 'release'])('%s loads no library that most runs have no need of', (command) => {
  const loaded = packagesFor(resolve(import.meta.dirname, `../src/commands/${command}.ts`))
  expect([...new Set(loaded)].sort()).toEqual(['conventional-commits-parser', 'fastest-levenshtein'])
})
