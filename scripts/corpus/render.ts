import { UserError } from '../../packages/kit/src/io.ts'
import { findReadmes } from '../../packages/kit/src/readme/find.ts'
import { isRst, otherFormat } from '../../packages/kit/src/readme/readmes.ts'
import { newSession } from '../../packages/kit/src/readme/session.ts'
import { openSubject, type Subject } from '../../packages/kit/src/readme/subjects.ts'
import { configuredRules } from '../../packages/readme-lint/src/config/configure.ts'
import { hosts } from '../../packages/readme-lint/src/hosts.generated.ts'
import { type Showing, showingsOf } from '../../packages/readme-lint/src/hosts.ts'
import { lint } from '../../packages/readme-lint/src/lint.ts'
import { renderMarkdown } from '../../packages/readme-lint/src/render/markdown.ts'
import { percentile } from '../statistics.ts'

/** What came of rendering one README for one host. */
interface Rendered {
  readonly name: string
  readonly host: string
  /** Of CPU time, on all threads: what else the machine does counts for nothing. */
  readonly milliseconds: number
  /** What should not be: a rule that still speaks and is not told, a second rendering that differs, a crash. */
  readonly faults: readonly string[]
}

/** Renders every README of some projects for every host, and says what should not be. */
export async function checkRenders(
  projects: readonly { readonly name: string; readonly folder: string }[],
): Promise<{ readonly text: string; readonly failed: boolean }> {
  const all: Rendered[] = []
  for (const { name, folder } of projects) for await (const one of renders(name, folder)) all.push(one)
  const times = all.map(({ milliseconds }) => milliseconds)
  const faults = all.flatMap((one) => one.faults.map((fault) => `  ${one.name} for ${one.host}: ${fault}`))
  const [median, p90, most] = [percentile(times, 0.5), percentile(times, 0.9), Math.max(...times)]
  const text = [
    `Rendered ${all.length} times as Markdown: milliseconds of CPU median ${median.toFixed(0)}, p90 ${p90.toFixed(0)}, most ${most.toFixed(0)}`,
    `With errors, findings about the host, or not equal when rendered again: ${faults.length}`,
    ...faults,
  ].join('\n')
  return { text, failed: faults.length > 0 }
}

async function* renders(name: string, folder: string): AsyncGenerator<Rendered> {
  const io = { cwd: folder, env: {} }
  // As for a user who has nothing else installed.
  const session = newSession(io, { engine: 'remark' })
  for (const readme of await findReadmes([], io, session)) {
    const subject = await openSubject(io, readme, { home: await session.homeOf(readme.folder) }).catch(refused)
    // A corpus has the names of all files, but the contents of few: an empty README stands for one that is not there.
    if (!subject || subject.text === '' || isRst(subject.path) || otherFormat(subject.path)) continue
    const project = await session.projectOf(subject.home)
    for (const host of hosts) {
      const [showing] = showingsOf(project, subject.path, [host.name]) as [Showing]
      const work = { subject, project, showing, read: (text: string) => session.read(text, subject.shown) }
      yield { name: `${name}/${subject.path}`, host: host.name, ...(await judged(work).catch(told)) }
    }
  }
}

interface Work {
  readonly subject: Subject
  readonly project: Parameters<typeof showingsOf>[0]
  readonly showing: Showing
  readonly read: (text: string) => ReturnType<ReturnType<typeof newSession>['read']>
}

async function judged({ subject, project, showing, read }: Work): Promise<Pick<Rendered, 'milliseconds' | 'faults'>> {
  const { path, shown } = subject
  const options = { ref: 'v1.0.0', shown, read }
  const start = process.cpuUsage()
  const { text, notes } = await renderMarkdown({ document: await read(subject.text), project, path }, showing, options)
  const { user, system } = process.cpuUsage(start)
  const milliseconds = (user + system) / 1000
  const document = await read(text)
  const again = await renderMarkdown({ document, project, path }, showing, options)
  const findings = await lint(
    { document, project, path, showings: [showing] },
    configuredRules({ rules: {}, only: [] }),
  )
  const faults = findings
    .filter(({ severity, rule }) => severity === 'error' || rule.startsWith('host/'))
    .filter(({ message }) => !notes.some((note) => note.message === message))
    .map(({ rule, at, message }) => `${document.place(at.start).line}: ${rule}: ${message}`)
  return { milliseconds, faults: again.text === text ? faults : [...faults, 'differs when it is rendered again'] }
}

function told(error: unknown): Pick<Rendered, 'milliseconds' | 'faults'> {
  return { milliseconds: 0, faults: error instanceof UserError ? [] : [String((error as Error).stack)] }
}

function refused(error: unknown): undefined {
  if (!(error instanceof UserError)) throw error
}
