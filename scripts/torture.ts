// Tries badge-sync and its peers on READMEs that are hard to edit, as the page docs/torture.md: `npm run torture`
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildTools } from './build.ts'
import { bringPeers } from './peers/bring.ts'
import { run } from './process.ts'
import { type Case, cases } from './torture/cases.ts'
import { judge } from './torture/judge.ts'
import { files, type Peer, peersIn, versions } from './torture/peers.ts'
import { root, toolNamed } from './workspace.ts'

const folder = join(root, '.toolchain', 'torture')

bringPeers(folder, versions, 'automd')
await buildTools()
const peers = peersIn(folder, toolNamed('badge-sync').command)
const rows: string[] = []
for (const one of cases) {
  const verdicts: string[] = []
  for (const peer of peers) verdicts.push(await verdict(one, peer))
  rows.push(`| ${one.name} | ${one.wanted} | ${verdicts.join(' | ')} |`)
}
writeFileSync(join(root, 'docs', 'torture.md'), page())
console.log(`Wrote docs/torture.md, on ${cases.length} READMEs`)

async function verdict(one: Case, peer: Peer): Promise<string> {
  if (one.broken && peer.broken === undefined) return '–'
  const project = mkdtempSync(join(tmpdir(), 'torture-'))
  const readme = join(project, 'README.md')
  const read = (): string => readFileSync(readme, 'utf8')
  const tool = async (): Promise<number> => (await run(peer.command, peer.args, project)).code
  for (const [name, text] of Object.entries(files)) writeFileSync(join(project, name), text)
  writeFileSync(readme, one.readme(one.broken ? (peer.broken ?? '') : peer.start, peer.end))
  if (one.edited) {
    await tool()
    writeFileSync(
      readme,
      read().replace(/\n(?=.*<!-- (?:badge-sync:end|\/automd|\/docs|END|ALL-CONTRIBUTORS-LIST:END))/, '\nby hand\n'),
    )
  }
  const before = read()
  const code = await tool()
  const after = read()
  await tool()
  const again = read()
  rmSync(project, { recursive: true })
  return judge(one, peer, { before, after, code, again })
}

function page(): string {
  return `# Hard READMEs

What badge-sync and its peers make of one block in a README that is hard to edit, each with its own markers and defaults. Made by \`npm run torture\` on
${new Date().toISOString().slice(0, 10)}. *fill*: the block should be written, and nothing else. *leave*: it only looks like a block. *refuse*: nobody can know what is meant, or what to
write, so nothing should change, and the exit code should tell. A dash is a case that the tool does not have.

| README | Should | ${peers.map(({ name }) => name).join(' | ')} |
| --- | --- |${' --- |'.repeat(peers.length)}
${rows.join('\n')}
`
}
