import { run } from '@frontdoor/kit/cli'
import { type FileTable, type MemoryIoSettings, memoryIo, project } from '@frontdoor/kit/testing'
import { program } from '../../src/program.ts'

const manifest = { name: 'larder', version: '1.2.3', license: 'MIT', repository: 'tea/larder' }

interface World extends Pick<MemoryIoSettings, 'env' | 'now'> {
  readonly files?: FileTable
  readonly argv?: readonly string[]
}

/** What a run of badge-sync over a README did. */
export interface Synced {
  readonly code: number
  readonly out: string
  readonly err: string
  readonly readme: string
}

/** Runs badge-sync over a README in a project of its own. */
export async function sync(readme: string, { files = {}, argv = [], ...world }: World = {}): Promise<Synced> {
  const folder = await project(
    { 'README.md': readme, 'package.json': manifest, ...files },
    { git: { remote: 'git@github.com:tea/larder.git' } },
  )
  const io = memoryIo({ cwd: folder.path, ...world })
  const code = await run(program, argv, io)
  return { code, out: io.stdout.text, err: io.stderr.text, readme: await folder.read('README.md') }
}

/** The README without the checksums of its blocks. */
export function unsummed(readme: string): string {
  return readme.replaceAll(/ sha=[\da-f]{12}/g, '')
}
