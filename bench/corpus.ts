import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Lays out a repository of packages, each with a README that people wrote: those of what is installed below a `node_modules`,
 * taken again and again. A number at the end makes each text a new one.
 *
 * @returns how many characters the READMEs have together
 */
export function layOutPackages(folder: string, modules: string, count: number): number {
  const sources = findReadmes(modules)
  let characters = 0
  for (let number = 0; number < count; number++) {
    const source = sources[number % sources.length] as string
    const target = join(folder, 'packages', String(number).padStart(4, '0'))
    const text = `${readFileSync(source, 'utf8')}\n\nCopy ${number}.\n`
    characters += text.length
    mkdirSync(target, { recursive: true })
    writeFileSync(join(target, 'README.md'), text)
    writeFileSync(join(target, 'package.json'), readFileSync(join(dirname(source), 'package.json')))
  }
  writeFileSync(join(folder, 'package.json'), '{"private":true,"workspaces":["packages/*"]}\n')
  execFileSync('git', ['init', '--quiet'], { cwd: folder })
  return characters
}

/** READMEs beside a manifest, each text once, of 1 to 80 kB. */
function findReadmes(modules: string): string[] {
  const texts = new Map<string, string>()
  for (const file of readmesBelow(modules)) {
    const text = readFileSync(file, 'utf8')
    if (text.length >= 1000 && text.length <= 80_000 && !texts.has(text)) texts.set(text, file)
  }
  return [...texts.values()]
}

/** pnpm keeps each package as `name@version/node_modules/name`; whatever else is there is a link to another one. */
function readmesBelow(store: string): string[] {
  const packages = readdirSync(store).flatMap((name) => foldersIn(join(store, name, 'node_modules')))
  return packages.flatMap((folder) => {
    if (!existsSync(join(folder, 'package.json'))) return []
    const name = readdirSync(folder).find((one) => /^readme\.md$/i.test(one))
    return name === undefined ? [] : [join(folder, name)]
  })
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders.flatMap(({ name }) => (name.startsWith('@') ? foldersIn(join(folder, name)) : [join(folder, name)]))
}
