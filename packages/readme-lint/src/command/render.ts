import { parse, resolve } from 'node:path'
import type { Call, ExitCode } from '@frontdoor/kit/cli/command'
import { readNamedOrEmpty, type TextFile } from '@frontdoor/kit/files'
import { relativePath } from '@frontdoor/kit/files/relative-path'
import { type Io, UserError } from '@frontdoor/kit/io'
import { isRst } from '@frontdoor/kit/readme/readmes'
import { readRst } from '@frontdoor/kit/readme/rst'
import type { Subject } from '@frontdoor/kit/readme/subjects'
import { printable } from '@frontdoor/kit/terminal'
import { findHost, type Showing, showingsOf } from '../hosts.ts'
import { cutOn } from '../shown/limit.ts'
import type { Placed } from '../shown/relative.ts'
import type { renderFlags } from './flags.ts'
import { openOneReadme } from './one-readme.ts'
import { type LintSession, newLintSession } from './session.ts'

type RenderCall = Call<typeof renderFlags>

/** `readme-lint render [readme] --host HOST`: to standard output, to a file, or compared with one. */
export async function render(call: RenderCall): Promise<ExitCode> {
  const { flags, io } = call
  const name = theHost(flags.host)
  if (flags.check && flags.output === undefined)
    throw new UserError('--check compares with a file: name it with --output')
  const session = newLintSession(io)
  const subject = await openOneReadme(call, session)
  const project = await session.projectOf(subject.home)
  const [showing] = showingsOf(project, subject.path, [name]) as [Showing]
  const isHtml = flags.as === 'html'
  const read = isRst(subject.path) ? readRst : session.read
  // What a host cuts off anyway need not be parsed.
  const upTo = isHtml ? cutOn(showing.host, subject.text) : undefined
  const document = await read(subject.text, subject.shown, { upTo })
  const placed = { document, project, path: subject.path }
  if (isHtml) {
    if (flags.ref !== undefined) throw new UserError('--ref is about addresses in Markdown: leave out --as html')
    const text = await asHtml(placed, showing)
    const { notesOn } = await import('../render/notes.ts')
    for (const note of notesOn(placed, showing)) tell(`${subject.shown}: ${note}`, io)
    return deliver(text, call, subject)
  }
  if (isRst(subject.path)) throw new UserError(`${subject.shown}: a README.rst can be rendered with --as html only`)
  return deliver(await asMarkdown(placed, showing, { call, session, shown: subject.shown }), call, subject)
}

function theHost(names: readonly string[]): string {
  const [name, ...more] = names
  if (name === undefined) throw new UserError('name the place to render for: --host npm')
  if (more.length > 0)
    throw new UserError(`one place at a time: --host was given ${names.length} times (${names.join(', ')})`)
  return findHost(name).name
}

async function asHtml(placed: Placed, showing: Showing): Promise<string> {
  const { renderHtml } = await import('../render/html.ts')
  return `${await renderHtml(placed, showing)}\n`
}

interface MarkdownWork {
  readonly call: RenderCall
  readonly session: LintSession
  readonly shown: string
}

/** A README for one host; what could not be carried over is told beside it. */
async function asMarkdown(
  placed: Placed,
  showing: Showing,
  { call: { flags, io }, session, shown }: MarkdownWork,
): Promise<string> {
  const [{ renderMarkdown }, { releaseRef }] = await Promise.all([
    import('../render/markdown.ts'),
    import('../render/release-ref.ts'),
  ])
  const ref = flags.ref ?? (await releaseRef(io, placed.project, showing))
  const read = (source: string) => session.read(source, shown)
  const { text, notes } = await renderMarkdown(placed, showing, { ref, shown, read })
  for (const { at, message } of notes) {
    const { line, column } = placed.document.place(at.start)
    tell(`${shown}:${line}:${column}: ${message}`, io)
  }
  return text
}

async function deliver(text: string, { flags, io, look }: RenderCall, subject: Subject): Promise<ExitCode> {
  if (flags.output === undefined) {
    io.stdout.write(text)
    return 0
  }
  if (isRst(flags.output))
    throw new UserError(
      `--output ${flags.output}: what is written is ${flags.as === 'html' ? 'HTML' : 'Markdown'}, not reStructuredText; name another file`,
    )
  const file = await outputFile(flags.output, io)
  if (file.realPath === subject.file?.realPath) {
    throw new UserError(`${subject.shown} is the README itself: name another file with --output`)
  }
  if (flags.check) return compare(file, text, { io, color: look.color, path: flags.output })
  const { writeText } = await import('@frontdoor/kit/files/write')
  const { warning } = await writeText(file, text)
  if (warning !== undefined) tell(warning, io)
  return 0
}

async function outputFile(path: string, { cwd }: Io): Promise<TextFile> {
  const file = resolve(cwd, path)
  if (file === parse(file).root) throw new UserError(`--output ${path} is a folder: name a file`)
  return readNamedOrEmpty(file, cwd)
}

interface Comparing {
  readonly io: Io
  readonly color: boolean
  readonly path: string
}

async function compare(file: TextFile, text: string, { io, color, path }: Comparing): Promise<ExitCode> {
  if (file.attributes && file.text === text) return 0
  const { presentDiff, unifiedDiff } = await import('@frontdoor/kit/report/diff')
  const shown = relativePath(io.cwd, resolve(io.cwd, path))
  const diff = await unifiedDiff(shown, file.attributes && file.text, text)
  io.stdout.write(presentDiff(diff, io.stdout, color))
  tell(
    `${shown} ${file.attributes ? 'is not what would be written' : 'is not there'}; run without --check to write it`,
    io,
  )
  return 1
}

function tell(message: string, { stderr }: Io): void {
  stderr.write(`readme-lint: ${printable(message)}\n`)
}
