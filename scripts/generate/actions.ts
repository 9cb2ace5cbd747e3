import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { parse } from 'yaml'
import pinned from '../../packages/actions/pinned.json' with { type: 'json' }
import { root } from '../workspace.ts'
import type { GeneratedFile } from './generator.ts'
import { table } from './markdown.ts'

/** Beside what is made here lie the files action.yml, which are written by hand. */
export const folders: readonly string[] = []

interface Value {
  readonly description: string
  readonly default?: string
}

interface ActionYml {
  readonly description: string
  readonly inputs: Readonly<Record<string, Value>>
  readonly outputs: Readonly<Record<string, Value>>
}

/** What all actions run, built from packages/actions, `main.js` of each, and the page docs/actions.md with what each action.yml declares. */
export async function files(): Promise<readonly GeneratedFile[]> {
  const entries = readdirSync(join(root, 'actions'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const names = entries.map(({ name }) => name).sort()
  return Promise.all([builtRun(), ...names.map(mainOf), pageOf(names)])
}

/** Whoever runs the action imports or starts it: `@github/local-action` wants to call its `run`. */
function mainOf(name: string): GeneratedFile {
  const text = `${banner}
import { isStarted, runTool } from '../run.js'

export const run = () => runTool('${name}')

if (isStarted(import.meta.url)) await run()
`
  return { path: `actions/${name}/main.js`, text }
}

const banner = '// Made from packages/actions by npm run generate.'

async function builtRun(): Promise<GeneratedFile> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['packages/actions/src/main.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    // Runners of other forges may have an older Node than GitHub's.
    target: 'node20.19',
    banner: { js: banner },
    logLevel: 'silent',
  })
  return { path: 'actions/run.js', text: outputFiles[0]?.text ?? '' }
}

async function pageOf(names: readonly string[]): Promise<GeneratedFile> {
  const sections = names.map((name) =>
    section(name, parse(readFileSync(join(root, 'actions', name, 'action.yml'), 'utf8'))),
  )
  return { path: 'docs/actions.md', text: `${[introduction, ...sections].join('\n\n')}\n` }
}

const introduction = `<!-- Made by npm run generate from the files actions/*/action.yml. -->

# GitHub Actions

There is an action for each tool. It runs the tool that lies beside it in the repository, so a commit that you pin is all that runs. To check, it needs \`contents: read\`
and nothing else. Complete workflows stand in the [recipes](recipes/github-actions/README.md).

Findings are shown beside the lines of a pull request, where GitHub takes ten of a kind from a step, and all of them on the page of the run. What the tools read, be it a title or a README, is never run, and no text of
it can give an order to the runner.`

function section(name: string, { description, inputs, outputs }: ActionYml): string {
  const parts = [
    `## ${name}`,
    `${description}.`,
    `\`\`\`yaml\n- uses: frontdoor-tools/frontdoor/actions/${name}@${pinned.commit} # ${pinned.version}\n\`\`\``,
    table([['Input', 'Default', 'What it does'], ...Object.entries(inputs).map(inputRow)]),
    table([['Output', 'What it is'], ...Object.entries(outputs).map(outputRow)]),
  ]
  return parts.join('\n\n')
}

function outputRow([name, { description }]: readonly [string, Value]): readonly string[] {
  return [`\`${name}\``, description]
}

function inputRow([name, { description, default: standard }]: readonly [string, Value]): readonly string[] {
  return [`\`${name}\``, standard === undefined ? '' : `\`${standard}\``, description]
}
