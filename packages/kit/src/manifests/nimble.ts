import type { ManifestFacts, ManifestReader } from './manifest.ts'
import { textOf } from './parse.ts'
import { evaluateAll } from './static.ts'

/** A .nimble file of Nim, as far as its assignments are plain strings; the file has the package's name. NimScript is never run. */
export const nimble: ManifestReader = {
  ecosystem: 'nimble',
  files: [/^[^.].*\.nimble$/],
  async read(files, path): Promise<ManifestFacts | undefined> {
    const source = textOf(files, path)
    const value = (name: string) => new RegExp(`^[ \\t]*${name}[ \\t]*[=:][ \\t]*(\\S.*)$`, 'm').exec(source)?.[1] ?? ''
    const get = (name: string) => evaluateAll(value(name), new Map())
    return {
      name: get('packageName') ?? path.slice(path.lastIndexOf('/') + 1, -'.nimble'.length),
      version: get('version'),
      description: get('description'),
      license: get('license'),
      // Nimble itself refuses a package without these.
      private: ['version', 'author', 'description', 'license'].some((name) => value(name) === ''),
      commands: [...(/^@?\[([^\]]*)\]/.exec(value('bin'))?.[1]?.matchAll(/"([\w./-]+)"/g) ?? [])].flatMap(
        ([, file = '']) => file.slice(file.lastIndexOf('/') + 1),
      ),
    }
  },
}
