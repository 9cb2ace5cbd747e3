import { readFileSync } from 'node:fs'
import { MarkdownDocument } from '../../packages/markdown/src/document.ts'
import { parse } from '../../packages/markdown/src/parse.ts'

/** Something that a page tells its reader to do. */
export type Step =
  /** Put this text into a file. */
  | { readonly does: 'write'; readonly path: string; readonly text: string; readonly line: number }
  /** Run these commands; `exit` is the code that the last one ends with. */
  | { readonly does: 'run'; readonly script: string; readonly exit: number; readonly line: number }

/**
 * What a page tells its reader to do, in order: a block with `title=PATH` is a file to write, and one of the language `sh` is to be
 * run. Other blocks are to be looked at. `exit=1` says that the commands end so; `skip`, that nobody but the reader can run them.
 */
export function stepsOf(file: string): readonly Step[] {
  const { nodes } = new MarkdownDocument(readFileSync(file, 'utf8'), parse)
  return nodes.of('code').flatMap(({ node: { lang, meta, value, position } }): Step[] => {
    const words = (meta ?? '').split(' ')
    const word = (name: string) => words.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1)
    const [path, line] = [word('title'), position?.start.line ?? 1]
    if (path) return [{ does: 'write', path, text: `${value}\n`, line }]
    if (lang !== 'sh' || words.includes('skip')) return []
    return [{ does: 'run', script: value, exit: Number(word('exit') ?? 0), line }]
  })
}
