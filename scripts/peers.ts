// Says what the peers of readme-lint find in some READMEs, as the page docs/peers.md: `npm run peers -- PROJECT...`
import { readdirSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { buildTools } from './build.ts'
import { bringPeers } from './peers/bring.ts'
import { page, type Said } from './peers/page.ts'
import { run } from './process.ts'
import { root, toolNamed } from './workspace.ts'

/** The newest versions on 2026-11-25. They are brought only for this, since they are some 480 packages. */
const versions = {
  'markdownlint-cli2': '0.24.1',
  'remark-cli': '12.0.1',
  'remark-preset-lint-recommended': '7.0.1',
  'remark-gfm': '4.0.1',
  rumdl: '0.2.75',
  'awesome-lint': '2.3.0',
  'standard-readme-preset': '1.0.13',
} as const

const folder = join(root, '.toolchain', 'peers')
const bin = (name: string) => join(folder, 'node_modules', '.bin', name)
const remark = ['--no-stdout', '--no-config', '--no-color', '--use']

interface Peer {
  readonly name: string
  readonly command: string
  args(readme: string): readonly string[]
  /** Finds the name of the rule in each line that reports something. */
  readonly rule: RegExp
}

const peers: readonly Peer[] = [
  {
    name: `markdownlint-cli2 ${versions['markdownlint-cli2']}`,
    command: bin('markdownlint-cli2'),
    args: (readme) => [readme],
    rule: /:\d+ \w+ (MD\d+)\//,
  },
  {
    name: `rumdl ${versions.rumdl}`,
    command: bin('rumdl'),
    args: (readme) => ['check', '--no-cache', '--output-format', 'concise', readme],
    rule: /\[?(MD\d+)\]?/,
  },
  {
    name: `remark-lint, recommended ${versions['remark-preset-lint-recommended']}`,
    command: bin('remark'),
    args: (readme) => [
      readme,
      ...remark,
      join(folder, 'node_modules/remark-gfm/index.js'),
      '--use',
      join(folder, 'node_modules/remark-preset-lint-recommended/index.js'),
    ],
    rule: /\s([\w-]+)\s+remark-lint\s*$/,
  },
  {
    name: `standard-readme ${versions['standard-readme-preset']}`,
    command: bin('remark'),
    args: (readme) => [readme, ...remark, join(folder, 'node_modules/standard-readme-preset/index.js')],
    rule: /\s([\w-]+)\s+(?:standard-readme|remark-lint)\s*$/,
  },
  {
    name: `awesome-lint ${versions['awesome-lint']}`,
    command: bin('awesome-lint'),
    args: (readme) => [readme],
    rule: /\sremark-lint:([\w-]+)\s*$/,
  },
]

const projects = process.argv.slice(2).map((project) => resolve(project))
if (projects.length === 0) {
  console.error('Say which projects: npm run peers -- FOLDER...')
  process.exitCode = 2
} else await main()

async function main(): Promise<void> {
  bringPeers(folder, versions, 'remark')
  await buildTools()
  const said: Said[] = []
  for (const project of projects) said.push({ project: basename(project), tools: await all(project) })
  const file = join(root, 'docs', 'peers.md')
  writeFileSync(file, page(said, new Date()))
  console.log(`Wrote docs/peers.md, on ${projects.length} READMEs`)
}

async function all(project: string): Promise<Said['tools']> {
  const readme = readdirSync(project).find((name) => /^readme\.(?:md|rst)$/i.test(name))
  if (readme === undefined) throw new Error(`${project} has no README`)
  const own = { name: 'readme-lint', rules: await ownRules(project) }
  if (!/\.md$/i.test(readme)) return [own, ...peers.map(({ name }) => ({ name, rules: undefined }))]
  return [
    own,
    ...(await Promise.all(peers.map(async (peer) => ({ name: peer.name, rules: await ask(peer, project, readme) })))),
  ]
}

async function ask({ command, args, rule }: Peer, project: string, readme: string): Promise<string[]> {
  const { output, errors } = await run(command, args(readme), project)
  return `${output}\n${errors}`.split('\n').flatMap((line) => rule.exec(line)?.[1] ?? [])
}

async function ownRules(project: string): Promise<string[]> {
  const { output } = await run(process.execPath, [toolNamed('readme-lint').command, '--format', 'json'], project)
  const { files } = JSON.parse(output) as { files: { findings: { rule: string }[] }[] }
  return (files[0]?.findings ?? []).map(({ rule }) => rule)
}
