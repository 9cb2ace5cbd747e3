import type { FileTable, MemoryIoSettings } from '@frontdoor/kit/testing'
import { repository } from '@frontdoor/kit/testing-history'
import { changelogGen, type Ran, testEnv } from '../run.ts'

/** Where a message is looked at. */
export interface MessageSetting {
  readonly history?: readonly string[]
  readonly tags?: readonly string[]
  readonly files?: FileTable
  readonly flags?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Settings of git, as `name value`. */
  readonly git?: readonly string[]
}

/** What check-message says of a message, and the message after it. */
export interface Checked extends Ran {
  readonly text: string
  readonly findings: readonly Told[]
}

/** A finding as `message/name line:column text`. */
export type Told = string

/** Runs `changelog-gen check-message` on a message as git hands it to a hook. */
export async function checkMessage(message: string, setting: MessageSetting = {}): Promise<Checked> {
  const { history = ['feat: brew'], tags = [], files = {}, flags = [], env = {}, git = [] } = setting
  const made = await repository([...history.slice(0, -1), { message: history.at(-1) ?? 'feat: brew', tags }], files)
  if (Object.keys(files).length > 0) await made.git('add', '--all')
  for (const line of git) await made.git('config', ...line.split(' '))
  await made.write({ '.git/COMMIT_EDITMSG': message })
  const io: MemoryIoSettings = { env: { ...testEnv, ...env } }
  const ran = await changelogGen(made, ['check-message', '.git/COMMIT_EDITMSG', '--format=json', ...flags], io)
  if (ran.code === 2) throw new Error(ran.stderr)
  return { ...ran, text: await made.read('.git/COMMIT_EDITMSG'), findings: toldIn(ran.stdout) }
}

/** How the message was read, without the name of its rule. */
export function readingIn({ findings }: Checked): string | undefined {
  return findings.find((one) => one.startsWith('message/reading '))?.replace(/^\S+ \S+ Read as /, '')
}

/** All but how it was read. */
export function faultsIn({ findings }: Checked): readonly Told[] {
  return findings.filter((one) => !one.startsWith('message/reading '))
}

interface Report {
  readonly files: readonly { readonly findings: readonly Found[] }[]
}

interface Found {
  readonly rule: string
  readonly message: string
  readonly start: { readonly line: number; readonly column: number }
}

function toldIn(json: string): Told[] {
  const { files } = JSON.parse(json) as Report
  return files.flatMap(({ findings }) =>
    findings.map(({ rule, message, start }) => `${rule} ${start.line}:${start.column} ${message}`),
  )
}
