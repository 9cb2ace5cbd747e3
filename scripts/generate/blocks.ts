import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Generator } from '../../packages/badge-sync/src/block.ts'
import { root } from '../workspace.ts'
import { blockPage } from './block-page.ts'
import type { GeneratedFile } from './generator.ts'

const tool = 'packages/badge-sync'

/** One page for each block, and nothing else. */
export const folders: readonly string[] = ['docs/blocks']

/** The list of blocks in the code of badge-sync, a page of what they write, and a page for each. */
export async function files(): Promise<readonly GeneratedFile[]> {
  const names = readdirSync(join(root, tool, 'src/blocks'))
    .map((file) => file.replace(/\.ts$/, ''))
    .sort()
  const blocks = await Promise.all(names.map(load))
  return [
    { path: `${tool}/src/blocks.generated.ts`, text: listing(names) },
    { path: 'docs/blocks.md', text: indexPage(blocks) },
    ...(await Promise.all(
      blocks.map(async (block) => ({ path: `docs/blocks/${block.name}.md`, text: await blockPage(block) })),
    )),
  ]
}

async function load(name: string): Promise<Generator> {
  const module = (await import(pathToFileURL(join(root, tool, 'src/blocks', `${name}.ts`)).href)) as {
    block: Generator
  }
  if (module.block.name !== name) throw new Error(`src/blocks/${name}.ts calls its block ${module.block.name}`)
  return module.block
}

function listing(names: readonly string[]): string {
  const imports = names.map((name) => `import { block as ${name} } from './blocks/${name}.ts'`)
  return `// Made by \`npm run generate\` from src/blocks/. Do not edit.
import type { Generator } from './block.ts'
${imports.join('\n')}

export const generators: readonly Generator[] = [
${names.map((name) => `  ${name},`).join('\n')}
]
`
}

function indexPage(blocks: readonly Generator[]): string {
  const rows = blocks.map(({ name, summary }) => `| [${name}](blocks/${name}.md) | ${summary} |`)
  return `<!-- Made by \`npm run generate\` from packages/badge-sync/src/blocks. Do not edit. -->

# Blocks that badge-sync writes

A block stands between two comments. Write the first two lines, run \`badge-sync\`, and it is filled and kept true from then on:

\`\`\`md
<!-- badge-sync:start toc max=3 -->
<!-- badge-sync:end toc -->
\`\`\`

* Options are \`key=value\`, \`key="a value"\`, or \`key\` alone for \`true\`; a list has commas. The section \`badge-sync.blocks\` of the
  [config](config.md) sets them for all blocks of a name.
* Markers are comments of the document. What only looks like one, in a code block or in code, is an example. There may be several blocks, also
  in list items and quotes, but none in another. A marker without its partner is told of with its line, and then nothing is written.
* The end marker keeps a checksum of what was written (\`sha=…\`). A block that was edited by hand since is reported (exit code 1) and stays;
  \`--force\` overwrites it. Without a checksum, what stands between the markers is replaced.
* A generator that fails leaves the block as it is, and so does one that would empty a block that is filled.
* What needs the network takes answers that are kept for a day, and the last good one where nothing newer is to be had. \`--offline\` never asks.
* \`badge-sync migrate --markers\` makes our blocks of those of automd, doctoc, all-contributors, markdown-magic, markdown-toc, release-please, FastAPI, ESLint and github-sponsors-readme-action.

| Block | What it writes |
| --- | --- |
${rows.join('\n')}
`
}
