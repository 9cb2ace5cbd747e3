import type { MarkdownDocument } from '@frontdoor/markdown/document'
import type { Range } from '@frontdoor/markdown/edit'
import { perDocument } from '../readme/per-document.ts'
import { codeOf } from './code.ts'
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
  codeOf(document).flatMap(({ lines }) =>
    lines.flatMap(({ text, start }) =>
      installsIn(text).map((install) => {
        const from = start + install.index
        return { ...install, line: text, at: { start: from, end: from + install.name.length } }
      }),
    ),
  ),
)
