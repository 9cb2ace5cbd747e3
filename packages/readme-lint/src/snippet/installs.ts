import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import { perDocument } from '../readme/per-document.ts'
import { type CodePiece, codeOf } from './code.ts'
import { type Install, installsIn } from './commands.ts'

/** A package that a command in the code of a document installs or runs. */
interface WrittenInstall extends Install {
  /** The line that the command stands on. */
  readonly line: string
  /** Where the name of the package is written. */
  readonly at: Range
}

/** What the commands in the code of a document install, or fetch and run. Read once: several rules ask. */
export const installsOf: (document: MarkdownDocument) => readonly WrittenInstall[] = perDocument((document) =>
  codeOf(document).flatMap((piece) => {
    const declared = tables.flatMap((table) => declaredIn(piece, table))
    const typed = piece.lines.flatMap(({ text, start }) =>
      installsIn(text).map((install) => written(install, text, start)),
    )
    return [...declared, ...typed]
  }),
)

function written(install: Install, line: string, start: number): WrittenInstall {
  const from = start + install.index
  return { ...install, line, at: { start: from, end: from + install.name.length } }
}

/** A part of a manifest that lists dependencies, a line for each. */
interface Table {
  readonly ecosystem: Install['ecosystem']
  readonly opens: RegExp
  readonly entry: RegExp
  /** What is no line of the table any more. */
  readonly closes: RegExp
}

const tables: readonly Table[] = [
  {
    ecosystem: 'crates',
    opens: /^\s*\[(?:dev-|build-)?dependencies\]/,
    // What comes from elsewhere, or under another name, is no name of a registry.
    entry: /^\s*(?<name>[A-Za-z][\w-]*)\s*=(?!.*\b(?:package|git|path)\s*=)/d,
    closes: /^\s*\[/,
  },
  {
    ecosystem: 'pub',
    opens: /^\s*dependencies:\s*$/,
    entry: /^\s+(?<name>[a-z]\w*):\s*["']?(?:[\^\d>]|any$)/d,
    closes: /^\S/,
  },
]

function declaredIn({ lines }: CodePiece, { ecosystem, opens, entry, closes }: Table): WrittenInstall[] {
  const first = lines.findIndex(({ text }) => opens.test(text))
  if (first === -1) return []
  const behind = lines.slice(first + 1)
  const end = behind.findIndex(({ text }) => closes.test(text))
  return behind.slice(0, end === -1 ? undefined : end).flatMap(({ text, start }) => {
    const match = entry.exec(text)
    const [index] = match?.indices?.groups?.name ?? []
    if (match?.groups?.name === undefined || index === undefined) return []
    return written({ ecosystem, how: 'add', name: match.groups.name, index }, text, start)
  })
}
