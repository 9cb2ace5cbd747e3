import type { Call, ExitCode, Program } from '@frontdoor/kit/command'
import { presentDiff, unifiedDiff } from '@frontdoor/kit/diff'
import { fix } from '@frontdoor/kit/fix'
import { UserError } from '@frontdoor/kit/io'
import { exitCodeOf, present } from '@frontdoor/kit/present'
import { printable } from '@frontdoor/kit/terminal'
import { writeText } from '@frontdoor/kit/write'
import { verify as check, type Expected } from '../verify/verify.ts'
import type { verifyFlags } from './changelog-flags.ts'
import { type Opened, openSingle } from './open.ts'
import { toolOf } from './tool.ts'

/** `changelog-gen verify`: compares the changelog with tags and manifests. */
export async function verify(program: Program, call: Call<typeof verifyFlags>): Promise<ExitCode> {
  const { io, flags, look } = call
  if (flags.fix && (flags.check || flags.diff))
    throw new UserError('--fix writes, --check and --diff do not: give one of them')
  const opened = await openSingle(io, flags, true)
  const { file, path, place } = opened
  if (!file.attributes) throw new UserError(`there is no ${path} to verify; run changelog-gen to make one`)
  const { writeNodes } = await import('@frontdoor/markdown/write')
  const expected = { ...expectedOf(opened), write: writeNodes }
  const fixed = flags.fix || flags.diff ? await fix(file.text, (source) => check(source, expected), false) : undefined
  const { source, findings } = fixed ?? { source: file.text, findings: check(file.text, expected) }
  if (flags.diff) io.stdout.write(presentDiff(await unifiedDiff(path, file.text, source), io.stdout, look.color))
  if (flags.fix) {
    const { warning } = await writeText(file, source)
    if (warning !== undefined) io.stderr.write(`${program.name}: ${printable(warning)}\n`)
  }
  const files = [{ path, source, findings }]
  if (!flags.diff)
    await present(files, {
      tool: toolOf(program),
      io,
      look,
      root: place.root,
      format: flags.format,
      quiet: flags.quiet,
    })
  return flags.diff && source !== file.text ? 1 : exitCodeOf(files)
}

function expectedOf({ place, history, format, pages, read }: Opened): Omit<Expected, 'write'> {
  const manifests = place.manifests.flatMap(({ path, version }) => (version === undefined ? [] : [{ path, version }]))
  return { history, format, pages, read, repository: place.repository, manifests }
}
